"""All consistent scenarios, found by search: without enumeration, and without missing one."""

from collections.abc import Callable, Mapping
from math import floor, prod

import numpy as np

from tracktwo._typing import Ints
from tracktwo.errors import OptionError
from tracktwo.influence.scenarios.matrix import CrossImpactMatrix
from tracktwo.influence.scenarios.partial import branched, places, promising, undecided
from tracktwo.influence.scenarios.plan import planned
from tracktwo.influence.scenarios.scenario import FoundScenarios, Scenario, judged

MOST = 10_000
"""Scenarios at which a search stops of itself."""


def always() -> bool:
    """The answer of somebody who never stops a search."""
    return True


def find_scenarios(
    matrix: CrossImpactMatrix,
    *,
    tolerance: float = 0.0,
    held: Mapping[str, str] | None = None,
    most: int = MOST,
    may_go_on: Callable[[], bool] = always,
) -> FoundScenarios:
    """Every scenario in which each state is, within `tolerance`, the best scored of its descriptor.

    Descriptors in `held` (id to state) are fixed: they influence the others and need not be best
    themselves. The search is exact. It ends early, and says so, where there are more than `most`
    scenarios or when `may_go_on`, asked every few milliseconds, says no. Raises `OptionError` for a
    tolerance below 0 and for a descriptor or state that is not there.

    >>> from tracktwo.influence.scenarios import Descriptor
    >>> trade, pacts = Descriptor("Trade", ("open", "parted")), Descriptor("Pacts", ("few", "many"))
    >>> judged = np.array([[0, 0, 2, -2], [0, 0, -1, 1], [1, -1, 0, 0], [-3, 3, 0, 0]])
    >>> found = find_scenarios(CrossImpactMatrix((trade, pacts), judged))
    >>> found.complete, [one.chosen for one in found.scenarios]
    (True, [('parted', 'many'), ('open', 'few')])

    Source: Weimer-Jehle 2006, Cross-impact balances, Technological Forecasting & Social Change 73.
    """
    _check(tolerance, most)
    fixed = matrix.held_places(held)
    plan = planned(matrix, fixed)
    waiting, nodes, stopped_by = [undecided(plan, fixed)], 0, ""
    whole = [np.empty((0, plan.depth), np.int32)]
    while waiting and not stopped_by:
        grown = branched(plan, waiting.pop())
        nodes += len(grown)
        kept = promising(plan, grown, tolerance=_in_steps(matrix, tolerance))
        if kept.depth < plan.depth:
            waiting.extend(kept.blocks())
        else:
            whole.append(places(plan, kept))
        stopped_by = _stopped_by(whole, most, may_go_on)
    return FoundScenarios(
        scenarios=_strongest_first(matrix, np.concatenate(whole)[:most], fixed),
        nodes=nodes,
        combinations=_combinations(matrix, fixed),
        tolerance=tolerance,
        held=dict(held or {}),
        stopped_by=stopped_by if waiting or stopped_by == "count" else "",
    )


def _check(tolerance: float, most: int) -> None:
    if not 0 <= tolerance < float("inf"):
        raise OptionError(f"the tolerance is {tolerance:g}; use a number from 0 on")
    if most < 1:
        raise OptionError(f"{most} scenarios were asked for; ask for one or more")


def _combinations(matrix: CrossImpactMatrix, fixed: dict[int, int]) -> int:
    sizes = (len(one.states) for one in matrix.descriptors)
    return prod(size for place, size in enumerate(sizes) if place not in fixed)


def _in_steps(matrix: CrossImpactMatrix, tolerance: float) -> int:
    """A tolerance in whole steps; a hair above, so that 0.3 is three steps of a tenth."""
    return floor(tolerance * matrix.per_unit + 1e-6)


def _stopped_by(whole: list[Ints], most: int, may_go_on: Callable[[], bool]) -> str:
    if sum(map(len, whole)) > most:
        return "count"
    return "" if may_go_on() else "clock"


def _strongest_first(
    matrix: CrossImpactMatrix, chosen: Ints, fixed: dict[int, int]
) -> tuple[Scenario, ...]:
    """By total impact, then in the order of the matrix."""
    in_order = chosen[np.lexsort(chosen.T[::-1])]
    scenarios = judged(matrix, in_order, held=set(fixed))
    return tuple(sorted(scenarios, key=lambda one: -one.total_impact))
