"""The best calendar of a roadmap, or the proof that there is none."""

from collections.abc import Mapping, Sequence
from math import ceil

from tracktwo.roadmap.calendar.attendance import attendance, invitations
from tracktwo.roadmap.calendar.first_guess import first_guess
from tracktwo.roadmap.calendar.model import CalendarModel
from tracktwo.roadmap.calendar.needs import added
from tracktwo.roadmap.calendar.objectives import Clashes, attended, least_share, waited
from tracktwo.roadmap.calendar.reasons import why_none
from tracktwo.roadmap.calendar.result import Calendar
from tracktwo.roadmap.calendar.slots import Board, Slot, sits
from tracktwo.roadmap.calendar.solve import EFFORT, Aim, Found, solve
from tracktwo.roadmap.roadmap import Roadmap
from tracktwo.roadmap.working_days import CountryDays

Slots = Mapping[str, Sequence[Slot]]


def schedule(
    roadmap: Roadmap,
    *,
    working: Mapping[str, CountryDays] | None = None,
    effort: float = EFFORT,
) -> Calendar:
    """The calendar that is best in this order: the side worst off has as many of its optional seats there as
    can be; as many optional seats as can be are there; meetings are as early as can be.

    `working` are the working days of countries; those not given are taken from the package
    `holidays`. `effort` bounds the search, in a measure that is the same on any machine.

    Raises `OptionError` where OR-Tools or `holidays` are needed and not installed.

    >>> from datetime import date
    >>> from tracktwo.dialogue import Party
    >>> from tracktwo.roadmap import Meeting, Place, Seat
    >>> plan = Roadmap(
    ...     "r", date(2022, 10, 1), date(2022, 10, 31), parties=(Party("china"),),
    ...     places=(Place("beijing", "CN", "Asia/Shanghai", party="china"),),
    ...     seats=(Seat("office", "china", zone="Asia/Shanghai", country="CN"),),
    ...     meetings=(Meeting("m1", required=("office",)),))
    >>> schedule(plan).at["m1"].day  # a Saturday that is worked, after Golden Week
    datetime.date(2022, 10, 8)
    """
    board = Board.of(roadmap, working)
    slots = possible(board)
    if all(slots.values()) and slots:
        return outcome(board, best(board, slots, effort=effort))
    return outcome(board, Found((), proven=True))


def possible(board: Board) -> dict[str, list[Slot]]:
    """The slots of every meeting that no rule forbids by itself."""
    return {one.id: list(board.slots(one)) for one in board.roadmap.meetings}


def best(board: Board, slots: Slots, *, effort: float = EFFORT) -> Found:
    """The best calendar by `schedule`'s aims.

    First among calendars that invite nobody to two meetings at once, which is quickly searched. Then a
    bound says how many days of attendance a better one could lose to such clashes: mostly none, and
    else so few that the full search is short.
    """
    guess = first_guess(board, slots)
    found = _best(board, slots, "forbidden", start=guess, effort=effort)
    if not found.slots:
        return _best(board, slots, "counted", start=guess, effort=effort)
    if not found.proven:
        return found
    allowed = _most_missed(board, slots, found.slots, effort=effort)
    if allowed == 0:
        return found
    return _best(board, slots, "counted", start=found.slots, effort=effort, most_missed=allowed)


def _best(
    board: Board,
    slots: Slots,
    clashes: Clashes,
    *,
    start: Sequence[Slot],
    effort: float,
    most_missed: int | None = None,
) -> Found:
    model = CalendarModel(board, slots)
    sat = attended(model, clashes)
    least, parts = least_share(model, sat)
    if most_missed is not None:
        model.cp.add(added(list(sat.missed)) <= most_missed)
    aims = (
        Aim(least, parts, largest=True),
        Aim(sat.total, sum(invitations(board, list(slots)).values()), largest=True),
        Aim(waited(model), (board.roadmap.last - board.roadmap.first).days * len(slots)),
    )
    return solve(model, aims, effort=effort, start=start)


def _most_missed(board: Board, slots: Slots, known: Sequence[Slot], *, effort: float) -> int | None:
    """How many days a calendar may lose to clashes and still be as good as a known one.

    Its worst side sits at least as much as that of the known one, and nobody sits more than where clashes
    cost nothing. None where the bound is not proven.
    """
    there = attendance(board, known)
    least = min(one.share for one in there.values())
    needed = sum(ceil(least * one.of) for one in there.values())
    if needed == sum(one.of for one in there.values()):
        return 0
    model = CalendarModel(board, slots)
    sat = attended(model, "ignored")
    for side, one in there.items():
        model.cp.add(sat.by_side[side] >= ceil(least * one.of))
    most = solve(model, (Aim(sat.total, needed, largest=True),), effort=effort, start=known)
    if not most.proven:
        return None
    return _able(board, most.slots) - needed


def _able(board: Board, slots: Sequence[Slot]) -> int:
    """The days on which optional seats could sit if they could be in two places."""
    return sum(
        len(list(sits(board, one, board.roadmap.seat[office])))
        for one in slots
        for office in board.roadmap.meeting[one.meeting].optional
    )


def outcome(board: Board, found: Found) -> Calendar:
    """What was found as a calendar, with its reasons where there is none."""
    slots = tuple(sorted(found.slots, key=lambda one: (one.start, one.meeting)))
    if not slots and board.roadmap.meetings:
        why = why_none(board) if found.proven else None
        return Calendar(
            board.roadmap, "infeasible" if found.proven else "unknown", why=why, board=board
        )
    return Calendar(
        board.roadmap,
        "optimal" if found.proven else "feasible",
        slots,
        attendance(board, slots),
        sum((one.day - board.roadmap.first).days for one in slots),
        board=board,
    )
