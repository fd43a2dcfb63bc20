"""What one side alone may see: its unity, its errors about itself, its points, its open points."""

from collections.abc import Iterator

from tracktwo.analysis.result import Analysis
from tracktwo.convergence import Seen, Study, seen_by
from tracktwo.exchange.texts.shown import shown
from tracktwo.figures.cohesion import is_divided, is_united
from tracktwo.figures.figure import Cell, Table, quote_of
from tracktwo.figures.labels import full_phrase
from tracktwo.figures.sides import sides_of, standing
from tracktwo.locale import Words
from tracktwo.locale.plain import plain
from tracktwo.reports.joint.material import Material
from tracktwo.reports.topic import Finding, Topic
from tracktwo.reports.tree import Block, Bullets, Heading, Paragraph, TableBlock
from tracktwo.text.negotiation import Negotiation
from tracktwo.text.standing import Position, disagreements
from tracktwo.text.standing.words import stance_names

Part = tuple[str, str, tuple[Block, ...]]
MOST = 8


def own_parts(material: Material, party: str, words: Words) -> Iterator[Part]:
    """Id, title and blocks of each part; one without blocks has nothing to say."""
    if material.analysis is not None:
        title = words.gettext("How united your side is")
        yield "unity", title, tuple(_unity(material.analysis, party, words))
    if material.talks is not None and party in material.talks.talks.parties:
        title = words.gettext("What the options are worth to your side")
        yield "values", title, tuple(_values(material.talks, party, words))
    if material.negotiation is not None:
        title = words.gettext("Your open points in the text")
        yield "open", title, tuple(_open(material.negotiation, party, words))


def _unity(analysis: Analysis, party: str, words: Words) -> Iterator[Block]:
    """Statements on which the side is clearly united or divided, the clearest first."""
    own = [one for one in analysis.cohesion if one.party == party]
    side = next((one for one in sides_of(analysis) if one.id == party), None)
    if side is None:
        return
    united = sorted((one for one in own if is_united(one)), key=lambda one: -one.low)
    divided = sorted((one for one in own if is_divided(one)), key=lambda one: one.high)
    titles = (
        (words.gettext("Clearly divided"), divided),
        (words.gettext("Clearly united"), united),
    )
    for place, (title, found) in enumerate(titles):
        told = []
        for one in found[:MOST]:
            figures = analysis.statement(one.statement)
            stood = standing(figures, side, analysis.settings.level)
            if stood is not None:
                quote = quote_of(figures.statement, words.language)
                told.append(Finding(f"{full_phrase(stood, words)}.", quote))
        if told:
            yield Topic(f"own-unity-{place}", title, tuple(told))


def _values(found: Study, party: str, words: Words) -> Iterator[Block]:
    seen = seen_by(found, party)
    if seen.nash is not None and seen.nash.gain is not None:
        yield Paragraph(
            words.ngettext(
                "From the package in the joint part your side gains {n} point above its value of no agreement.",
                "From the package in the joint part your side gains {n} points above its value of no agreement.",
                seen.nash.gain,
            )
        )
    title = words.gettext("Points of your side: mean over its experts, least and most")
    yield TableBlock("own-points", title, _points(found, seen, words))


def _points(found: Study, seen: Seen, words: Words) -> Table:
    options = found.talks.options
    rows: list[tuple[Cell, ...]] = []
    for id_, value in seen.values.items():
        text = plain(options[id_].text(words.language)).rstrip(".。")
        if value is None:
            rows.append((text, words.gettext("too few to show"), "–", "–"))
        else:
            ends = (words.number(float(value.low)), words.number(float(value.high)))
            rows.append((text, words.number(float(value.mean), 1), *ends))
    columns = (
        words.gettext("What could be done"),
        words.gettext("Mean"),
        words.gettext("Least"),
        words.gettext("Most"),
    )
    return Table(columns, tuple(rows))


def _open(told: Negotiation, party: str, words: Words) -> Iterator[Block]:
    """What the side has said of each wording of what is still open."""
    said = {one.thing: one for one in told.log if isinstance(one, Position) and one.side == party}
    for one in disagreements(told.text):
        mine = [each for each in said.values() if each.bracket == one.id]
        if not mine:
            continue
        spoken = next((each for each in one.words if each.language == words.language), one.words[0])
        number = next((unit.number for unit in told.text.units if unit.id == one.unit), "")
        yield Heading(f"own-{one.id}", f"{number} [{' / '.join(map(shown, spoken.alternatives))}]".strip())  # fmt: skip
        yield Bullets(tuple(_stance(each, spoken.alternatives, words) for each in mine))


def _stance(said: Position, alternatives: tuple[str, ...], words: Words) -> str:
    choice = said.alternative
    there = choice is not None and choice < len(alternatives)
    wording = words.quoted(shown(alternatives[choice])) if there and choice is not None else words.gettext("no words")  # fmt: skip
    stance = stance_names(words)[said.stance]
    if said.ad_ref:
        stance = words.gettext("{stance}, ad ref", stance=stance)
    return words.gettext("{wording}: {stance}", wording=wording, stance=stance)
