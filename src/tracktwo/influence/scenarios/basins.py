"""Basins: how many starting scenarios succession leads to each attractor."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from math import prod

import numpy as np

from tracktwo.errors import OptionError
from tracktwo.influence.scenarios.matrix import CrossImpactMatrix
from tracktwo.influence.scenarios.orbits import Ends, Step, cycle_from, every_end, sampled_ends
from tracktwo.influence.scenarios.scenario import Scenario, judged
from tracktwo.influence.scenarios.succession import Succession, check_succession, successors

MOST_STARTS = 2_000_000
"""Starts up to which every one is counted."""

SAMPLE = 10_000
"""Starts drawn where there are more: the standard error of a share is then 0.005 at most."""

MOST_LISTED = 10_000
"""Attractors listed, those with most starts."""


@dataclass(frozen=True, slots=True)
class Attractor:
    """Where succession ends: one scenario that stays, or several that follow each other for ever.

    `weight` is the number of starts that end here. A cycle begins with its first scenario in the
    order of the matrix.
    """

    scenarios: tuple[Scenario, ...]
    weight: int

    @property
    def is_cycle(self) -> bool:
        return len(self.scenarios) > 1


@dataclass(frozen=True)
class Basins:
    """Attractors by weight, heaviest first, of `starts` scenarios: all there are, or a sample.

    `unsettled` starts of a sample had not settled after 2,000 steps. Of `found` attractors the
    heaviest 10,000 are listed.
    """

    attractors: tuple[Attractor, ...]
    succession: Succession
    starts: int
    sampled: bool
    unsettled: int
    found: int

    @property
    def in_cycles(self) -> int:
        """Starts that end in a cycle, where no scenario stays."""
        return sum(one.weight for one in self.attractors if one.is_cycle)

    def weight(self, scenario: Scenario) -> int:
        """Starts that end in this scenario and stay there: 0 where it does not attract any."""
        return self._weights.get(scenario.chosen, 0)

    @cached_property
    def _weights(self) -> Mapping[tuple[str, ...], int]:
        settled = (one for one in self.attractors if not one.is_cycle)
        return {one.scenarios[0].chosen: one.weight for one in settled}


def find_basins(
    matrix: CrossImpactMatrix,
    *,
    succession: Succession = "global",
    held: Mapping[str, str] | None = None,
    seed: int = 0,
    sample: int = SAMPLE,
) -> Basins:
    """Where succession leads from every scenario, or from a sample where there are over two million.

    Descriptors in `held` (id to state) stand still, in the starts too. Raises `OptionError` for an
    unknown succession, descriptor or state, and for a sample of nobody.

    >>> from tracktwo.influence.scenarios import Descriptor
    >>> trade, pacts = Descriptor("Trade", ("open", "parted")), Descriptor("Pacts", ("few", "many"))
    >>> judged = np.array([[0, 0, 2, -2], [0, 0, -1, 1], [1, -1, 0, 0], [-3, 3, 0, 0]])
    >>> basins = find_basins(CrossImpactMatrix((trade, pacts), judged))
    >>> [(one.weight, [s.chosen for s in one.scenarios]) for one in basins.attractors]
    [(2, [('open', 'many'), ('parted', 'few')]), (1, [('open', 'few')]), (1, [('parted', 'many')])]

    Source: Weimer-Jehle 2006, Cross-impact balances, Technological Forecasting & Social Change 73.
    """
    check_succession(succession)
    if sample < 1:
        raise OptionError(f"a sample of {sample} starts was asked for; ask for one or more")
    fixed = matrix.held_places(held)
    step = partial(successors, matrix, succession=succession, held=set(fixed))
    sizes = [len(one.states) for one in matrix.descriptors]
    for descriptor in fixed:
        sizes[descriptor] = 1
    least = tuple(fixed.get(place, 0) for place in range(len(sizes)))
    sampled = prod(sizes) > MOST_STARTS
    if sampled:
        starts = np.random.default_rng(seed).integers(sizes, size=(sample, len(sizes))) + least
        ends = sampled_ends(step, starts.astype(np.int32))
    else:
        ends = every_end(step, sizes=tuple(sizes), least=least)
    return Basins(
        attractors=_attractors(matrix, step, ends, set(fixed)),
        succession=succession,
        starts=ends.starts,
        sampled=sampled,
        unsettled=ends.starts - sum(ends.counts.values()),
        found=len(ends.counts),
    )


def _attractors(
    matrix: CrossImpactMatrix, step: Step, ends: Ends, held: set[int]
) -> tuple[Attractor, ...]:
    heaviest = sorted(ends.counts, key=lambda end: (-ends.counts[end], end))[:MOST_LISTED]
    return tuple(
        Attractor(
            judged(matrix, np.array(cycle_from(step, end), np.int32), held=held), ends.counts[end]
        )
        for end in heaviest
    )
