import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.votes.tables import answers_of, matrix_of, random_votes, stored_sweep, vote_tables
from tracktwo.dialogue import VOTE, Answers, Scale
from tracktwo.errors import OptionError
from tracktwo.votes import AnswerMatrix, Block, Codebook, MemorySweep
from tracktwo.votes.moments import Moments, moments, moments_of_block


def sums(found):
    return [found.xx.tolist(), found.xm.tolist(), found.mm.tolist()]


def sums_of_table(table):
    x, m = np.nan_to_num(table), (~np.isnan(table)).astype(float)
    return [(x.T @ x).tolist(), (x.T @ m).tolist(), (m.T @ m).tolist()]


def moments_of(table, scale=VOTE):
    return moments(MemorySweep(matrix_of(table, scale)))


@given(vote_tables(most_people=30, most_statements=20))
def test_moments_are_exact(table):
    assert sums(moments_of(table)) == sums_of_table(table)


@pytest.mark.parametrize("answered", [0.02, 0.5])
def test_moments_are_exact_over_many_slabs(answered):
    table = random_votes(people=40_000, statements=30, answered=answered)
    table[:5] = 1.0

    assert sums(moments_of(table)) == sums_of_table(table)


@pytest.mark.parametrize("answered", [0.04, 0.5])
def test_moments_of_whole_ratings_are_exact(answered):
    random = np.random.default_rng(4)
    table = random.integers(0, 101, (3000, 40)).astype(float)
    table[random.random(table.shape) > answered] = np.nan

    assert sums(moments_of(table, Scale("rating", 0, 100))) == sums_of_table(table)


@pytest.mark.parametrize("answered", [0.04, 0.5])
def test_moments_of_ratings_between_steps_are_exact_to_rounding(answered):
    random = np.random.default_rng(4)
    table = random.random((3000, 40)).astype(np.float32).astype(float)
    table[random.random(table.shape) > answered] = np.nan

    found = moments_of(table, Scale("rating", 0, 1))

    for own, known in zip(sums(found), sums_of_table(table), strict=True):
        assert np.allclose(own, known, rtol=1e-13)


@given(vote_tables(least_people=2), st.data())
def test_moments_of_blocks_cut_anywhere_add_up_in_any_order(table, data):
    cut = data.draw(st.integers(0, len(table)))
    matrix = matrix_of(table)
    head = moments_of_block(Block(matrix.rows(np.arange(cut)), 0))
    tail = moments_of_block(Block(matrix.rows(np.arange(cut, len(table))), cut))

    assert sums(head + tail) == sums_of_table(table)
    assert sums(tail + head) == sums_of_table(table)


@given(vote_tables(), st.randoms(use_true_random=False))
def test_moments_do_not_depend_on_the_order_of_people(table, random):
    order = list(range(len(table)))
    random.shuffle(order)

    assert sums(moments_of(table[order])) == sums(moments_of(table))


def test_moments_are_the_same_from_a_file(tmp_path):
    table = random_votes()

    found = moments(stored_sweep(tmp_path, matrix_of(table), block_answers=100))

    assert sums(found) == sums_of_table(table)


def test_moments_of_nobody_are_zero_and_add_nothing():
    table = random_votes()
    nobody = moments(MemorySweep(AnswerMatrix.of(Answers.none(), 0, (VOTE,) * 12)))

    assert sums(nobody) == sums(Moments.none(nobody.codebook))
    assert sums(nobody + moments_of(table)) == sums_of_table(table)


def test_moments_of_different_statements_are_not_added():
    with pytest.raises(OptionError, match="moments of different statements"):
        Moments.none(Codebook((VOTE,))) + Moments.none(Codebook((Scale("rating", 1, 3),)))


def test_means_and_answers_are_those_of_the_columns():
    table = random_votes()
    table[:, 3] = np.nan

    found = moments_of(table)

    kept = np.arange(12) != 3
    assert np.allclose(found.means[kept], np.nanmean(table[:, kept], axis=0))
    assert found.means[3] == 0
    assert found.answers.tolist() == (~np.isnan(table)).sum(axis=0).tolist()


def test_covariance_rests_on_those_who_answered_both():
    table = random_votes(people=40, statements=5)
    table[:, 4] = np.nan
    table[0, 4] = 1

    covariance = moments_of(table).covariance

    both = ~np.isnan(table[:, 1]) & ~np.isnan(table[:, 2])
    known = np.cov(table[both, 1], table[both, 2], bias=True)
    assert np.allclose(covariance[1:3, 1:3][0, 1], known[0, 1])
    assert np.allclose(covariance[1, 1], np.nanvar(table[:, 1]))
    assert np.isnan(covariance[4]).all()


def test_imputed_scatter_is_that_of_the_filled_and_centred_table():
    table = random_votes()
    centred = np.nan_to_num(table - np.nanmean(table, axis=0))

    found = moments_of(table).imputed_scatter

    assert np.allclose(found, centred.T @ centred, atol=1e-10)
    assert (found == found.T).all()


def test_moments_leave_the_answers_alone():
    answers = answers_of(random_votes())
    value = answers.value.copy()

    moments(MemorySweep(AnswerMatrix.of(answers, 300, (VOTE,) * 12)))

    assert (answers.value == value).all()
