import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.opinion.conversations import matrix_of
from tracktwo.opinion.polis import in_conversation

NO = float("nan")

LET_IN_EARLY = {
    "25ptpt-3gp-no-strict-with-meta": 0,
    "50ptpt-3gp-strict-no-meta": 2,
    "above-100-ptpts": 32,
}
"""People with under seven votes whom Polis let in while there were fewer statements or people."""


def test_people_in_the_conversation_are_those_of_polis_but_for_its_history(blob):
    votes = blob.matrix.answered

    inside = in_conversation(blob.matrix)

    early = blob.inside & ~inside
    assert not (inside & ~blob.inside).any()
    assert early.sum() == LET_IN_EARLY[blob.name]
    assert (votes[early] < 7).all()


def test_people_in_the_conversation_equal_polis_given_who_was_in_before(blob):
    before = blob.inside & (blob.matrix.answered < 7)

    inside = in_conversation(blob.matrix, already=before)

    assert inside.tolist() == blob.inside.tolist()


def people(*votes: int, statements: int = 10) -> np.ndarray:
    """One row a participant, who agrees with as many of the first statements as told."""
    table = np.full((len(votes), statements), NO)
    for row, count in zip(table, votes, strict=True):
        row[:count] = 1
    return table


def test_seven_votes_are_enough_and_six_are_not():
    inside = in_conversation(matrix_of(people(*[10] * 15, 7, 6)))

    assert inside.tolist() == [True] * 16 + [False]


def test_all_statements_are_enough_where_there_are_fewer_than_seven():
    inside = in_conversation(matrix_of(people(*[3] * 15, 2, statements=3)))

    assert inside.tolist() == [True] * 15 + [False]


def test_statement_nobody_answered_does_not_raise_the_bar():
    inside = in_conversation(matrix_of(people(*[3] * 16, 2, statements=10)))

    assert inside.tolist() == [True] * 16 + [False]


def test_fewer_than_fifteen_are_topped_up_by_number_of_votes():
    inside = in_conversation(matrix_of(people(*[8] * 10, 1, 2, 3, 4, 5, 6)))

    assert inside.tolist() == [True] * 10 + [False] + [True] * 5


def test_people_who_voted_alike_are_topped_up_together():
    inside = in_conversation(matrix_of(people(*[8] * 14, 3, 3, 3, 2)))

    assert inside.tolist() == [True] * 17 + [False]


def test_people_without_votes_are_never_in():
    inside = in_conversation(matrix_of(people(2, 0, 1)))

    assert inside.tolist() == [True, False, True]


@given(st.lists(st.integers(0, 10), min_size=1, max_size=30), st.randoms(use_true_random=False))
def test_who_is_in_does_not_depend_on_row_order(votes, random):
    order = list(range(len(votes)))
    random.shuffle(order)
    table = people(*votes)

    inside = in_conversation(matrix_of(table))
    shuffled = in_conversation(matrix_of(table[order]))

    assert shuffled.tolist() == inside[order].tolist()
