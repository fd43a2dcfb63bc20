import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.opinion.test_characteristic import tally_of
from tracktwo.dialogue import Scale
from tracktwo.opinion.cohesion import cohesion, van_der_eijk
from tracktwo.votes import Codebook, Tally


def test_cohesion_by_hand():
    index = cohesion(tally_of([[[2, 2, 6], [0, 0, 5], [0, 0, 0]]]))

    assert np.allclose(index.rice[0, :2], [4 / 8, 1])
    assert np.allclose(index.agreement[0, :2], [(3 * 0.6 - 1) / 2, 1])
    assert np.isnan([index.rice[0, 2], index.agreement[0, 2], index.agreement_low[0, 2]]).all()


def test_cohesion_of_a_side_of_one_says_that_little_is_known():
    index = cohesion(tally_of([[[0, 0, 1]]]))

    assert index.rice[0, 0] == 1
    assert index.rice_low[0, 0] == 0
    assert index.agreement_low[0, 0] < 0.1


def test_cohesion_of_a_whole_delegation_is_known_exactly():
    index = cohesion(tally_of([[[1, 0, 9]]]), sizes=(10,))

    assert index.rice_low[0, 0] == pytest.approx(0.8)
    assert index.rice_high[0, 0] == pytest.approx(0.8)


@given(st.lists(st.integers(0, 30), min_size=3, max_size=3).filter(any))
def test_cohesion_lies_within_its_interval(counts):
    index = cohesion(tally_of([[counts]]))

    assert index.agreement_low[0, 0] <= index.agreement[0, 0] + 1e-9
    assert index.agreement[0, 0] <= index.agreement_high[0, 0] + 1e-9


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([10, 0, 0, 0, 0, 0, 0], 1),
        ([10, 0, 0, 0, 0, 0, 10], -1),
        ([5, 5, 5, 5, 5, 5, 5], 0),
        ([0, 30, 30, 30, 0, 0, 0], 1 - 2 / 6),  # three neighbouring steps of seven
        ([10, 10, 0, 0, 0, 0, 0], 1 - 1 / 6),
    ],
)
def test_van_der_eijk_of_published_patterns(counts, expected):
    assert van_der_eijk(np.array(counts)) == pytest.approx(expected)


def test_cohesion_of_ratings_has_no_rice_index():
    book = Codebook((Scale("rating", 1, 5),))
    value = np.zeros((1, 1))
    answers = Tally(book, np.array([[0, 1, 8, 1, 0]]), value, value, np.array([10]))

    index = cohesion(answers)

    assert np.isnan(index.rice[0, 0])
    assert index.agreement_low[0, 0] < index.agreement[0, 0] <= index.agreement_high[0, 0]
