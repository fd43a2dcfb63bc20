"""What a move would break, and what would have to move too: for somebody who drags a meeting to another day."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from tracktwo.errors import OptionError
from tracktwo.roadmap.calendar.repair import Shift, nearest, shifts_of
from tracktwo.roadmap.calendar.result import Calendar
from tracktwo.roadmap.calendar.rules import Rule, RuleKind, rule
from tracktwo.roadmap.calendar.slots import Board, Slot

QUICK = 0.25
"""Work that an answer while somebody waits may take, in the solver's measure."""


@dataclass(frozen=True)
class Broken:
    """A rule that a move breaks, and the other meetings it breaks it with: none where it is out by itself."""

    rule: Rule
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tried:
    """A move as it was tried: `slot` is where it would be.

    `shifts` are meetings that would have to move too, so that nothing is broken between meetings; None
    where no way was found. `fewest` says that fewer would not do. What the move breaks by itself
    (a holiday, an absence) stays broken.
    """

    slot: Slot
    broken: tuple[Broken, ...]
    shifts: tuple[Shift, ...] | None
    fewest: bool

    @property
    def is_free(self) -> bool:
        """Whether nothing at all is broken."""
        return not self.broken


def what_breaks(calendar: Calendar, meeting: str, day: date, host: str = "") -> Tried:
    """What would be broken if a meeting were moved to a day, and what would have to move too.

    Without `host` its host stays. Raises `OptionError` for a meeting, day or host that is not there.
    """
    board = calendar.board
    if board is None or meeting not in calendar.at:
        raise OptionError(f"meeting {meeting!r} is not in the calendar; name one that is")
    host = host or calendar.at[meeting].host
    if host not in board.roadmap.home:
        known = ", ".join(board.roadmap.home)
        raise OptionError(f"host {host!r} is no side with a place of its own; use one of {known}")
    if not board.roadmap.first <= day <= board.roadmap.last:
        raise OptionError(
            f"{day} is outside the roadmap ({board.roadmap.first} to {board.roadmap.last})"
        )
    slot = board.slot(board.roadmap.meeting[meeting], day, host)
    others = {name: one for name, one in calendar.at.items() if name != meeting}
    alone = [Broken(one) for one in slot.broken]
    between = list(_merged(_between(board, slot, others)))
    shifts, fewest = _followers(board, slot, others, between)
    return Tried(slot, (*alone, *between), shifts, fewest)


def _merged(found: Iterable[Broken]) -> Iterator[Broken]:
    """One entry a rule, with all the meetings it is broken with."""
    others: dict[Rule, dict[str, None]] = {}
    for one in found:
        others.setdefault(one.rule, {}).update(dict.fromkeys(one.others))
    for broken, those in others.items():
        yield Broken(broken, tuple(those))


def _between(board: Board, slot: Slot, others: Mapping[str, Slot]) -> Iterator[Broken]:
    yield from _orders(board, slot, others)
    yield from _turns(board, slot, others)
    yield from _seats(board, slot, others)
    yield from _rooms(board, slot, others)
    yield from _distances(board, slot, others)


def _orders(board: Board, slot: Slot, others: Mapping[str, Slot]) -> Iterator[Broken]:
    for other in others.values():
        for earlier, later in ((other, slot), (slot, other)):
            told = board.roadmap.meeting[later.meeting]
            days = (later.day - earlier.last).days
            if told.prepared_by == earlier.meeting and days < board.roadmap.gap_before(told):
                yield Broken(rule(RuleKind.PREPARED, told.id, earlier.meeting), (other.meeting,))
            follows = board.roadmap.series_order.get(told.id) == earlier.meeting
            if days < 1 and (follows or earlier.meeting in told.after):
                yield Broken(rule(RuleKind.AFTER, told.id, earlier.meeting), (other.meeting,))


