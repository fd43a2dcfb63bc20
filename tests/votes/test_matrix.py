import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.votes.tables import answers_of, matrix_of, vote_tables
from tracktwo.dialogue import VOTE, Answers, Scale
from tracktwo.votes import AnswerMatrix, Codebook

TABLE = np.array([[1, np.nan, -1], [np.nan, np.nan, np.nan], [0, 1, np.nan]])


@pytest.mark.parametrize(
    ("scale", "answers", "cells"),
    [
        (VOTE, [-1, 0, 1], [0, 1, 2]),
        (Scale("rating", 1, 7), [1, 4, 7], [0, 3, 6]),
        (Scale("rating", 1, 7), [3.4, 3.6, 6.9], [2, 3, 6]),
        (Scale("rating", 0, 10), [0, 5, 10], [0, 5, 10]),
        (Scale("rating", 0, 100), [0, 14.2, 14.4, 99, 100], [0, 0, 1, 6, 6]),
        (Scale("rating", 0, 0.5), [0, 0.25, 0.5], [0, 3, 6]),
    ],
)
def test_cells_number_the_answers_of_a_scale(scale, answers, cells):
    book = Codebook((scale,))
    statement = np.zeros(len(answers), np.int32)

    numbered = book.cells(statement, np.array(answers, np.float32))

    assert numbered.tolist() == cells


def test_cells_of_statements_follow_each_other():
    book = Codebook((VOTE, Scale("rating", 0, 4), VOTE))

    numbered = book.cells(np.array([0, 1, 2], np.int32), np.array([1, 4, -1], np.float32))

    assert book.first.tolist() == [0, 3, 8, 11]
    assert book.n_cells == 11
    assert book.statement_of_cell.tolist() == [0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2]
    assert numbered.tolist() == [2, 7, 8]


@given(st.integers(2, 11), st.floats(0, 1))
def test_cells_of_a_mirrored_scale_are_mirrored(steps, share):
    book = Codebook((Scale("rating", 1, steps),))
    value = np.float32(1 + share * (steps - 1))
    if abs(value % 1 - 0.5) < 1e-3:
        return

    pair = np.array([value, steps + 1 - value], np.float32)
    cell, mirrored = book.cells(np.zeros(2, np.int32), pair)

    assert cell + mirrored == steps - 1


def test_matrix_keeps_people_who_answered_nothing():
    matrix = matrix_of(TABLE)

    assert matrix.shape == (3, 3)
    assert matrix.answered.tolist() == [2, 0, 2]
    assert matrix.participant.tolist() == [0, 0, 2, 2]
    assert matrix.cell.tolist() == [2, 6, 1, 5]


def test_matrix_of_nobody():
    matrix = AnswerMatrix.of(Answers.none(), 0, (VOTE,))

    assert matrix.shape == (0, 1)
    assert matrix.dense().shape == (0, 1)


def test_matrix_does_not_touch_the_answers_it_orders():
    answers = Answers(np.array([1, 0], np.int32), np.zeros(2, np.int32), np.ones(2, np.float32))

    AnswerMatrix.of(answers, 2, (VOTE,))

    assert answers.participant.tolist() == [1, 0]


@given(vote_tables(), st.randoms(use_true_random=False))
def test_matrix_is_the_same_whatever_the_order_of_rows(table, random):
    answers = answers_of(table)
    order = list(range(len(answers)))
    random.shuffle(order)
    shuffled = Answers(answers.participant[order], answers.statement[order], answers.value[order])

    matrix = AnswerMatrix.of(shuffled, len(table), (VOTE,) * table.shape[1])

    assert np.array_equal(matrix.dense(), table, equal_nan=True)


@given(vote_tables())
def test_sparse_forms_say_the_same_as_the_table(table):
    matrix = matrix_of(table)
    is_each = np.stack([table == answer for answer in (-1, 0, 1)], axis=2)

    assert (matrix.values.toarray() == np.nan_to_num(table)).all()
    assert (matrix.mask.toarray() == ~np.isnan(table)).all()
    assert (matrix.one_hot.toarray() == is_each.reshape(len(table), 3 * table.shape[1])).all()


def test_rows_may_repeat_and_come_in_any_order():
    chosen = matrix_of(TABLE).rows(np.array([2, 1, 2]))

    assert np.array_equal(chosen.dense(), TABLE[[2, 1, 2]], equal_nan=True)


def test_only_keeps_the_flagged_answers_and_everybody():
    matrix = matrix_of(TABLE)

    kept = matrix.only(matrix.value > 0)

    assert np.array_equal(kept.dense(), np.where(TABLE > 0, TABLE, np.nan), equal_nan=True)
