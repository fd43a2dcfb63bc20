"""A few sequences of faults, as `benchmarks/line_faults.py` plays a thousand."""

import pytest

from tests.faults.sequence import make_ground, play


@pytest.fixture(scope="module")
def ground(tmp_path_factory):
    made = make_ground(tmp_path_factory.mktemp("ground"))
    yield made
    made.close()


@pytest.mark.parametrize("seed", [4])
def test_two_nodes_hold_the_same_after_whatever_happened(ground, tmp_path, seed) -> None:
    outcome = play(ground, tmp_path / "scratch", seed, steps=12)

    assert outcome.broken == []
    assert outcome.messages > 0
