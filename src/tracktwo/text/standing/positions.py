"""Where the sides stand on each wording: who can live with what, who blocks what, and the ways out."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal, TypeAlias

from tracktwo.errors import OptionError
from tracktwo.text.standing.disagreements import Disagreement


class Stance(StrEnum):
    """What a side says of a wording, or of a unit as it stands."""

    SUPPORT = "support"
    LIVE_WITH = "live_with"
    RESERVE = "reserve"
    OPPOSE = "oppose"
    AWAITING = "awaiting"


ACCEPTING: Final = (Stance.SUPPORT, Stance.LIVE_WITH)
OBJECTING: Final = (Stance.RESERVE, Stance.OPPOSE)


@dataclass(frozen=True, slots=True)
class Position:
    """What one side says of one thing.

    `bracket` is the id of a disagreement, "" for the unit as a whole. `alternative` is a wording of
    it, counted from 0; None is to leave the words out. `ad_ref` means subject to the capital.
    `words` is the fingerprint of the unit that was before the side (`unit_fingerprint`): the unit is
    accepted only in these words.
    """

    side: str
    unit: str
    stance: Stance
    bracket: str = ""
    alternative: int | None = None
    ad_ref: bool = False
    session: int = 0
    words: str = ""

    @property
    def thing(self) -> tuple[str, str, str, int | None]:
        """The side and what it speaks of: a newer position on it takes the place of an older."""
        return self.side, self.unit, self.bracket, self.alternative

    @property
    def accepts(self) -> bool:
        """Whether the side supports it or can live with it."""
        return self.stance in ACCEPTING

    @property
    def objects(self) -> bool:
        """Whether the side reserves its position or opposes."""
        return self.stance in OBJECTING


Gap: TypeAlias = Literal["closed", "unheard", "one_side", "several"]


@dataclass(frozen=True, slots=True)
class Heard:
    """One wording of a disagreement, and which sides say what of it; sides in the order given.

    `alternative` is None for leaving the words out. `ad_ref` are those among the accepting sides
    that wait for their capital to confirm. `silent` have said nothing of this wording.
    """

    alternative: int | None
    support: tuple[str, ...] = ()
    live_with: tuple[str, ...] = ()
    reserve: tuple[str, ...] = ()
    oppose: tuple[str, ...] = ()
    awaiting: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    ad_ref: tuple[str, ...] = ()

    @property
    def blocking(self) -> tuple[str, ...]:
        """The sides that reserve or oppose."""
        return self.reserve + self.oppose

    @property
    def unheard(self) -> tuple[str, ...]:
        """The sides that wait for instructions or have said nothing."""
        return self.awaiting + self.silent

    @property
    def is_way_out(self) -> bool:
        """Whether no side opposes it or reserves, and one at least has said that it accepts."""
        return not self.blocking and bool(self.support + self.live_with)


@dataclass(frozen=True, slots=True)
class WayOut:
    """What the sides say of every wording of one disagreement, and what is missing.

    `wordings` are in the order of the bracket, leaving the words out last (where a side spoke of
    it, or one wording is all there is). `gap` is "closed" where every side accepts one wording,
    "unheard" where no side blocks one but some have still to speak, "one_side" where the nearest is
    blocked by one side alone, "several" where every wording is blocked by more. `nearest` are the
    wordings with the fewest blocking sides, then the fewest still to speak.
    """

    bracket: str
    unit: str
    wordings: tuple[Heard, ...]
    nearest: tuple[Heard, ...]
    gap: Gap

    @property
    def ways_out(self) -> tuple[Heard, ...]:
        """The wordings that every side could live with, as far as it has spoken."""
        return tuple(one for one in self.wordings if one.is_way_out)


@dataclass(frozen=True, slots=True)
class Block:
    """A side that reserves or opposes; `alternative` as in `Position`, `bracket` "" for a unit."""

    side: str
    unit: str
    bracket: str
    alternative: int | None
    stance: Stance


def current(positions: Iterable[Position]) -> tuple[Position, ...]:
    """The positions that stand: of a side on one thing that of the latest session, then the last given.

    >>> old = Position("nato", "u1", Stance.OPPOSE, "b1", 0, session=1)
    >>> new = Position("nato", "u1", Stance.LIVE_WITH, "b1", 0, session=2)
    >>> current([new, old]) == (new,)
    True
    """
    latest: dict[tuple[str, str, str, int | None], Position] = {}
    for one in positions:
        known = latest.get(one.thing)
        if known is None or one.session >= known.session:
            latest.pop(one.thing, None)
            latest[one.thing] = one
    return tuple(latest.values())


def blocks(positions: Iterable[Position]) -> tuple[Block, ...]:
    """Who blocks what, as positions stand, by unit and bracket.

    >>> blocks([Position("nato", "u1", Stance.OPPOSE, "b1", 0)])[0].side
    'nato'
    """
    found = [
        Block(one.side, one.unit, one.bracket, one.alternative, one.stance)
        for one in current(positions)
        if one.objects
    ]
    return tuple(sorted(found, key=lambda one: (one.unit, one.bracket)))


def way_out(
    disagreement: Disagreement, positions: Iterable[Position], *, sides: tuple[str, ...]
) -> WayOut:
    """Which wording every side could live with, or how far they are from one.

    Raises `OptionError` for a side that is not among `sides`, and for a wording the bracket lacks.

    >>> from tracktwo.text.standing.disagreements import disagreements
    >>> from tracktwo.text.units import NegotiatedText, Unit
    >>> units = (Unit("u1", texts={"en": "We [shall/should/may]{id:b1} meet."}),)
    >>> [bracket] = disagreements(NegotiatedText({}, ("en",), units))
    >>> said = [Position("nato", "u1", Stance.OPPOSE, "b1", 2), Position("china", "u1", Stance.OPPOSE, "b1", 0)]
    >>> said += [Position(one, "u1", Stance.LIVE_WITH, "b1", 1) for one in ("nato", "china")]
    >>> found = way_out(bracket, said, sides=("china", "nato"))
    >>> found.gap, [one.alternative for one in found.ways_out]
    ('closed', [1])
    """
    standing = [one for one in current(positions) if one.bracket == disagreement.id]
    _refuse_unknown(standing, disagreement, sides)
    choices: list[int | None] = list(range(disagreement.wordings))
    if disagreement.wordings == 1 or any(one.alternative is None for one in standing):
        choices.append(None)
    wordings = tuple(_heard(choice, standing, sides) for choice in choices)
    least = min(_distance(one) for one in wordings)
    nearest = tuple(one for one in wordings if _distance(one) == least)
    return WayOut(disagreement.id, disagreement.unit, wordings, nearest, _gap(nearest[0]))


def _refuse_unknown(
    positions: list[Position], disagreement: Disagreement, sides: tuple[str, ...]
) -> None:
    for one in positions:
        if one.side not in sides:
            known = ", ".join(sides)
            raise OptionError(f"side {one.side!r} of a position is not known; use one of {known}")
        if one.alternative is not None and not 0 <= one.alternative < disagreement.wordings:
            raise OptionError(
                f"bracket {disagreement.id} has no wording {one.alternative}; "
                f"it has {disagreement.wordings}, from 0"
            )


def _heard(choice: int | None, positions: list[Position], sides: tuple[str, ...]) -> Heard:
    said = {one.side: one for one in positions if one.alternative == choice}

    def those(stance: Stance) -> tuple[str, ...]:
        return tuple(side for side in sides if side in said and said[side].stance is stance)

    return Heard(
        choice,
        support=those(Stance.SUPPORT),
        live_with=those(Stance.LIVE_WITH),
        reserve=those(Stance.RESERVE),
        oppose=those(Stance.OPPOSE),
        awaiting=those(Stance.AWAITING),
        silent=tuple(side for side in sides if side not in said),
        ad_ref=tuple(side for side in sides if side in said and said[side].ad_ref),
    )


def _distance(one: Heard) -> tuple[int, int]:
    return len(one.blocking), len(one.unheard)


def _gap(nearest: Heard) -> Gap:
    if nearest.blocking:
        return "one_side" if len(nearest.blocking) == 1 else "several"
    return "unheard" if nearest.unheard else "closed"
