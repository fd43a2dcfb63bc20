"""The solver as it is used here: one thread, a fixed seed, one aim after the other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracktwo.roadmap.calendar.needs import added, cp_model
from tracktwo.roadmap.calendar.slots import Slot

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpSolver, LinearExpr

    from tracktwo.roadmap.calendar.model import CalendarModel

EFFORT = 120.0
"""Work before the search gives up, in the solver's own measure: close to seconds, the same on any machine."""


LARGEST_WEIGHT = 10**11
"""Aims are put into one sum while its numbers stay where the solver's arithmetic is exact."""


@dataclass(frozen=True)
class Aim:
    """What is to be made as large, or as small, as possible; its value lies between 0 and `most`."""

    value: "LinearExpr"
    most: int
    largest: bool = False

    @property
    def upward(self) -> "LinearExpr":
        return self.value if self.largest else -1 * self.value


@dataclass(frozen=True)
class Found:
    """The slots of a solution, none where there is none; `proven` says that it, or that there is none, is certain."""

    slots: tuple[Slot, ...]
    proven: bool


def solver(effort: float) -> "CpSolver":
    """One worker and a fixed seed: the same calendar for the same roadmap.

    Probing and the search for symmetries cost more than they find here; the linear relaxation is
    strong and worth its price.
    """
    one: CpSolver = cp_model().CpSolver()
    one.parameters.num_workers = 1
    one.parameters.random_seed = 0
    one.parameters.max_deterministic_time = effort
    one.parameters.cp_model_probing_level = 0
    one.parameters.symmetry_level = 0
    one.parameters.linearization_level = 2
    return one


def solve(
    model: "CalendarModel",
    aims: Sequence[Aim] = (),
    *,
    effort: float = EFFORT,
    start: Sequence[Slot] = (),
) -> Found:
    """The best calendar by the first aim, among those the best by the second, and so on.

    `start` is a calendar to begin with, which need not keep every rule.
    """
    cp = cp_model()
    found = Found(tuple(start), proven=True)
    for value in _sums(aims) or [added([])]:
        model.cp.maximize(value)
        _hint(model, found.slots)
        one = solver(effort)
        status = one.solve(model.cp)
        if status not in (cp.OPTIMAL, cp.FEASIBLE):
            return (
                Found((), proven=status == cp.INFEASIBLE)
                if found.slots == tuple(start)
                else replace(found, proven=False)
            )
        found = Found(chosen(model, one), found.proven and status == cp.OPTIMAL)
        model.cp.clear_objective()  # type: ignore[no-untyped-call]
        model.cp.add(value >= round(one.objective_value))
    return found


def _sums(aims: Sequence[Aim]) -> "list[LinearExpr]":
    """Aims as sums in which no gain in a later one makes up for a loss in an earlier one."""
    sums: list[LinearExpr] = []
    weight = 1
    for aim in reversed(aims):
        if not sums or weight * (aim.most + 1) > LARGEST_WEIGHT:
            sums.insert(0, aim.upward)
            weight = aim.most + 1
        else:
            sums[0] = added([aim.upward * weight, sums[0]])
            weight *= aim.most + 1
    return sums


def chosen(model: "CalendarModel", one: "CpSolver") -> tuple[Slot, ...]:
    """The slots of a solution, in the order of the meetings."""
    return tuple(
        slot
        for meeting, literals in model.at.items()
        for slot, literal in zip(model.slots[meeting], literals, strict=True)
        if one.boolean_value(literal)
    )


def _hint(model: "CalendarModel", slots: Sequence[Slot]) -> None:
    """Begin the search at a calendar."""
    model.cp.clear_hints()  # type: ignore[no-untyped-call]
    begun = {one.meeting: one for one in slots}
    for meeting, literals in model.at.items():
        for slot, literal in zip(model.slots[meeting], literals, strict=True):
            if meeting in begun:
                model.cp.add_hint(literal, slot == begun[meeting])
