"""Random sequences of acts by two sides; `benchmarks/text_sequences.py` has the laws and runs more."""

import pytest
from benchmarks.text_sequences import sequence


@pytest.mark.parametrize("begin", range(0, 300, 50))
def test_every_law_holds_in_random_sequences(begin) -> None:
    happened = sum((sequence(seed) for seed in range(begin, begin + 50)), start=sequence(begin))

    assert {"accepted MOD", "accepted ADD", "accepted ALT", "rebased"} <= happened.keys()
