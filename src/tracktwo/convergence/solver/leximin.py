"""The package whose least weighted gain is largest, then the next least, and so on."""

from collections.abc import Sequence
from math import lcm
from typing import TYPE_CHECKING

from tracktwo.convergence.problem import Problem
from tracktwo.convergence.solver.model import Effort, Found, Model, Unsolved
from tracktwo.convergence.solver.nash import LARGEST, hint

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import LinearExprT

ROUGH = 2**30


def egalitarian(problem: Problem, effort: Effort) -> Found | None:
    """The package whose least gain is largest, leximin; None where there is no agreement."""
    return leximin(problem, [1] * len(problem.parties), effort)


def kalai_smorodinsky(problem: Problem, ideals: Sequence[int], effort: Effort) -> Found | None:
    """The package whose least share of the ideals is largest, leximin; None without an agreement.

    A share u / I is compared as u (D / I), where D is the least common multiple of the ideals: whole
    numbers. Where those do not fit, shares are rounded and nothing is proven.
    """
    if any(ideal <= 0 for ideal in ideals):
        return None
    whole = lcm(*ideals)
    spread = int(abs(problem.values).sum(axis=1).max()) + max(map(abs, problem.floor))
    if whole // min(ideals) * spread * len(ideals) < LARGEST:
        return leximin(problem, [whole // ideal for ideal in ideals], effort)
    found = leximin(problem, [max(1, ROUGH // ideal) for ideal in ideals], effort)
    return found and Found(found.chosen, found.gains, proven=False)


def ideals(problem: Problem, effort: Effort) -> tuple[tuple[int, ...], bool]:
    """The largest gain of each party where nobody loses, and whether all are proven."""
    best, proven = [], True
    for gain in range(len(problem.parties)):
        model = Model(problem)
        model.require([0] * len(problem.parties))
        model.cp.maximize(model.gains[gain])
        found = model.solve(effort)
        best.append(found.gains[gain] if found else 0)
        proven = proven and (found is None or found.proven)
    return tuple(best), proven


def leximin(problem: Problem, weights: Sequence[int], effort: Effort) -> Found | None:
    """The package whose gains, weighted and sorted, come first: the least largest, then the next.

    Of the k-th smallest, at most k - 1 parties have less. With two parties the second step is the
    largest sum, which is the same.
    """
    reached: list[int] = []
    best: Found | None = None
    proven = True
    for k in range(len(weights)):
        model, goal = _stage(problem, weights, reached)
        if best is not None:
            hint(model, best)
        model.cp.maximize(goal)
        try:
            found = model.solve(effort)
        except Unsolved:
            if best is None:
                raise
            return Found(best.chosen, best.gains, proven=False)
        if found is None:
            return None
        best, proven = found, proven and found.proven
        ranked = sorted(one * gain for one, gain in zip(weights, found.gains, strict=True))
        reached.append(ranked[k])
    return best and Found(best.chosen, best.gains, proven)


def _stage(
    problem: Problem, weights: Sequence[int], reached: Sequence[int]
) -> tuple[Model, "LinearExprT"]:
    """A model in which the smallest gains so far are reached, and what to maximise next."""
    model = Model(problem)
    model.require(problem.least)
    own = [_own(model, party, weights) for party in range(len(weights))]
    if len(weights) == 2 and reached:
        for gain in own:
            model.cp.add(gain >= reached[0])
        return model, model.weighted(weights)
    top = max(one * most for one, most in zip(weights, problem.most, strict=True))
    goal = model.cp.new_int_var(0, max(top, 0), "")
    levels: list[LinearExprT] = [*reached, goal]
    for k, level in enumerate(levels):
        exempt = [model.cp.new_bool_var("") for _ in own]
        model.cp.add(sum(exempt) <= k)
        for gain, free in zip(own, exempt, strict=True):
            model.cp.add(gain >= level).only_enforce_if(free.negated())
    return model, goal


def _own(model: Model, party: int, weights: Sequence[int]) -> "LinearExprT":
    return model.weighted([one if n == party else 0 for n, one in enumerate(weights)])
