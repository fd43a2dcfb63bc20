import numpy as np
import pytest
import scipy.sparse as sp

from tracktwo.opinion.polis.components import SMALL, leading_components


def test_components_of_two_columns_by_hand():
    # table'table = [[19, -17], [-17, 19]]: eigenvalues 19 + 17 and 19 - 17.
    table = sp.csr_array(np.array([[3.0, -3.0], [-3.0, 3.0], [1.0, 1.0]]))

    rows, values = leading_components(table, 2)

    np.testing.assert_allclose(rows, np.array([[1, -1], [1, 1]]) / np.sqrt(2))
    np.testing.assert_allclose(values, [36, 2])


@pytest.mark.parametrize("width", [SMALL, SMALL + 1, 300])
def test_components_equal_those_of_a_dense_solver(width):
    random = np.random.default_rng(width)
    dense = np.where(random.random((200, width)) < 0.3, random.normal(size=(200, width)), 0.0)
    dense += np.outer(random.normal(size=200), random.normal(size=width))

    rows, values = leading_components(sp.csr_array(dense), 2)

    _, singular, right = np.linalg.svd(dense)
    np.testing.assert_allclose(np.abs((rows * right[:2]).sum(axis=1)), [1, 1], atol=1e-12)
    np.testing.assert_allclose(values, singular[:2] ** 2, rtol=1e-12)


def test_first_of_the_largest_loadings_is_positive():
    table = sp.csr_array(np.array([[0.5, -3.0, 3.0], [-0.5, 3.0, -3.0]]))

    rows, _ = leading_components(table, 1)

    assert np.sign(rows).tolist() == [[-1, 1, -1]]


def test_direction_nobody_differs_in_is_zero():
    table = sp.csr_array(np.array([[1.0, 1.0], [-1.0, -1.0]]))

    rows, values = leading_components(table, 2)

    np.testing.assert_allclose(rows, [[0.5**0.5, 0.5**0.5], [0, 0]])
    np.testing.assert_allclose(values, [4, 0])


def test_wide_table_of_one_direction_has_one_component():
    ray = np.arange(1.0, 2 * SMALL)
    table = sp.csr_array(np.stack([ray, -ray]))

    rows, values = leading_components(table, 2)

    np.testing.assert_allclose(rows[0], ray / np.linalg.norm(ray))
    assert rows[1].tolist() == [0.0] * len(ray)
    np.testing.assert_allclose(values, [2 * (ray**2).sum(), 0])
