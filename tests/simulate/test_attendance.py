import numpy as np
import pytest

from tracktwo.simulate.attendance import attend, heavy_tailed_chances


def test_attend_answers_each_statement_with_its_chance():
    rng = np.random.default_rng(1)

    participant, statement = attend(rng, np.full(4000, 0.3), np.full(4000, 20))

    assert np.bincount(statement) / 4000 == pytest.approx(0.3, abs=0.03)
    assert len(participant) / 80_000 == pytest.approx(0.3, abs=0.01)


def test_attend_gives_each_pair_once_in_rising_order():
    rng = np.random.default_rng(1)

    participant, statement = attend(rng, np.full(50, 0.9), np.full(50, 30))

    assert (np.diff(participant.astype(np.int64) * 30 + statement) > 0).all()


def test_attend_keeps_to_the_statements_seen():
    rng = np.random.default_rng(1)
    seen = np.array([1, 5, 10])

    participant, statement = attend(rng, np.full(3, 0.99), seen)

    assert (statement < seen[participant]).all()


def test_attend_with_nobody_is_empty():
    participant, statement = attend(np.random.default_rng(1), np.zeros(0), np.zeros(0, np.int64))

    assert (len(participant), len(statement)) == (0, 0)


def test_heavy_tailed_chances_meet_the_fill():
    rng = np.random.default_rng(1)
    seen = np.full(5000, 100)

    chances = heavy_tailed_chances(rng, seen, 0.1, 100)

    assert chances.mean() == pytest.approx(0.1, abs=1e-6)
    assert np.quantile(chances, 0.99) > 5 * np.median(chances)
