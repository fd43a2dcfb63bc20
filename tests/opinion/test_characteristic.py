import numpy as np
import pytest
from scipy import stats

from tracktwo.dialogue import VOTE, Scale
from tracktwo.opinion.characteristic import characteristic
from tracktwo.votes import Codebook, Tally


def tally_of(counts):
    """A tally from (labels, statements, [disagree, pass, agree])."""
    counts = np.array(counts)
    labels, statements, _ = counts.shape
    value = np.zeros((labels, statements))
    book = Codebook((VOTE,) * statements)
    return Tally(
        book, counts.reshape(labels, 3 * statements), value, value, counts.sum(axis=(1, 2))
    )


def test_characteristic_by_hand():
    found = characteristic(tally_of([[[2, 1, 27]], [[20, 5, 5]]]))

    p = [
        stats.fisher_exact([[27, 3], [5, 25]], alternative="greater").pvalue,
        stats.fisher_exact([[20, 10], [2, 28]], alternative="greater").pvalue,
    ]
    assert found.group.tolist() == [0, 1]
    assert found.direction.tolist() == [1, -1]
    assert np.allclose(found.effect, [27 / 30 - 5 / 30, 20 / 30 - 2 / 30])
    # Four tests (two groups, two directions); the other two have p = 1.
    assert np.allclose(found.q, [min(p) * 4, max(p) * 4 / 2], rtol=1e-6) or np.allclose(
        found.q, [max(p) * 2] * 2, rtol=1e-6
    )


def test_characteristic_never_points_against_a_groups_own_majority():
    # Both agree by majority; the first far less than the second: never "disagree" for the first.
    found = characteristic(tally_of([[[30, 0, 70]], [[1, 0, 99]]]))

    assert list(zip(found.group.tolist(), found.direction.tolist(), strict=True)) == [(1, 1)]


def test_characteristic_needs_enough_answers_on_both_sides():
    found = characteristic(tally_of([[[0, 0, 4]], [[50, 0, 0]]]))

    assert len(found.q) == 0


def test_characteristic_of_noise_is_rarely_called():
    random = np.random.default_rng(0)
    calls = 0
    for _ in range(60):
        counts = random.multinomial(25, [0.3, 0.2, 0.5], size=(2, 40))
        calls += len(characteristic(tally_of(counts)).q) > 0

    # At least one false call in 5 % of conversations, with a margin of three standard errors.
    assert calls <= 60 * 0.05 + 3 * np.sqrt(60 * 0.05 * 0.95)


def test_characteristic_leaves_ratings_out():
    book = Codebook((Scale("rating", 1, 3),))
    value = np.zeros((2, 1))
    answers = Tally(book, np.array([[9, 0, 1], [1, 0, 9]]), value, value, np.array([10, 10]))

    assert len(characteristic(answers).q) == 0


@pytest.mark.parametrize("labels", [0, 1])
def test_characteristic_of_fewer_than_two_groups_is_empty(labels):
    answers = tally_of(np.zeros((labels, 2, 3), int) + 9)

    assert len(characteristic(answers).q) == 0
