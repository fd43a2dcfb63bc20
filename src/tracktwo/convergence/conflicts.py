"""Why nothing can be agreed: a smallest set of demands that clash, and no set of fewer does.

A demand is a condition, or that a party gains enough. Demands clash when every package leaves at
least one of them unmet, so a smallest clash is a smallest set that meets all sets of unmet demands
(an implicit hitting set: Ignatiev, Previti, Liffiton & Marques-Silva 2015, Smallest MUS extraction).
Sets of unmet demands are found one at a time, each to answer the clash supposed so far.
"""

from collections.abc import Callable, Collection, Iterable, Sequence

import numpy as np

from tracktwo.convergence.enumeration import can_enumerate, gains_of, sums
from tracktwo.convergence.problem import Problem
from tracktwo.convergence.result import Conflict
from tracktwo.convergence.solver.demands import gain_of
from tracktwo.convergence.solver.demands import unmet as unmet_by_solver
from tracktwo.convergence.solver.model import Effort, Unsolved

Ask = Callable[[frozenset[str]], frozenset[str] | None]
MOST_BY_BITS = 62


def conflict(problem: Problem, effort: Effort) -> Conflict | None:
    """A smallest set of demands that clash; None where all can be met together.

    Where the conditions clash by themselves, gains are left out of it. With the time spent, the
    clash supposed last is not proven, and None stands for "not known" too.
    """
    conditions = problem.conditions
    gains = tuple(map(gain_of, problem.parties))
    for demands in (conditions, (*conditions, *gains)):
        try:
            found = smallest_clash(demands, _ask(problem, demands, effort))
        except Unsolved:
            return None
        if found is not None:
            return Conflict(
                tuple(one for one in conditions if one in found),
                tuple(one for one in problem.parties if gain_of(one) in found),
                proven=True,
            )
    return None


def smallest_clash(demands: Sequence[str], ask: Ask) -> frozenset[str] | None:
    """The smallest set of demands that cannot be met; `ask` gives what is unmet when some are met.

    >>> packages = [{"a"}, {"b"}, {"a", "c"}]
    >>> def ask(held):
    ...     return next((frozenset(one) for one in packages if not one & held), None)
    >>> sorted(smallest_clash(("a", "b", "c"), ask))
    ['a', 'b']
    """
    unmet: list[frozenset[str]] = []
    while True:
        supposed = smallest_hitting(unmet, demands)
        answer = ask(supposed)
        if answer is None:
            return supposed
        if not answer:
            return None
        unmet.append(answer)


def smallest_hitting(sets: Iterable[frozenset[str]], order: Sequence[str]) -> frozenset[str]:
    """The smallest set that meets every one of some sets; of several, the first in an order.

    >>> sorted(smallest_hitting([frozenset("ab"), frozenset("bc")], "abc"))
    ['b']
    """
    wanted = sorted(sets, key=len)
    size = 0
    while (found := _hit(wanted, size, frozenset(), order)) is None:
        size += 1
    return found


def _hit(
    sets: Sequence[frozenset[str]], size: int, chosen: frozenset[str], order: Sequence[str]
) -> frozenset[str] | None:
    missed = [one for one in sets if not one & chosen]
    if not missed:
        return chosen
    if _at_least(missed) > size:
        return None
    for one in order:
        if one in missed[0]:
            found = _hit(missed, size - 1, chosen | {one}, order)
            if found is not None:
                return found
    return None


def _at_least(sets: Sequence[frozenset[str]]) -> int:
    """How many of the sets have nothing in common: each needs an element of its own."""
    taken: frozenset[str] = frozenset()
    apart = 0
    for one in sets:
        if not one & taken:
            taken, apart = taken | one, apart + 1
    return apart


def _ask(problem: Problem, demands: Collection[str], effort: Effort) -> Ask:
    if can_enumerate(problem) and len(demands) <= MOST_BY_BITS:
        return _by_looking(problem, tuple(demands))
    return lambda held: unmet_by_solver(problem, held, demands, effort)


def _by_looking(problem: Problem, demands: Sequence[str]) -> Ask:
    """Answers from the sets of unmet demands of all packages, the smallest first."""
    everything = np.arange(1 << len(problem.live), dtype=np.int64)
    unmet = np.zeros_like(everything)
    bit = {one: 1 << n for n, one in enumerate(demands)}
    for row in problem.rows:
        over = sums(problem.live, row.weights, everything) > row.most
        unmet |= np.where(over, bit[row.condition], 0)
    gains = gains_of(problem, problem.live, everything)
    for n, party in enumerate(problem.parties):
        if gain_of(party) in bit:
            unmet |= np.where(gains[:, n] < problem.least[n], bit[gain_of(party)], 0)
    kinds = np.unique(unmet)
    kinds = kinds[np.argsort(np.bitwise_count(kinds), kind="stable")]

    def ask(held: frozenset[str]) -> frozenset[str] | None:
        must = sum(bit[one] for one in held)
        left = kinds[(kinds & must) == 0]
        if not len(left):
            return None
        return frozenset(one for one in demands if int(left[0]) & bit[one])

    return ask
