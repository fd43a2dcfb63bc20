"""The solver, which is an extra of its own."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, cast

from tracktwo.errors import OptionError

if TYPE_CHECKING:
    from types import ModuleType

    from ortools.sat.python.cp_model import IntVar, LinearExpr


@cache
def cp_model() -> "ModuleType":
    """OR-Tools' CP-SAT; `OptionError` with what to install where it is not there."""
    try:
        from ortools.sat.python import cp_model as found
    except ModuleNotFoundError as error:
        raise OptionError(
            "making a calendar needs more packages: pip install 'tracktwo[schedule]'"
        ) from error
    return found


def weighted(literals: "Sequence[IntVar]", weights: Sequence[int]) -> "LinearExpr":
    """Literals, each counted by its weight."""
    return cast("LinearExpr", cp_model().LinearExpr.weighted_sum(literals, weights))


def added(terms: "Sequence[IntVar | LinearExpr]") -> "LinearExpr":
    """Literals or terms, added up."""
    return cast("LinearExpr", cp_model().LinearExpr.sum(terms))
