"""Seed answers that cannot be scored are refused."""

from dataclasses import replace

import numpy as np
import pytest

from tests.risk.cooke.worked_example import SEEDS
from tracktwo.errors import InputError


def _changed(place: tuple[int, ...], value: float) -> np.ndarray:
    changed = SEEDS.quantiles.copy()
    changed[place] = value
    return changed


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"quantiles": _changed((0, 1, 1), 12)}, "seed question '2': expert 'A' gives quantiles that do not rise; make each larger"),
        ({"quantiles": _changed((1, 4, 2), np.nan)}, "seed question '5': expert 'B' gives only a part of it"),
        ({"quantiles": _changed((2,), np.nan)}, "expert 'C' answered no seed question; leave the expert out"),
        ({"quantiles": _changed((0, 0, 0), -1), "is_log": np.ones(5, np.bool_)}, "seed question '1': expert 'A' answers 0 or less on a logarithmic scale"),
        ({"agreed": np.array([[0, 60]] * 5)}, "seed question '3': expert 'A' answers outside the range that was agreed"),
        ({"quantiles": _changed((0, 0, 2), np.inf)}, "seed answers and truths must be finite numbers"),
        ({"truth": np.array([1.0])}, "seed answers must have the shape (3, 5, 3) and 5 truths"),
        ({"probabilities": (0.5, 0.05, 0.95)}, "probabilities of quantiles must rise between 0 and 1"),
        ({"experts": (), "quantiles": SEEDS.quantiles[:0]}, "seed questions need at least one expert and one question"),
    ],
)  # fmt: skip
def test_seeds_refuse_what_cannot_be_scored(changes, sentence) -> None:
    with pytest.raises(InputError) as caught:
        replace(SEEDS, **changes)

    assert str(caught.value) == sentence
