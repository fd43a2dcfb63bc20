"""Who is united on what: how far a side answers with one voice, with intervals."""

from dataclasses import dataclass

import numpy as np
from scipy import stats

from tracktwo._typing import Floats
from tracktwo.votes import LEVEL, Tally, share_interval

DRAWS = 400
"""Posterior draws behind the interval of a rating's agreement."""


@dataclass(frozen=True, eq=False)
class CohesionIndices:
    """Indices by label and statement, (labels, m), nan without answers.

    `rice` = |agree - disagree| / (agree + disagree) (Rice 1928), nan for ratings. `agreement`: for
    votes the agreement index of Hix, Noury & Roland (2005), which counts passes as a third camp:
    1 all in one camp, 0 three equal camps; for ratings van der Eijk's (2001) agreement A: 1 all on
    one step, 0 evenly spread, -1 two opposite ends. Each with the interval of its `_low`, `_high`.
    """

    rice: Floats
    rice_low: Floats
    rice_high: Floats
    agreement: Floats
    agreement_low: Floats
    agreement_high: Floats


def cohesion(
    answers: Tally, *, level: float = LEVEL, sizes: tuple[int | None, ...] | None = None
) -> CohesionIndices:
    """Rice and agreement indices of every label on every statement.

    A side of one is always united, and small sides look more united than they are (Desposato 2005);
    the interval, not the index, says what is known. Interval ends follow from those of the share of
    the larger camp, since both indices rise with it.

    >>> from tracktwo.dialogue import VOTE
    >>> from tracktwo.votes import Codebook
    >>> counts, value = np.array([[1, 1, 8]]), np.zeros((1, 1))
    >>> index = cohesion(Tally(Codebook((VOTE,)), counts, value, value, np.array([10])))
    >>> f"{index.rice[0, 0]:.2f} {index.agreement[0, 0]:.2f} {index.agreement_low[0, 0]:.2f}"
    '0.78 0.70 0.25'
    """
    sizes = sizes or (None,) * len(answers.members)
    indices = np.empty((6, *answers.n.shape))
    for side, size in enumerate(sizes):
        indices[:, side] = _of_side(answers.over(slice(side, side + 1)), level, size)
    return CohesionIndices(*indices)


def _of_side(side: Tally, level: float, size: int | None) -> list[Floats]:
    indices = [*_rice(side, level, size), *_agreement(side, level, size)]
    asked = side.n[0] > 0
    columns = [np.where(asked, column, np.nan) for column in indices]
    for statement in [i for i, scale in enumerate(side.codebook.scales) if not scale.is_vote]:
        cells = slice(*side.codebook.first[statement : statement + 2])
        if asked[statement]:
            _rate(columns, statement, side.counts[0, cells], level)
    return columns


def _rice(side: Tally, level: float, size: int | None) -> tuple[Floats, Floats, Floats]:
    agree, taken = side.agree[0], side.agree[0] + side.disagree[0]
    larger = np.maximum(agree, taken - agree)
    low, high = share_interval(larger, taken, level=level, size=size)
    share = np.divide(larger, taken, out=np.full(len(taken), np.nan), where=taken > 0)
    none = np.where(taken > 0, 1.0, np.nan)
    return (
        2 * share - 1,
        none * np.maximum(2 * low - 1, 0),
        none * np.maximum(2 * high - 1, 0),
    )


def _agreement(side: Tally, level: float, size: int | None) -> tuple[Floats, Floats, Floats]:
    n = side.n[0]
    largest = np.maximum(np.maximum(side.agree[0], side.disagree[0]), side.passes[0])
    low, high = share_interval(largest, n, level=level, size=size)
    share = largest / np.maximum(n, 1)
    return (
        (3 * share - 1) / 2,
        np.maximum((3 * low - 1) / 2, 0),
        np.maximum((3 * high - 1) / 2, 0),
    )


def _rate(columns: list[Floats], statement: int, counts: np.ndarray, level: float) -> None:
    """Replace a rated statement's indices: no Rice index, van der Eijk's agreement."""
    tail = (1 - level) / 2
    draws = stats.dirichlet.rvs(counts + 0.5, size=DRAWS, random_state=np.random.default_rng(0))
    drawn = [van_der_eijk(draw) for draw in draws]
    low, high = np.quantile(drawn, [tail, 1 - tail])
    index = van_der_eijk(counts)
    figures = [np.nan, np.nan, np.nan, index, min(low, index), max(high, index)]
    for column, figure in zip(columns, figures, strict=True):
        column[statement] = figure


def van_der_eijk(counts: np.ndarray) -> float:
    """Agreement A of a frequency vector over ordered steps (van der Eijk 2001).

    The vector is peeled into layers, each a run of empty and full steps; a layer's agreement is
    U (1 - (S - 1) / (K - 1)), with S full of K steps and U from the order of empty steps.

    >>> [van_der_eijk(np.array(c)) for c in ([9, 0, 0], [3, 3, 3], [5, 0, 5])]
    [1.0, 0.0, -1.0]
    """
    left, total, agreement = counts.astype(np.float64), counts.sum(), 0.0
    while left.max() > 1e-12 * total:
        full = left > 1e-12 * total
        layer = left[full].min()
        agreement += layer * full.sum() / total * _layer_agreement(full)
        left = np.where(full, left - layer, 0)
    return float(agreement)


def _layer_agreement(full: np.ndarray) -> float:
    """Agreement of one layer: where steps are full (True) or empty.

    Each empty step speaks against agreement by the pairs of full steps it parts, and for it by the
    pairs it leaves together.
    """
    steps, n_full = len(full), int(full.sum())
    if n_full in (steps, 1):
        return float(n_full == 1)
    empty = np.flatnonzero(~full)
    before = np.cumsum(full)[empty]
    after = n_full - before
    against = (before * after).sum()
    towards = (before * (before - 1) / 2 + after * (after - 1) / 2).sum()
    shape = ((steps - 2) * towards - (steps - 1) * against) / ((steps - 2) * (towards + against))
    return float(shape * (1 - (n_full - 1) / (steps - 1)))
