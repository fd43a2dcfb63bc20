"""A calendar: where every meeting is, how good it is, and whether that is certain."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from tracktwo.roadmap.calendar.attendance import Attendance
from tracktwo.roadmap.calendar.rules import Rule
from tracktwo.roadmap.calendar.slots import Board, Slot
from tracktwo.roadmap.roadmap import Roadmap

Status = Literal["optimal", "feasible", "infeasible", "unknown"]
"""Optimal and infeasible are proven. Feasible: it keeps every rule, a better one may exist. Unknown: none
was found, and none may exist."""


@dataclass(frozen=True)
class Why:
    """Why there is no calendar: rules that cannot all be kept, none of which could be left out of the proof.

    `enough` are those of them that, given up alone, would let a calendar exist; None where nobody asked.
    """

    rules: tuple[Rule, ...]
    enough: tuple[Rule, ...] | None = None


@dataclass(frozen=True)
class Calendar:
    """A calendar of a roadmap.

    `slots` are in the order of time, `board` is what they were made from. `attendance` is that of each side. `waited` are days from the
    beginning of the roadmap to the meetings, added up. `why` is there where no calendar exists.
    """

    roadmap: Roadmap
    status: Status
    slots: tuple[Slot, ...] = ()
    attendance: Mapping[str, Attendance] = field(default_factory=dict)
    waited: int = 0
    why: Why | None = None
    board: Board | None = field(default=None, repr=False, compare=False)

    @cached_property
    def at(self) -> Mapping[str, Slot]:
        """The slot of each meeting."""
        return {one.meeting: one for one in self.slots}

    @cached_property
    def provisional(self) -> Mapping[str, tuple[int, ...]]:
        """By country, the years of the roadmap of which days of rest are not all known yet."""
        working = self.board.working if self.board else {}
        years = range(self.roadmap.first.year, self.roadmap.last.year + 1)
        found = {
            code: tuple(year for year in days.provisional if year in years)
            for code, days in sorted(working.items())
        }
        return {code: those for code, those in found.items() if those}

    def __bool__(self) -> bool:
        return bool(self.slots)
