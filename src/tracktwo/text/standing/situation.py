"""What is known of one unit at one moment, and the state that follows from it."""

from collections.abc import Container, Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from tracktwo.errors import OptionError
from tracktwo.text.standing.fingerprint import unit_fingerprint
from tracktwo.text.standing.moves import Act, Move, MoveKind, in_time
from tracktwo.text.standing.packages import Package, packages
from tracktwo.text.standing.positions import Position
from tracktwo.text.standing.sources import is_open
from tracktwo.text.units import NegotiatedText


class UnitState(StrEnum):
    """Where a unit is on its way into the document.

    PROPOSED: not in the text yet. OPEN: no bracket, but a side objects or has reopened it.
    BRACKETED: a bracket, a doubt or a placeholder stands in it. CLEAN: none, and nobody objects.
    AGREED_AD_REF: some sides accept these words, or all do and one waits for its capital or for a
    package. PROVISIONALLY_AGREED: all sides accept these words; nothing is agreed until everything
    is. ADOPTED: with the document. SUPPRESSED: taken out of the text.
    """

    PROPOSED = "proposed"
    OPEN = "open"
    BRACKETED = "bracketed"
    CLEAN = "clean"
    AGREED_AD_REF = "agreed_ad_ref"
    PROVISIONALLY_AGREED = "provisionally_agreed"
    ADOPTED = "adopted"
    SUPPRESSED = "suppressed"


@dataclass(frozen=True, slots=True)
class Situation:
    """One unit: what stands in the text, and what each side has said that still holds.

    `words` is its fingerprint. `firm` and `ad_ref` are the sides that accept these words; `objecting`
    those that reserve or oppose; `reopening` those that reopened it and have not settled;
    `outdated` those that accepted other words. `parked` is the move that parked it. `packages` are
    those on this unit, `unmet` the conditions that are not met. `known` are the units of the text.
    """

    unit: str
    sides: tuple[str, ...]
    in_text: bool = True
    is_gone: bool = False
    is_open: bool = False
    is_adopted: bool = False
    words: str = ""
    firm: tuple[str, ...] = ()
    ad_ref: tuple[str, ...] = ()
    objecting: tuple[str, ...] = ()
    reopening: tuple[str, ...] = ()
    outdated: tuple[str, ...] = ()
    parked: Move | None = None
    packages: tuple[Package, ...] = ()
    unmet: tuple[str, ...] = ()
    known: Container[str] = field(default=(), repr=False)

    @property
    def is_accepted(self) -> bool:
        """Whether every side accepts the words without a bracket, an objection or an ad ref."""
        is_free = self.in_text and not (self.is_open or self.objecting or self.reopening)
        return is_free and bool(self.sides) and set(self.firm) >= set(self.sides)

    @property
    def state(self) -> UnitState:
        """The state that follows: it is never noted anywhere, so that it cannot be wrong.

        >>> Situation("u1", ("china", "nato"), firm=("nato",)).state.value
        'agreed_ad_ref'
        """
        if not self.in_text:
            return UnitState.SUPPRESSED if self.is_gone else UnitState.PROPOSED
        if self.is_open:
            return UnitState.BRACKETED
        if self.is_adopted:
            return UnitState.ADOPTED
        if self.objecting or self.reopening:
            return UnitState.OPEN
        if self.is_accepted and not self.unmet:
            return UnitState.PROVISIONALLY_AGREED
        return UnitState.AGREED_AD_REF if self.firm or self.ad_ref else UnitState.CLEAN


def situation(
    text: NegotiatedText,
    unit: str,
    log: Iterable[Act],
    *,
    sides: tuple[str, ...],
    adopted: bool = False,
    proposed: Container[str] = (),
) -> Situation:
    """What is known of one unit, without the packages of others: `unmet` is empty.

    `proposed` are units that open operations would add. `OptionError` for a unit that is neither in
    the text, nor suppressed, nor proposed.
    """
    acts = in_time(log)
    is_gone = unit not in text.places and any(one.id == unit for one in text.gone)
    if unit not in text.places and not is_gone and unit not in proposed:
        raise OptionError(f"unit {unit} is not in the text, nor proposed; name one that is")
    base = Situation(unit, sides, in_text=unit in text.places, is_gone=is_gone, known=text.places)
    base = replace(base, packages=tuple(one for one in packages(acts) if one.unit == unit))
    if not base.in_text:
        return base
    here = text.unit(unit)
    base = replace(
        base,
        is_open=is_open(here, text.languages),
        is_adopted=adopted,
        words=unit_fingerprint(here),
    )
    return _with_acts(base, [one for one in acts if one.unit == unit])


def _with_acts(base: Situation, acts: list[Act]) -> Situation:
    """The situation with what the sides have said of the unit as a whole."""
    said: dict[str, Position] = {}
    reopened: dict[str, Move] = {}
    parked: Move | None = None
    for act in acts:
        if isinstance(act, Position):
            if not act.bracket:
                said[act.side] = act
                if act.accepts:
                    reopened.pop(act.side, None)
        elif act.kind in (MoveKind.PARK, MoveKind.RETURN):
            parked = act if act.kind is MoveKind.PARK else None
        else:
            _apply(act, said, reopened)
    return replace(_with_stances(base, said), reopening=_among(base, reopened), parked=parked)


def _apply(move: Move, said: dict[str, Position], reopened: dict[str, Move]) -> None:
    """What a move does to what was said before it."""
    if move.kind is MoveKind.REOPEN:
        reopened[move.side] = move
        for side in [side for side, one in said.items() if one.accepts]:
            del said[side]
    elif move.kind is MoveKind.SETTLE:
        reopened.pop(move.side, None)
        if move.side in said and said[move.side].objects:
            del said[move.side]
    elif move.kind is MoveKind.LAPSE and move.side in said and said[move.side].accepts:
        del said[move.side]


def _with_stances(base: Situation, said: dict[str, Position]) -> Situation:
    accepting = {side: one for side, one in said.items() if one.accepts}
    now = {side: one for side, one in accepting.items() if one.words == base.words}
    return replace(
        base,
        firm=_among(base, [side for side, one in now.items() if not one.ad_ref]),
        ad_ref=_among(base, [side for side, one in now.items() if one.ad_ref]),
        objecting=_among(base, [side for side, one in said.items() if one.objects]),
        outdated=_among(base, [side for side in accepting if side not in now]),
    )


def _among(base: Situation, sides: Container[str]) -> tuple[str, ...]:
    """These sides in the order given; a side that is not known says nothing."""
    return tuple(side for side in base.sides if side in sides)
