"""A scenario: one state of every descriptor, with what speaks for it and how firmly it stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from tracktwo._typing import Ints
from tracktwo.errors import OptionError
from tracktwo.influence.scenarios.matrix import CrossImpactMatrix, Steps


@dataclass(frozen=True, slots=True)
class Scenario:
    """One state of every descriptor, in the order of the matrix.

    `total_impact` is the sum of the scores of its states. `margin` is the least lead of a state over
    a rival state of the same descriptor; below 0, the scenario is inconsistent by so much. What is
    held from outside has no rivals. A margin of m outlives every change of one judgement up to m.
    """

    states: Mapping[str, str]
    total_impact: float
    margin: float

    @property
    def inconsistency(self) -> float:
        """By how much the worst placed state is behind a rival; 0 where the scenario is consistent."""
        return max(0.0, -self.margin)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The states alone."""
        return tuple(self.states.values())


@dataclass(frozen=True, slots=True)
class FoundScenarios:
    """The scenarios of a matrix that are inconsistent by `tolerance` at most, strongest first.

    Equal totals stand in the order of the matrix. `stopped_by` is empty where the search came to its
    end, else `clock` or `count`: then there may be more scenarios, stronger ones too. `nodes` counts
    the partial scenarios looked at, `combinations` the whole ones that are possible with what is `held`.
    """

    scenarios: tuple[Scenario, ...]
    nodes: int
    combinations: int
    tolerance: float = 0.0
    held: Mapping[str, str] = field(default_factory=dict)
    stopped_by: str = ""

    @property
    def complete(self) -> bool:
        """Whether these are all there are."""
        return not self.stopped_by

    @property
    def agreed(self) -> dict[str, str]:
        """Descriptors that are in the same state in every scenario, and that state."""
        first = dict(self.scenarios[0].states) if self.scenarios else {}
        return {
            descriptor: state
            for descriptor, state in first.items()
            if all(one.states[descriptor] == state for one in self.scenarios)
        }


def scores(matrix: CrossImpactMatrix, states: Mapping[str, str]) -> dict[str, dict[str, float]]:
    """The impact balance: for every descriptor, the score of each of its states in a scenario.

    The score of a state is the sum of the judgements of the scenario's states on it. Raises
    `OptionError` where `states` does not name one state of every descriptor.

    >>> from tracktwo.influence.scenarios import CrossImpactMatrix, Descriptor
    >>> trade, pacts = Descriptor("Trade", ("open", "parted")), Descriptor("Pacts", ("few", "many"))
    >>> judged = np.array([[0, 0, 2, -2], [0, 0, -1, 1], [1, -1, 0, 0], [-3, 3, 0, 0]])
    >>> scores(CrossImpactMatrix((trade, pacts), judged), {"Trade": "open", "Pacts": "many"})
    {'Trade': {'open': -3.0, 'parted': 3.0}, 'Pacts': {'few': 2.0, 'many': -2.0}}
    """
    places = _places(matrix, states)[None]
    column = sums(matrix, places)[:, 0] / matrix.per_unit
    parts = np.split(column, matrix.starts[1:-1])
    return {
        one.id: dict(zip(one.states, part.tolist(), strict=True))
        for one, part in zip(matrix.descriptors, parts, strict=True)
    }


def judge(
    matrix: CrossImpactMatrix,
    states: Mapping[str, str],
    *,
    held: Mapping[str, str] | None = None,
) -> Scenario:
    """One scenario with its total impact and its margin, descriptors in `held` being fixed.

    >>> from tracktwo.influence.scenarios import CrossImpactMatrix, Descriptor
    >>> trade, pacts = Descriptor("Trade", ("open", "parted")), Descriptor("Pacts", ("few", "many"))
    >>> judged = np.array([[0, 0, 2, -2], [0, 0, -1, 1], [1, -1, 0, 0], [-3, 3, 0, 0]])
    >>> judge(CrossImpactMatrix((trade, pacts), judged), {"Trade": "open", "Pacts": "few"})
    Scenario(states={'Trade': 'open', 'Pacts': 'few'}, total_impact=3.0, margin=2.0)
    """
    return judged(matrix, _places(matrix, states)[None], held=set(matrix.held_places(held)))[0]


def judged(matrix: CrossImpactMatrix, places: Ints, *, held: set[int]) -> tuple[Scenario, ...]:
    """Scenarios from (N, D) places of states; the descriptors at `held` have no rivals."""
    column = sums(matrix, places)
    totals = np.take_along_axis(column, (places + matrix.starts[:-1]).T, axis=0).sum(
        axis=0, dtype=np.int64
    )
    free = [d for d in range(len(matrix.descriptors)) if d not in held]
    lead = leads(matrix, column, places)[free].min(axis=0) if free else np.zeros(len(places))
    return tuple(
        Scenario(named(matrix, row), total, margin)
        for row, total, margin in zip(
            places.tolist(),
            (totals / matrix.per_unit).tolist(),
            (lead / matrix.per_unit).tolist(),
            strict=True,
        )
    )


def sums(matrix: CrossImpactMatrix, places: Ints) -> Steps:
    """(S, N): the score of every state in N scenarios given as (N, D) places, in steps."""
    column: Steps = np.zeros((len(matrix.labels), len(places)), matrix.steps.dtype)
    for start, chosen in zip(matrix.starts, places.T, strict=False):
        column += matrix.steps.T[:, start + chosen]
    return column


def leads(matrix: CrossImpactMatrix, column: Steps, places: Ints) -> Steps:
    """(D, N): the score of each chosen state less that of its best rival, in steps."""
    rows = (places + matrix.starts[:-1]).T
    chosen = np.take_along_axis(column, rows, axis=0)
    rivals = column.copy()
    np.put_along_axis(rivals, rows, np.iinfo(column.dtype).min // 2, axis=0)
    best: Steps = np.maximum.reduceat(rivals, matrix.starts[:-1], axis=0)
    lead: Steps = np.subtract(chosen, best, dtype=column.dtype)
    return lead


def named(matrix: CrossImpactMatrix, places: Sequence[int]) -> dict[str, str]:
    """Places of states as states by descriptor."""
    pairs = zip(matrix.descriptors, places, strict=True)
    return {one.id: one.states[place] for one, place in pairs}


def _places(matrix: CrossImpactMatrix, states: Mapping[str, str]) -> Ints:
    for one in matrix.descriptors:
        if one.id not in states:
            raise OptionError(f"the scenario names no state of descriptor {one.id!r}; name one")
    held = matrix.held_places(states)
    return np.array([held[place] for place in sorted(held)], np.int32)
