import numpy as np
import pytest

from tests.votes.tables import matrix_of
from tracktwo.errors import OptionError
from tracktwo.votes import MemorySweep
from tracktwo.votes.axes import principal_axes, refreshed_directions
from tracktwo.votes.moments import moments


def scatter_with(eigenvalues, seed=2):
    turn = np.linalg.qr(np.random.default_rng(seed).normal(size=(len(eigenvalues),) * 2))[0]
    scatter = turn * np.sort(eigenvalues)[::-1] @ turn.T
    return (scatter + scatter.T) / 2, turn


@pytest.mark.parametrize("statements", [4, 150])
def test_principal_axes_are_the_leading_eigenvectors(statements):
    scatter, known = scatter_with(np.append(np.linspace(0, 5, statements - 2), [20, 10]))

    axes = principal_axes(scatter, count=2)

    assert np.allclose(np.abs((axes.directions * known[:, :2]).sum(axis=0)), 1)
    assert np.allclose(axes.eigenvalues, [20, 10])
    assert np.allclose(axes.explained, np.array([20, 10]) / np.trace(scatter))
    assert axes.residual < 1e-12


def test_principal_axes_have_their_largest_entry_positive():
    scatter, _ = scatter_with(np.arange(1.0, 9))

    directions = principal_axes(scatter, count=8).directions

    assert (np.abs(directions).max(axis=0) == directions.max(axis=0)).all()


def test_principal_axes_of_no_answers_explain_nothing():
    axes = principal_axes(np.zeros((3, 3)), count=2)

    assert axes.eigenvalues.tolist() == [0, 0]
    assert axes.explained.tolist() == [0, 0]


@pytest.mark.parametrize("count", [0, 4])
def test_principal_axes_are_as_many_as_there_are_statements(count):
    with pytest.raises(OptionError, match="3 statements have 1 to 3 axes"):
        principal_axes(np.eye(3), count=count)


def test_principal_axes_of_a_mean_imputed_table_are_its_singular_vectors():
    random = np.random.default_rng(7)
    leaning, loading = random.normal(size=400), random.normal(size=30)
    table = np.sign(np.outer(leaning, loading) + 0.5 * random.normal(size=(400, 30)))
    table[random.random(table.shape) < 0.6] = np.nan
    centred = np.nan_to_num(table - np.nanmean(table, axis=0))
    _, strengths, axes_of_table = np.linalg.svd(centred, full_matrices=False)

    axes = principal_axes(moments(MemorySweep(matrix_of(table))).imputed_scatter)

    assert np.allclose(np.abs(axes_of_table[:2] @ axes.directions), np.eye(2), atol=1e-9)
    assert np.allclose(axes.eigenvalues, strengths[:2] ** 2)


@pytest.mark.parametrize("statements", [40, 300])
def test_refreshed_directions_follow_a_change_and_keep_their_sense(statements):
    spectrum = np.append(np.linspace(0, 5, statements - 3), [20, 12, 8])
    scatter, known = scatter_with(spectrum)
    one_more = np.random.default_rng(3).normal(size=statements) / 50

    changed = scatter + np.outer(one_more, one_more)
    found = refreshed_directions(changed, -known[:, :3], count=2, close=1e-10)

    wanted = np.linalg.eigh(changed)[1][:, ::-1][:, :2]
    assert np.allclose(np.abs((wanted * found[:, :2]).sum(axis=0)), 1, atol=1e-14)
    assert ((found * -known[:, :3]).sum(axis=0) > 0.9).all()


def test_refreshed_directions_find_an_axis_that_nobody_followed():
    statements = 200
    followed = np.eye(statements)[:, :3]
    strengths = np.ones(statements)
    strengths[:3], strengths[100] = [9, 8, 7], 30

    found = refreshed_directions(np.diag(strengths), followed, count=2, close=1e-10)

    assert np.allclose(np.abs(found[[100, 0], [0, 1]]), 1)
