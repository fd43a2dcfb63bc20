"""The summary, on one page: what is shared, where a side is wrong about another, what all fear, what they would do."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from tracktwo.analysis.result import Analysis, Perception
from tracktwo.convergence.shared import Shared
from tracktwo.dialogue import Statement
from tracktwo.figures.figure import quote_of
from tracktwo.figures.ranking import common_ground, misjudgements
from tracktwo.locale import Words
from tracktwo.locale.plain import plain
from tracktwo.reports.joint.material import Map, Material
from tracktwo.reports.misjudgement_findings import misjudgement
from tracktwo.reports.tree import Block, Bullets, Heading, PageBreak
from tracktwo.risk import Assessment

MOST_SHARED, MOST_WRONG, MOST_FEARED, MOST_DONE = 4, 4, 4, 6


def summary(material: Material, words: Words) -> tuple[Block, ...]:
    """What a reader takes along who reads no further page."""
    parts = (
        ("in-common", words.gettext("What all sides share"), _shared(material.analysis, words)),
        (
            "mistaken",
            words.gettext("Where a side is wrong about another"),
            _mistaken(material.analysis, words),
        ),
        (
            "feared",
            words.gettext("Risks that all sides see alike"),
            alike(material.risks, words)[:MOST_FEARED],
        ),
        ("done", words.gettext("What the sides could do together"), _done(material, words)),
    )
    blocks: list[Block] = []
    for id_, title, told in parts:
        if told:
            blocks += (Heading(id_, title), Bullets(tuple(told)))
    return (*blocks, PageBreak()) if blocks else ()


def _shared(analysis: Analysis | None, words: Words) -> list[str]:
    if analysis is None:
        return []
    firm = [one for one in common_ground(analysis) if one.firm]
    return [_held(one.direction, plain_quote(one.figures.statement, words), words) for one in firm[:MOST_SHARED]]  # fmt: skip


def _held(direction: int, quote: str, words: Words) -> str:
    if direction < 0:
        return words.gettext("A majority on every side disagrees: {statement}", statement=quote)
    return words.gettext("A majority on every side agrees: {statement}", statement=quote)


def plain_quote(statement: Statement, words: Words) -> str:
    """A statement between quotation marks."""
    return words.quoted(quote_of(statement, words.language).text)


def _mistaken(analysis: Analysis | None, words: Words) -> list[str]:
    """The surest misjudgements, sides by turns: none is drawn as the one that errs."""
    if analysis is None:
        return []
    found = _by_turns(misjudgements(analysis))
    return [_error(one, analysis, words) for one, _ in zip(found, range(MOST_WRONG), strict=False)]


def _by_turns(found: Iterable[Perception]) -> Iterator[Perception]:
    by_side: dict[str, list[Perception]] = {}
    for one in found:
        by_side.setdefault(one.of, []).append(one)
    rounds = zip_longest(*(by_side[side] for side in sorted(by_side)))
    return (one for turn in rounds for one in turn if one is not None)


def _error(one: Perception, analysis: Analysis, words: Words) -> str:
    finding = misjudgement(one, analysis, words)
    quote = words.quoted(finding.quote.text) if finding.quote else ""
    return words.sentences((quote, finding.sentence))


def alike(found: Assessment | None, words: Words) -> list[str]:
    """Risks that every two sides see alike, the gravest first."""
    if found is None:
        return []
    same = [
        one
        for one in found.risks
        if one.findings and all(each.verdict == "alike" for each in one.findings)
    ]
    same.sort(key=lambda one: -_weight(found, one.risk))
    return [plain(found.register[one.risk].text(words.language)) for one in same]


def _weight(found: Assessment, risk: str) -> float:
    """How likely and how severe a risk is held to be, over all sides."""
    figures = next(one for one in found.risks if one.risk == risk)
    amount = 1.0
    for quantity in figures.quantities:
        told = [side.best for side in map(quantity.of, found.sides) if side.best is not None]
        amount *= sum(told) / len(told) if told else 0.0
    return amount


def _done(material: Material, words: Words) -> list[str]:
    if material.cooperation is not None:
        return package_options(material.cooperation, words)[:MOST_DONE]
    return _measures(material.map, words)


def package_options(found: Shared, words: Words) -> list[str]:
    """The options of the package that every side prefers to no agreement, as they are on offer."""
    return [plain(one.text(words.language)).rstrip(".。") for one in found.chosen]


def _measures(drawn: Map | None, words: Words) -> list[str]:
    """Without a package: the measures on the map that lower some risk in nearly every ensemble."""
    if drawn is None:
        return []
    sure = [one for one in drawn.study.effects if one.high is not None and one.high < 0]
    sure.sort(key=lambda one: one.value or 0.0)
    concepts = {one.id: one for one in drawn.study.drawn.concepts}
    ids = dict.fromkeys(one.measure for one in sure)
    return [plain(concepts[one].text(words.language)) for one in ids][:MOST_DONE]
