from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from tests.opinion.conversations import matrix_of
from tracktwo.dialogue import VOTE, Answers, Scale
from tracktwo.errors import OptionError
from tracktwo.opinion.polis import fit_map
from tracktwo.votes import AnswerMatrix

NO = float("nan")

TABLES = hnp.arrays(
    np.float32,
    st.tuples(st.integers(1, 12), st.integers(1, 6)),
    elements=st.sampled_from([-1.0, 0.0, 1.0, NO]),
)


def turned(ours: np.ndarray, theirs: np.ndarray) -> np.ndarray:
    """The sign in which each of our axes points the way of Polis's, (2,)."""
    return np.sign((ours * theirs).sum(axis=1))


def test_center_equals_polis(blob):
    # Polis's database holds agreement as -1.
    expected = -np.array(blob.result["pca"]["center"])

    center = fit_map(blob.matrix, zeroed=blob.zeroed).center

    np.testing.assert_allclose(center, expected, rtol=0, atol=1e-14)


def test_components_equal_polis(blob):
    expected = np.array(blob.result["pca"]["comps"])

    components = fit_map(blob.matrix, zeroed=blob.zeroed).components

    cosines = np.abs((components * expected).sum(axis=1))
    np.testing.assert_allclose(cosines, [1, 1], rtol=0, atol=1e-12)


def test_statement_projection_equals_polis(blob):
    expected = np.array(blob.result["pca"]["comment-projection"])

    drawn = fit_map(blob.matrix, zeroed=blob.zeroed)

    sign = turned(drawn.statement_projection.T, expected)
    np.testing.assert_allclose(drawn.statement_projection.T * sign[:, None], expected, atol=1e-9)


def test_extremity_equals_polis(blob):
    expected = np.array(blob.result["pca"]["comment-extremity"])

    extremity = fit_map(blob.matrix, zeroed=blob.zeroed).extremity

    np.testing.assert_allclose(extremity, expected, rtol=0, atol=1e-9)


def test_projection_equals_base_cluster_centers(blob):
    base = blob.result["base-clusters"]
    expected = np.array([base["x"], base["y"]])

    projection = fit_map(blob.matrix, zeroed=blob.zeroed).projection

    centers = np.array([projection[members].mean(axis=0) for members in blob.base_members]).T
    sign = turned(centers, expected)
    np.testing.assert_allclose(centers * sign[:, None], expected, rtol=0, atol=1e-8)


def test_map_of_hand_computed_example():
    # Means: (1 + 1 - 1 - 1) / 4 = 0 and (1 - 1) / 2 = 0. The columns are orthogonal, with sums of
    # squares 4 and 2, so the axes are the statements themselves.
    matrix = matrix_of(np.array([[1, 1], [1, -1], [-1, NO], [-1, NO]]))

    drawn = fit_map(matrix)

    stretch = sqrt(2 / 1)
    np.testing.assert_allclose(drawn.center, [0, 0])
    np.testing.assert_allclose(drawn.components, [[1, 0], [0, 1]], atol=1e-15)
    np.testing.assert_allclose(drawn.explained, [4 / 6, 2 / 6])
    np.testing.assert_allclose(
        drawn.projection, [[1, 1], [1, -1], [-stretch, 0], [-stretch, 0]], atol=1e-15
    )
    np.testing.assert_allclose(drawn.statement_projection, [[sqrt(2), 0], [0, sqrt(2)]], atol=1e-15)
    np.testing.assert_allclose(drawn.extremity, [sqrt(2), sqrt(2)])


def test_zeroed_statement_counts_as_passed_by_everybody():
    matrix = matrix_of(np.array([[1, 1], [-1, NO]]))

    drawn = fit_map(matrix, zeroed=np.array([False, True]))

    # Two columns, and two votes each although the second person gave one: no stretch is left.
    np.testing.assert_allclose(drawn.center, [0, 0])
    np.testing.assert_allclose(drawn.projection, [[1, 0], [-1, 0]])
    np.testing.assert_allclose(drawn.extremity, [sqrt(2), 0])


def test_statement_nobody_answered_is_no_column():
    with_it = fit_map(matrix_of(np.array([[1, 1, NO], [-1, 1, NO], [-1, -1, NO]])))
    without = fit_map(matrix_of(np.array([[1.0, 1], [-1, 1], [-1, -1]])))

    np.testing.assert_allclose(with_it.projection, without.projection, atol=1e-14)
    np.testing.assert_allclose(with_it.extremity, [*without.extremity, 0], atol=1e-14)


def test_people_who_all_answer_alike_stand_in_the_center():
    drawn = fit_map(matrix_of(np.array([[1.0, -1], [1, -1]])))

    assert drawn.projection.tolist() == [[0, 0], [0, 0]]
    assert drawn.components.tolist() == [[0, 0], [0, 0]]
    assert drawn.explained.tolist() == [0, 0]


def test_map_without_any_votes():
    drawn = fit_map(matrix_of(np.array([[NO, NO]])))

    assert drawn.projection.tolist() == [[0, 0]]
    assert drawn.extremity.tolist() == [0, 0]


def test_ratings_are_refused():
    scale = Scale("rating", 1, 7)
    rated = AnswerMatrix.of(Answers.none(), 1, (VOTE, scale))

    with pytest.raises(OptionError, match="need votes"):
        fit_map(rated)


def test_too_few_flags_are_refused():
    with pytest.raises(OptionError, match="2 statements need as many flags, not 1"):
        fit_map(matrix_of(np.array([[1.0, 1]])), zeroed=np.array([True]))


def test_map_of_real_votes_does_not_depend_on_row_order(blob):
    order = np.random.default_rng(0).permutation(blob.result["n"])

    drawn = fit_map(blob.matrix, zeroed=blob.zeroed)
    shuffled = fit_map(blob.matrix.rows(order), zeroed=blob.zeroed)

    np.testing.assert_allclose(shuffled.components, drawn.components, atol=1e-9)
    np.testing.assert_allclose(shuffled.projection, drawn.projection[order], atol=1e-9)


@given(TABLES, st.randoms(use_true_random=False))
def test_center_and_variance_do_not_depend_on_row_order(table, random):
    order = list(range(len(table)))
    random.shuffle(order)

    one, other = (fit_map(matrix_of(rows)) for rows in (table, table[order]))

    # Where variances are equal, axes may turn: only what they explain together is compared.
    np.testing.assert_allclose(one.center, other.center, atol=1e-12)
    np.testing.assert_allclose(one.explained.sum(), other.explained.sum(), atol=1e-9)


@given(TABLES)
def test_components_are_orthogonal_and_of_unit_length_or_absent(table):
    components = fit_map(matrix_of(table)).components

    product = components @ components.T
    present = np.diag(np.rint(np.diag(product)))
    np.testing.assert_allclose(product, present, atol=1e-9)
