"""The largest product of gains: first found through logarithms, then proven in whole numbers.

Finding. Maximise the sum of t_p with t_p below tangents of the logarithm: t_p <= ln c + (u_p - c) / c
for twelve values of c in geometric steps, and then for the gains u found, until a point repeats.

Proving. {prod u_p >= P} is convex. By the inequality of arithmetic and geometric means, for whole
weights c_p, it lies in sum c_p u_p >= s, where s is the smallest whole number with
s^m >= m^m P prod c_p (m parties). With c_p = prod of the others' gains at a point whose product is
too small, that cut removes the point. Cuts are added, for P one above the best product found, until
nothing is left: no floating number takes part in the proof.
"""

from collections.abc import Iterable, Sequence
from math import ceil, gcd, log, prod

from tracktwo.convergence.problem import Gains, Problem
from tracktwo.convergence.solver.model import Effort, Found, Model, Unsolved

SCALE = 100_000
"""Parts into which a logarithm is cut."""
TANGENTS = 12
SPOKE = 1.12
"""Ratio between the gains at which the proof begins to cut."""
LARGEST = 2**62
"""Sums beyond this do not fit the solver's whole numbers."""


def nash(problem: Problem, effort: Effort) -> Found | None:
    """The package with the largest product of gains; None where there is no agreement.

    With two parties, of equal products the one whose gains are most alike.
    """
    best = _found(problem, effort)
    if best is None:
        return None
    best, seen, proven = _proven(problem, best, effort)
    if proven and len(problem.parties) == 2:
        best = _most_alike(problem, best, seen, effort)
    return Found(best.chosen, best.gains, proven)


def _found(problem: Problem, effort: Effort) -> Found | None:
    """A package with a large product, by tangents until a point repeats."""
    if any(most < least for most, least in zip(problem.most, problem.least, strict=True)):
        return None
    logs = _Logarithms(problem)
    best: Found | None = None
    while True:
        try:
            here = logs.model.solve(effort)
        except Unsolved:
            if best is None:
                raise
            return best
        if here is None:
            return None
        if best is None or prod(here.gains) > prod(best.gains):
            best = here
        if not logs.bend(enumerate(here.gains)) or effort.is_spent:
            return best
        hint(logs.model, best)


class _Logarithms:
    """A model that maximises the sum of what lies below tangents of the gains' logarithms."""

    def __init__(self, problem: Problem) -> None:
        self.model = Model(problem)
        self.model.require(problem.least)
        self.logs = [
            self.model.cp.new_int_var(0, ceil(SCALE * log(most)) + 1, "") for most in problem.most
        ]
        self._seen: set[tuple[int, int]] = set()
        for party, ends in enumerate(zip(problem.least, problem.most, strict=True)):
            self.bend((party, c) for c in _steps(*ends))
        self.model.cp.maximize(sum(self.logs))

    def bend(self, points: Iterable[tuple[int, int]]) -> bool:
        """Add tangents at gains of parties; whether any is new."""
        new = [one for one in points if one not in self._seen]
        for party, c in new:
            rise = ceil(SCALE * log(c)) - SCALE
            tangent = c * self.logs[party] - SCALE * self.model.gains[party]
            self.model.cp.add(tangent <= c * rise)
        self._seen.update(new)
        return bool(new)


def hint(model: Model, best: Found) -> None:
    """Where to look first."""
    model.cp.clear_hints()  # type: ignore[no-untyped-call]
    for place, one in enumerate(model.options):
        model.cp.add_hint(one, place in best.chosen)


def _steps(least: int, most: int) -> list[int]:
    """Whole numbers in geometric steps."""
    ratio = (most / least) ** (1 / (TANGENTS - 1))
    return sorted({min(most, max(least, round(least * ratio**n))) for n in range(TANGENTS)})


def _proven(problem: Problem, best: Found, effort: Effort) -> tuple[Found, list[Gains], bool]:
    """The best product with the points whose cuts prove it, and whether they do."""
    seen = _spokes(best.gains)
    while True:
        model = Model(problem)
        model.require(problem.least)
        target = prod(best.gains) + 1
        if not all(_cut(model, gains, target) for gains in seen):
            return best, seen, False
        better = _better(model, target, seen, effort)
        if better is None or isinstance(better, bool):
            return best, seen, better is None
        best = better


def _better(model: Model, target: int, seen: list[Gains], effort: Effort) -> Found | bool | None:
    """A package with the target product, None where there is none, False where that is not known."""
    while not effort.is_spent:
        try:
            here = model.solve(effort)
        except Unsolved:
            return False
        if here is None:
            return None
        if prod(here.gains) >= target:
            return here
        if here.gains in seen or not _cut(model, here.gains, target):
            return False
        seen.append(here.gains)
    return False


def _spokes(at: Gains) -> list[Gains]:
    """Points around the best one, near enough to its product, where cuts are useful from the start."""
    ratios = [SPOKE**n for n in range(-TANGENTS, TANGENTS + 1)] if len(at) == 2 else []
    turned = [(max(1, round(at[0] * one)), max(1, round(at[1] / one))) for one in ratios]
    return [at, *(one for one in turned if one != at)]


def _cut(model: Model, at: Sequence[int], target: int) -> bool:
    """Whether the cut fits the solver's numbers; it is then added."""
    whole = prod(at)
    weights = [whole // gain for gain in at]
    shared = gcd(*weights)
    weights = [one // shared for one in weights]
    m = len(at)
    least = ceil_root(m**m * prod(weights) * target, m)
    reach = sum(
        one * (most + abs(floor))
        for one, most, floor in zip(weights, model.problem.most, model.problem.floor, strict=True)
    )
    spread = sum(
        one * int(abs(values).sum())
        for one, values in zip(weights, model.problem.values, strict=True)
    )
    if max(reach, spread, least) >= LARGEST:
        return False
    model.cp.add(model.weighted(weights) >= least)
    return True


def ceil_root(number: int, m: int) -> int:
    """The smallest whole number whose m-th power is `number` or more.

    >>> ceil_root(26, 3), ceil_root(27, 3), ceil_root(28, 3)
    (3, 3, 4)
    """
    low, high = 0, 1 << -(-number.bit_length() // m)
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if middle**m >= number else (middle + 1, high)
    return low


def _most_alike(problem: Problem, best: Found, seen: list[Gains], effort: Effort) -> Found:
    """Of all packages with this product, the one whose smaller gain is largest."""
    target = prod(best.gains)
    model = Model(problem)
    model.require([max(low, min(best.gains)) for low in problem.least])
    lowest = model.cp.new_int_var(0, max(problem.most), "")
    for gain in model.gains:
        model.cp.add(gain >= lowest)
    for gains in seen:
        _cut(model, gains, target)
    model.cp.maximize(lowest)
    while not effort.is_spent:
        hint(model, best)
        try:
            here = model.solve(effort)
        except Unsolved:
            return best
        if here is None or not here.proven:
            return best
        if prod(here.gains) >= target:
            return here
        if not _cut(model, here.gains, target):
            return best
    return best
