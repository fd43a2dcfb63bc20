import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.votes.tables import answers_of, matrix_of, random_votes, stored, stored_sweep
from tracktwo.dialogue import VOTE, Answers, Dialogue, Statement
from tracktwo.votes import AnswerMatrix, MemorySweep, StoredSweep, gather, sweep_of
from tracktwo.votes.sweep import _block_cuts


def table_and_rows(block):
    return block.matrix.dense(), block.rows


@pytest.mark.parametrize("block_answers", [1, 7, 100, 10_000])
@pytest.mark.parametrize("workers", [1, 3])
def test_stored_sweep_hands_out_everybody_once_and_in_order(tmp_path, block_answers, workers):
    table = random_votes(people=60)
    table[[0, 1, 20, 59]] = np.nan
    sweep = stored_sweep(tmp_path, matrix_of(table), block_answers=block_answers, workers=workers)

    parts = list(sweep.run(table_and_rows))

    assert np.array_equal(np.concatenate([part for part, _ in parts]), table, equal_nan=True)
    assert [place for _, rows in parts for place in range(60)[rows]] == list(range(60))


def test_stored_sweep_reads_people_who_answered_nothing(tmp_path):
    sweep = stored_sweep(tmp_path, matrix_of(np.full((3, 2), np.nan)))

    parts = list(sweep.run(table_and_rows))

    assert [part.shape for part, _ in parts] == [(3, 2)]


def test_stored_sweep_of_nobody_has_one_empty_block(tmp_path):
    sweep = stored_sweep(tmp_path, AnswerMatrix.of(Answers.none(), 0, (VOTE,)))

    parts = list(sweep.run(table_and_rows))

    assert [part.shape for part, _ in parts] == [(0, 1)]


def test_a_failure_inside_a_block_is_raised(tmp_path):
    sweep = stored_sweep(tmp_path, matrix_of(random_votes()), block_answers=50)

    def fail(block):
        raise ZeroDivisionError(block.first)

    with pytest.raises(ZeroDivisionError):
        list(sweep.run(fail))


def test_gather_folds_in_block_order(tmp_path):
    sweep = stored_sweep(tmp_path, matrix_of(random_votes()), block_answers=100)

    order = gather(sweep, lambda block: [block.first], lambda first, second: first + second)

    assert order == sorted(order)
    assert len(order) > 5


@given(st.lists(st.integers(0, 30), max_size=40), st.integers(1, 50))
def test_block_cuts_hold_every_participant_in_blocks_of_about_the_size_asked(counts, size):
    starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)

    cuts = _block_cuts(starts, size)

    assert cuts[0] == 0
    assert cuts[-1] == len(counts)
    assert (np.diff(cuts) > 0).all() or cuts == [0, 0]
    assert np.diff(starts[cuts]).max() <= size + 2 * max([*counts, 0])


def test_sweep_of_a_dialogue_is_where_its_answers_are(tmp_path):
    table = random_votes(people=20, statements=3)
    people, statements = tuple(map(str, range(20))), tuple(map(Statement, "abc"))
    inside = Dialogue(people, statements, answers_of(table))
    outside = Dialogue(
        people, statements, Answers.none(), stored=stored(tmp_path, matrix_of(table))
    )

    near, far = sweep_of(inside), sweep_of(outside)

    assert isinstance(near, MemorySweep)
    assert isinstance(far, StoredSweep)
    (here,), (there,) = near.run(table_and_rows), far.run(table_and_rows)
    assert np.array_equal(here[0], there[0], equal_nan=True)
