"""The open points of a unit: what each wording says, and where the sides stand on it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from tracktwo.locale import Words, translator
from tracktwo.text.standing import (
    Act,
    Disagreement,
    Heard,
    Position,
    Situation,
    Stance,
    WayOut,
    current,
    way_out,
)
from tracktwo.text.standing.words import bracket_reasons, stance_names, way_out_sentence
from tracktwo_web.dialogues.models import Attribution, Side
from tracktwo_web.kit.languages import in_reader_language, reader_language
from tracktwo_web.texts.table import Table


@dataclass(frozen=True)
class Said:
    """What one side says of a wording, in words; "" where it has said nothing."""

    side: Side
    stance: Stance | None
    words: str
    is_ad_ref: bool = False


@dataclass(frozen=True)
class Wording:
    """One wording of a bracket by language; `alternative` is None for leaving the words out."""

    alternative: int | None
    words: Mapping[str, str]
    label: str
    said: tuple[Said, ...]
    is_proposed: bool = False
    is_aside: bool = False
    """Whether nobody has spoken of it, nor is it one that the bracket itself offers."""

    @property
    def number(self) -> int:
        """As people count."""
        return (self.alternative or 0) + 1


@dataclass(frozen=True)
class OpenPoint:
    """A bracket as its unit's page tells of it."""

    id: str
    kind: str
    wordings: tuple[Wording, ...]
    way_out: str
    reason: str
    since: int | None
    age: int | None
    holders: tuple[Side, ...]
    has_doubt: bool
    inside: str
    is_closable: bool


def open_points(table: Table, unit: str) -> tuple[OpenPoint, ...]:
    """The brackets of a unit in their order."""
    return tuple(point_of(one, table) for one in table.open_ones if one.unit == unit)


def heard_of(one: Disagreement, table: Table) -> WayOut:
    """Where the sides stand on a bracket. What was said of a wording that is gone counts no more."""
    said = table.said_of.get(one.id, ())
    still = [act for act in said if _is_there(act, one) and act.side in table.codes]
    return way_out(one, still, sides=table.codes)


def is_way_out_now(heard: Heard) -> bool:
    """Whether every side accepts a wording, none of them ad referendum: it can be closed."""
    return heard.is_way_out and not heard.unheard and not heard.ad_ref


def _is_there(position: Position, one: Disagreement) -> bool:
    return position.alternative is None or 0 <= position.alternative < one.wordings


def point_of(one: Disagreement, table: Table) -> OpenPoint:
    """A bracket with everything that is told of it."""
    words = translator(reader_language())
    found = heard_of(one, table)
    facts, session = one.facts, table.text.session
    names_sides = table.text.dialogue.attribution == Attribution.SIDE
    is_blank = one.first.kind == "placeholder"
    return OpenPoint(
        one.id,
        one.first.kind,
        ()
        if is_blank
        else tuple(_wordings(one, found, table, table.choices.get(one.id, -1), words)),
        "" if is_blank else way_out_sentence(_with_names(found, table.sides), words),
        bracket_reasons(words)[facts.reason] if facts.reason else "",
        facts.since,
        None if facts.since is None else max(session - facts.since, 0),
        tuple(table.sides[code] for code in facts.holders if code in table.sides)
        if names_sides
        else (),
        any(here.doubt for here in one.words),
        one.inside,
        any(map(is_way_out_now, found.wordings)),
    )


def _wordings(
    one: Disagreement, found: WayOut, table: Table, choice: int | None, words: Words
) -> Iterator[Wording]:
    """Each wording, and leaving the words out at the end, which a side may always ask for."""
    heard = {each.alternative: each for each in found.wordings}
    for alternative in (*range(one.wordings), None):
        yield Wording(
            alternative,
            {} if alternative is None else _in_languages(one, alternative),
            "" if alternative is None else _label(one, alternative),
            tuple(_said(heard.get(alternative), table, words)),
            is_proposed=alternative == choice,
            is_aside=alternative not in heard and alternative != choice,
        )


def _in_languages(one: Disagreement, alternative: int) -> dict[str, str]:
    return {
        here.language: here.alternatives[alternative]
        for here in one.words
        if alternative < len(here.alternatives)
    }


def _label(one: Disagreement, alternative: int) -> str:
    labels = one.first.labels
    return labels[alternative] if alternative < len(labels) else ""


def _said(heard: Heard | None, table: Table, words: Words) -> Iterator[Said]:
    names = stance_names(words)
    for code, side in table.sides.items():
        stance = next((one for one in Stance if heard and code in getattr(heard, one.value)), None)
        is_ad_ref = heard is not None and code in heard.ad_ref
        yield Said(side, stance, names[stance] if stance else "", is_ad_ref)


def _with_names(found: WayOut, sides: Mapping[str, Side]) -> WayOut:
    """The sides of the nearest wording called by their names."""

    def called(codes: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(in_reader_language(sides[one].names) for one in codes)

    first = found.nearest[0]
    named = replace(
        first,
        reserve=called(first.reserve),
        oppose=called(first.oppose),
        awaiting=called(first.awaiting),
        silent=called(first.silent),
    )
    return replace(found, nearest=(named,))


def said_of_unit(table: Table, known: Situation) -> tuple[Said, ...]:
    """What each side says of a unit as it stands, as far as it still holds."""
    words = translator(reader_language())
    names, said = stance_names(words), stances_on_unit(table.log, known)
    return tuple(
        Said(
            side,
            said[code].stance if code in said else None,
            names[said[code].stance] if code in said else "",
            is_ad_ref=code in known.ad_ref,
        )
        for code, side in table.sides.items()
    )


def stances_on_unit(log: Iterable[Act], known: Situation) -> dict[str, Position]:
    """By side, the positions on a unit as a whole that still hold: an agreement to other words does not."""
    said = current(one for one in log if isinstance(one, Position))
    here = (one for one in said if one.unit == known.unit and not one.bracket)
    holding = {*known.firm, *known.ad_ref, *known.objecting}
    return {one.side: one for one in here if one.side in holding or one.stance is Stance.AWAITING}
