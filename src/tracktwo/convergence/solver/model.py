"""A problem as a CP-SAT model: one Boolean an option, conditions and gains as sums."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracktwo.convergence.problem import Gains, Problem
from tracktwo.errors import OptionError
from tracktwo.locale import english

if TYPE_CHECKING:
    from types import ModuleType

    from ortools.sat.python.cp_model import CpModel, IntVar, LinearExpr

SEED = 1


@dataclass
class Effort:
    """How much deterministic time is left; about seconds on a machine of 2020."""

    left: float

    @property
    def is_spent(self) -> bool:
        return self.left <= 0


@dataclass(frozen=True)
class Found:
    """Places of the chosen options, what each party gains, and whether that is certainly the best."""

    chosen: tuple[int, ...]
    gains: Gains
    proven: bool


class Model:
    """A model that grows: conditions hold from the start, what else is asked is added."""

    def __init__(self, problem: Problem, *, with_conditions: bool = True) -> None:
        self.problem = problem
        self.cp: CpModel = cp_model().CpModel()
        live = set(problem.live)
        self.options: list[IntVar] = [
            self.cp.new_int_var(0, int(place in live), f"x{place}")
            for place in range(len(problem.options))
        ]
        self.gains: list[LinearExpr] = [
            self.sum(values) - floor
            for values, floor in zip(problem.values.tolist(), problem.floor, strict=True)
        ]
        if with_conditions:
            for row in problem.rows:
                self.cp.add(self.sum(row.weights) <= row.most)

    def sum(self, weights: Sequence[int]) -> "LinearExpr":
        """The summed weights of the chosen options."""
        expr: LinearExpr = cp_model().LinearExpr.weighted_sum(self.options, list(weights))
        return expr

    def weighted(self, weights: Sequence[int]) -> "LinearExpr":
        """The weighted sum of the parties' gains, flattened to one sum over options."""
        total = self.problem.values.T @ list(weights)
        floor = sum(one * low for one, low in zip(weights, self.problem.floor, strict=True))
        return self.sum([int(one) for one in total]) - floor

    def require(self, least: Sequence[int]) -> None:
        """Everybody gains so much or more."""
        for gain, low in zip(self.gains, least, strict=True):
            self.cp.add(gain >= low)

    def solve(self, effort: Effort) -> Found | None:
        """The best that was found; None where there is nothing, which is then proven.

        Raises `Unsolved` where the time ran out before anything was found or excluded.
        """
        solver = cp_model().CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = SEED
        solver.parameters.max_deterministic_time = max(effort.left, 1e-3)
        status = solver.solve(self.cp)
        effort.left -= solver.response_proto.deterministic_time
        if status == cp_model().INFEASIBLE:
            return None
        if status not in (cp_model().OPTIMAL, cp_model().FEASIBLE):
            raise Unsolved
        chosen = tuple(n for n, one in enumerate(self.options) if solver.boolean_value(one))
        return Found(chosen, self.problem.gains(chosen), proven=status == cp_model().OPTIMAL)


def beyond(model: Model, gains: Gains) -> None:
    """Only packages that give at least one party more than these gains."""
    better = [model.cp.new_bool_var("") for _ in gains]
    model.cp.add_bool_or(better)
    for one, gain, more in zip(model.gains, gains, better, strict=True):
        model.cp.add(one >= gain + 1).only_enforce_if(more)


class Unsolved(Exception):  # noqa: N818 -- no error: the limit that was asked for
    """The time ran out before a package was found or excluded."""


def cp_model() -> "ModuleType":
    """What searches, or a sentence that says what to install."""
    try:
        from ortools.sat.python import cp_model as found
    except ModuleNotFoundError as error:
        raise OptionError(
            english(
                "packages of more than twenty options need one more package: "
                "pip install 'tracktwo[schedule]'"
            )
        ) from error
    return found
