"""What a good calendar is, as terms of the model: attendance of the side worst off, days waited, meetings moved."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import lcm
from typing import TYPE_CHECKING, Literal

from tracktwo.roadmap.calendar.attendance import invitations
from tracktwo.roadmap.calendar.needs import added, weighted
from tracktwo.roadmap.calendar.slots import Slot, sits

if TYPE_CHECKING:
    from datetime import date

    from ortools.sat.python.cp_model import IntVar, LinearExpr

    from tracktwo.roadmap.calendar.model import CalendarModel

Clashes = Literal["counted", "forbidden", "ignored"]
"""What is done about an optional seat that is invited to two meetings at once."""


@dataclass(frozen=True)
class Attended:
    """The days on which optional seats of each side sit, as terms; `missed` are those lost to clashes."""

    by_side: Mapping[str, "LinearExpr"]
    missed: Sequence["IntVar"]

    @property
    def total(self) -> "LinearExpr":
        return added(list(self.by_side.values()))


def attended(model: "CalendarModel", clashes: Clashes) -> Attended:
    """The days on which optional seats of each side sit.

    An optional seat that is invited to two meetings at once misses one. Counted, this is what
    `attendance` counts. Forbidden, no such calendar is looked at, which is a much easier search.
    Ignored, it gives a bound: no calendar has better attendance.
    """
    sides = [one.id for one in model.board.roadmap.parties]
    literals: dict[str, list[IntVar]] = {side: [] for side in sides}
    weights: dict[str, list[int]] = {side: [] for side in sides}
    lost: list[IntVar] = []
    for office, those in _optional_of(model).items():
        side = model.board.roadmap.seat[office].party
        days = _days_of(model, office, those)
        able = [literal for one in days.values() for literal in one]
        missed = _missed(model, office, days, len(those), clashes)
        lost += missed
        literals[side] += [*able, *missed]
        weights[side] += [1] * len(able) + [-1] * len(missed)
    terms = {side: weighted(those, weights[side]) for side, those in literals.items()}
    return Attended(terms, lost)


def _optional_of(model: "CalendarModel") -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meeting in model.slots:
        for office in model.board.roadmap.meeting[meeting].optional:
            found.setdefault(office, []).append(meeting)
    return found


def _days_of(
    model: "CalendarModel", office: str, meetings: Sequence[str]
) -> "dict[date, list[IntVar]]":
    """The literals by day on which an office could sit without having to."""
    seat = model.board.roadmap.seat[office]
    found: dict[date, list[IntVar]] = {}
    for meeting in meetings:
        for slot, literal in zip(model.slots[meeting], model.at[meeting], strict=True):
            for day in sits(model.board, slot, seat):
                found.setdefault(day, []).append(literal)
    return found


def _missed(
    model: "CalendarModel",
    office: str,
    days: "dict[date, list[IntVar]]",
    meetings: int,
    clashes: Clashes,
) -> "list[IntVar]":
    """For every day on which an office might be in several meetings, how many it then misses."""
    required = model.required_of.get(office, ())
    if clashes == "ignored" or (meetings < 2 and not required):
        return []
    taken = [model.taken_by(one, office) for one in required]
    found = []
    for day, literals in days.items():
        others = [literal for one in taken for literal in one.get(day, ())]
        if meetings < 2 and not others:
            continue
        if clashes == "forbidden":
            model.never_together([*literals, *others])
            continue
        missed = model.cp.new_int_var(0, meetings, "")
        model.cp.add(added([*literals, *others]) <= 1 + missed)
        found.append(missed)
    return found


def least_share(model: "CalendarModel", sat: Attended) -> "tuple[IntVar, int]":
    """The share of the side worst off, in parts of the number that comes with it: exact, not rounded."""
    invited = {side: of for side, of in invitations(model.board, list(model.slots)).items() if of}
    parts = lcm(*invited.values())
    least = model.cp.new_int_var(0, parts, "")
    for side, of in invited.items():
        model.cp.add(least <= sat.by_side[side] * (parts // of))
    return least, parts


def waited(model: "CalendarModel", meetings: Collection[str] | None = None) -> "LinearExpr":
    """The days from the beginning of the roadmap to each meeting, or to some of them, added up."""
    chosen = [one for one in model.at if meetings is None or one in meetings]
    literals = [one for meeting in chosen for one in model.at[meeting]]
    days = [model.offset(slot) for meeting in chosen for slot in model.slots[meeting]]
    return weighted(literals, days)


def moved(model: "CalendarModel", before: Mapping[str, Slot]) -> "LinearExpr":
    """How many of the meetings of an earlier calendar are elsewhere: on another day or with another host."""
    kept = [
        literal
        for meeting, literals in model.at.items()
        for slot, literal in zip(model.slots[meeting], literals, strict=True)
        if meeting in before and is_kept(slot, before[meeting])
    ]
    return len([one for one in before if one in model.slots]) - added(kept)


def shifted(model: "CalendarModel", before: Mapping[str, Slot]) -> "LinearExpr":
    """By how many days meetings are moved, added up."""
    literals, days = [], []
    for meeting, those in model.at.items():
        if meeting in before:
            literals += those
            days += [abs((one.day - before[meeting].day).days) for one in model.slots[meeting]]
    return weighted(literals, days)


def is_kept(slot: Slot, before: Slot) -> bool:
    """Whether a meeting is where it was: the same day and host."""
    return (slot.day, slot.host) == (before.day, before.host)