def _turns(board: Board, slot: Slot, others: Mapping[str, Slot]) -> Iterator[Broken]:
    roadmap = board.roadmap
    for other in others.values():
        pairs = (slot.meeting, other.meeting), (other.meeting, slot.meeting)
        beside = any(roadmap.series_order.get(later) == earlier for earlier, later in pairs)
        if beside and other.host == slot.host and len(roadmap.home) > 1:
            series = roadmap.meeting[slot.meeting].series
            yield Broken(rule(RuleKind.ALTERNATE, series), (other.meeting,))


def _seats(board: Board, slot: Slot, others: Mapping[str, Slot]) -> Iterator[Broken]:
    own = set(board.roadmap.meeting[slot.meeting].required)
    for other in others.values():
        if abs((other.day - slot.day).days) > 40:
            continue
        for office in board.roadmap.meeting[other.meeting].required:
            if office in own:
                seat = board.roadmap.seat[office]
                if not set(board.taken(slot, seat)).isdisjoint(board.taken(other, seat)):
                    yield Broken(rule(RuleKind.ONE_AT_A_TIME, office), (other.meeting,))


def _rooms(board: Board, slot: Slot, others: Mapping[str, Slot]) -> Iterator[Broken]:
    if board.roadmap.meeting[slot.meeting].is_virtual:
        return
    there = [
        one
        for one in others.values()
        if one.place == slot.place and not board.roadmap.meeting[one.meeting].is_virtual
    ]
    for day in slot.days:
        met = [one.meeting for one in there if one.day <= day <= one.last]
        if len(met) >= board.roadmap.place[slot.place].rooms:
            yield Broken(rule(RuleKind.ROOM, slot.place), tuple(met))


def _distances(board: Board, slot: Slot, others: Mapping[str, Slot]) -> Iterator[Broken]:
    stream = board.roadmap.meeting[slot.meeting].stream
    apart = board.roadmap.conventions.apart.get(stream, 0)
    for other in others.values():
        alike = board.roadmap.meeting[other.meeting].stream == stream
        if alike and abs((other.day - slot.day).days) < apart:
            yield Broken(rule(RuleKind.APART, stream), (other.meeting,))


def _followers(
    board: Board, slot: Slot, others: Mapping[str, Slot], between: list[Broken]
) -> tuple[tuple[Shift, ...] | None, bool]:
    """The meetings that move too. Those in the way are tried first, then those that hang on them.

    A meeting that stands in the way of the move must move whatever else does, so a way that moves
    these alone is the best there is.
    """
    if not between:
        return (), True
    in_the_way = {name for one in between for name in one.others}
    for free in _circles(board, in_the_way, set(others)):
        slots = {
            name: list(board.slots(board.roadmap.meeting[name])) if name in free else [one]
            for name, one in others.items()
        }
        slots[slot.meeting] = [replace(slot, broken=())]
        if not all(slots.values()):
            continue
        slots = {name: [replace(one, broken=()) for one in those] for name, those in slots.items()}
        found = nearest(board, slots, others, effort=QUICK)
        if found.slots:
            shifts = shifts_of(others, found.slots)
            must = {name for one in between for name in one.others if one.rule.kind is not RuleKind.ROOM}  # fmt: skip
            least = {one.meeting for one in shifts} <= must
            return shifts, least or (found.proven and free == set(others))
    return None, False


def _circles(board: Board, first: set[str], every: set[str]) -> Iterator[set[str]]:
    """Meetings that may move: those in the way; those with a seat, an order or a series in common; all."""
    yield first
    wider = {one for one in every if any(_hang_together(board, one, other) for other in first)}
    if wider - first:
        yield wider | first
    if every - wider - first:
        yield every


def _hang_together(board: Board, one: str, other: str) -> bool:
    a, b = board.roadmap.meeting[one], board.roadmap.meeting[other]
    return (
        not set(a.required).isdisjoint(b.required)
        or bool(a.series and a.series == b.series)
        or other in (a.prepared_by, *a.after)
        or one in (b.prepared_by, *b.after)
    )
