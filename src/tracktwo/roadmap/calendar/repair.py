"""A calendar after something has changed: as few meetings moved as can be, then by as few days."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tracktwo.roadmap.calendar.model import CalendarModel
from tracktwo.roadmap.calendar.objectives import is_kept, moved, shifted, waited
from tracktwo.roadmap.calendar.result import Calendar
from tracktwo.roadmap.calendar.schedule import outcome, possible
from tracktwo.roadmap.calendar.slots import Board, Slot
from tracktwo.roadmap.calendar.solve import EFFORT, Aim, Found, solve
from tracktwo.roadmap.roadmap import Roadmap
from tracktwo.roadmap.working_days import CountryDays


@dataclass(frozen=True, slots=True)
class Shift:
    """A meeting that moves: from where to where."""

    before: Slot
    after: Slot

    @property
    def meeting(self) -> str:
        return self.after.meeting

    @property
    def days(self) -> int:
        """By how many days, later ones positive."""
        return (self.after.day - self.before.day).days


@dataclass(frozen=True)
class Repaired:
    """The new calendar and what moved; `added` were not there before, `gone` are no longer.

    Where `calendar.status` is "optimal" it is proven that nothing less would do.
    """

    calendar: Calendar
    shifts: tuple[Shift, ...] = ()
    added: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


def repair(
    calendar: Calendar,
    roadmap: Roadmap,
    *,
    working: Mapping[str, CountryDays] | None = None,
    effort: float = EFFORT,
) -> Repaired:
    """A calendar of a changed roadmap that stays as near as can be to the one there was.

    The fewest meetings are on another day or with another host; of such calendars, the days by which
    they are moved add up to the least. New meetings are as early as that allows.

    >>> from datetime import date
    >>> from tracktwo.dialogue import Party
    >>> from tracktwo.roadmap import Absence, Meeting, Place, Seat, schedule
    >>> from dataclasses import replace
    >>> plan = Roadmap(
    ...     "r", date(2022, 3, 1), date(2022, 3, 31), parties=(Party("nato"),),
    ...     places=(Place("brussels", "BE", "Europe/Brussels", party="nato"),),
    ...     seats=(Seat("staff", "nato", zone="Europe/Brussels", country="BE"),),
    ...     meetings=(Meeting("m1", required=("staff",)), Meeting("m2", required=("staff",))))
    >>> ill = replace(plan, absences=(Absence("staff", date(2022, 3, 1), date(2022, 3, 1)),))
    >>> [(one.meeting, one.days) for one in repair(schedule(plan), ill).shifts]
    [('m1', 2)]
    """
    board = Board.of(roadmap, working if working is not None else _known(calendar))
    slots = possible(board)
    before = {name: slot for name, slot in calendar.at.items() if name in slots}
    after = outcome(board, _nearest(board, slots, before, effort))
    return Repaired(
        after,
        shifts_of(before, after.slots),
        tuple(name for name in slots if name not in before),
        tuple(name for name in calendar.at if name not in slots),
    )


def _known(calendar: Calendar) -> Mapping[str, CountryDays] | None:
    same = calendar.board is not None
    return calendar.board.working if same and calendar.board else None


def _nearest(
    board: Board, slots: Mapping[str, Sequence[Slot]], before: Mapping[str, Slot], effort: float
) -> Found:
    if not all(slots.values()):
        return Found((), proven=True)
    return nearest(board, slots, before, effort=effort)


def nearest(
    board: Board,
    slots: Mapping[str, Sequence[Slot]],
    before: Mapping[str, Slot],
    *,
    effort: float = EFFORT,
) -> Found:
    """The calendar among some slots that is nearest to one there was."""
    model = CalendarModel(board, slots)
    longest = (board.roadmap.last - board.roadmap.first).days
    aims = [
        Aim(moved(model, before), len(before)),
        Aim(shifted(model, before), longest * max(len(before), 1)),
    ]
    if new := set(slots) - set(before):
        aims.append(Aim(waited(model, new), longest * len(new)))
    return solve(model, aims, effort=effort, start=tuple(before.values()))


def shifts_of(before: Mapping[str, Slot], after: Sequence[Slot]) -> tuple[Shift, ...]:
    """The meetings that are elsewhere, in the order of time."""
    return tuple(
        Shift(before[one.meeting], one)
        for one in after
        if one.meeting in before and not is_kept(one, before[one.meeting])
    )
