"""Matrices to try, and the plain reading of what a consistent scenario is."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

import numpy as np
from hypothesis import strategies as st

from tracktwo.influence.scenarios import CrossImpactMatrix, Descriptor


def of_rows(
    descriptors: Mapping[str, Sequence[str]], rows: Sequence[Sequence[float]]
) -> CrossImpactMatrix:
    named = tuple(Descriptor(one, tuple(states)) for one, states in descriptors.items())
    return CrossImpactMatrix(named, np.array(rows, float))


TRADE = of_rows(
    {"Trade": ("open", "parted"), "Pacts": ("few", "many")},
    [[0, 0, 2, -2], [0, 0, -1, 1], [1, -1, 0, 0], [-3, 3, 0, 0]],
)
"""Two descriptors that hold together when both are calm or both are not."""


def drawn(seed: int, *, scale: float = 1.0) -> CrossImpactMatrix:
    """Two to five descriptors of two to four states; every third pair says nothing."""
    draw = np.random.default_rng(seed)
    sizes = draw.integers(2, 5, draw.integers(2, 6))
    return _matrix(sizes, draw.integers(-3, 4, (sizes.sum(), sizes.sum())) * scale, draw.random)


def _matrix(sizes, impacts, random) -> CrossImpactMatrix:
    owner = np.repeat(np.arange(len(sizes)), sizes)
    judged = random((len(sizes), len(sizes))) < 0.67
    np.fill_diagonal(judged, val=False)
    names = tuple(
        Descriptor(f"d{d}", tuple(f"s{k}" for k in range(n))) for d, n in enumerate(sizes)
    )
    return CrossImpactMatrix(names, impacts * judged[owner][:, owner])


JUDGEMENTS = st.integers(-3, 3)


@st.composite
def matrices(draw: st.DrawFn, values: st.SearchStrategy[float] = JUDGEMENTS) -> CrossImpactMatrix:
    """Small matrices with any judgements."""
    sizes = draw(st.lists(st.integers(2, 3), min_size=2, max_size=4))
    owner = np.repeat(np.arange(len(sizes)), sizes)
    n = len(owner)
    impacts = np.array(draw(st.lists(values, min_size=n * n, max_size=n * n)), float).reshape(n, n)
    names = tuple(
        Descriptor(f"d{d}", tuple(f"s{k}" for k in range(m))) for d, m in enumerate(sizes)
    )
    return CrossImpactMatrix(names, impacts * (owner[:, None] != owner))


def combinations(matrix: CrossImpactMatrix, held: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Every scenario in the order of the matrix."""
    ids = [one.id for one in matrix.descriptors]
    domains = [[held[one.id]] if one.id in held else one.states for one in matrix.descriptors]
    for chosen in product(*domains):
        yield dict(zip(ids, chosen, strict=True))


def balance(matrix: CrossImpactMatrix, states: Mapping[str, str]) -> dict[str, dict[str, float]]:
    """Scores summed judgement by judgement, rounded to what judgements can be."""
    place = {label: number for number, label in enumerate(matrix.labels)}
    chosen = [place[f"{one}={state}"] for one, state in states.items()]
    return {
        one.id: {
            state: round(sum(matrix.impacts[row, place[f"{one.id}={state}"]] for row in chosen), 6)
            for state in one.states
        }
        for one in matrix.descriptors
    }


def consistent(
    matrix: CrossImpactMatrix, *, tolerance: float = 0.0, held: Mapping[str, str] | None = None
) -> dict[tuple[str, ...], float]:
    """Scenarios that hold together, with total impact, by looking at every one."""
    held = held or {}
    found = {}
    for states in combinations(matrix, held):
        scored = balance(matrix, states)
        behind = [
            max(scored[one].values()) - scored[one][state]
            for one, state in states.items()
            if one not in held
        ]
        if max(behind, default=0) <= tolerance + 1e-9:
            found[tuple(states.values())] = round(
                sum(scored[one][at] for one, at in states.items()), 6
            )
    return found
