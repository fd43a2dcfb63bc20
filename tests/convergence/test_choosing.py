"""Looking at every package and asking the solver choose the same, for other values of the same talks."""

from math import prod

import pytest

from tests.convergence.instances import drawn
from tracktwo.convergence import SOLUTIONS
from tracktwo.convergence.choosing import by_looking, by_solver
from tracktwo.convergence.exaggeration import WAYS, exaggerated
from tracktwo.convergence.solver.model import Effort


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("seed", [1, 4])
def test_both_ways_choose_packages_as_good(seed: int, way) -> None:
    problem = drawn(8, seed)
    looked, solved = by_looking(problem), by_solver(Effort(20))

    for party in (0, 1):
        other = exaggerated(problem, party, way)
        for name in SOLUTIONS:
            one, two = looked(name, other), solved(name, other)
            assert one.proven
            assert two.proven
            assert (prod(one.gains), sorted(one.gains)) == (prod(two.gains), sorted(two.gains))
