import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.votes.tables import matrix_of, random_votes, stored_sweep, vote_tables
from tracktwo.dialogue import Scale
from tracktwo.errors import OptionError
from tracktwo.votes import MemorySweep, tally


def figures(counted):
    return [part.tolist() for part in (counted.counts, counted.total, counted.squares)]


@given(vote_tables(), st.data())
def test_tally_counts_what_each_label_answered(table, data):
    labels = data.draw(st.lists(st.integers(-1, 2), min_size=len(table), max_size=len(table)))
    label_of = np.array(labels, np.int32)

    counted = tally(MemorySweep(matrix_of(table)), label_of, 3)

    for label in range(3):
        own = table[label_of == label]
        assert counted.agree[label].tolist() == (own == 1).sum(axis=0).tolist()
        assert counted.disagree[label].tolist() == (own == -1).sum(axis=0).tolist()
        assert counted.passes[label].tolist() == (own == 0).sum(axis=0).tolist()
        assert counted.n[label].tolist() == (~np.isnan(own)).sum(axis=0).tolist()
        assert counted.total[label].tolist() == np.nansum(own, axis=0).tolist()
        assert counted.squares[label].tolist() == np.nansum(own**2, axis=0).tolist()
        assert counted.members[label] == len(own)


def test_tally_of_ratings_keeps_their_sums():
    rated = np.array([[1.0, 7.0], [2.5, np.nan], [4.0, 7.0]])
    labels = np.array([0, 0, 1], np.int32)

    counted = tally(MemorySweep(matrix_of(rated, Scale("rating", 1, 7))), labels, 2)

    assert counted.total.tolist() == [[3.5, 7.0], [4.0, 7.0]]
    assert counted.squares.tolist() == [[7.25, 49.0], [16.0, 49.0]]
    assert counted.n.tolist() == [[2, 1], [1, 1]]
    assert counted.agree.tolist() == [[0, 1], [0, 1]]


def test_tally_is_the_same_from_a_file(tmp_path):
    matrix = matrix_of(random_votes())
    labels = (np.arange(300) % 4 - 1).astype(np.int32)

    counted = tally(stored_sweep(tmp_path, matrix, block_answers=100), labels, 3)

    assert figures(counted) == figures(tally(MemorySweep(matrix), labels, 3))


def test_tally_together_adds_the_labels():
    counted = tally(MemorySweep(matrix_of(random_votes())), np.arange(300, dtype=np.int32) % 3, 3)

    together = counted.together()

    assert together.n.tolist() == [counted.n.sum(axis=0).tolist()]
    assert together.members.tolist() == [300]


def test_tally_over_chooses_labels():
    counted = tally(MemorySweep(matrix_of(random_votes())), np.arange(300, dtype=np.int32) % 3, 3)

    chosen = counted.over(np.array([2, 0]))

    assert chosen.agree.tolist() == counted.agree[[2, 0]].tolist()
    assert chosen.members.tolist() == [100, 100]


def test_tally_wants_a_label_for_everybody():
    with pytest.raises(OptionError, match="300 participants need as many labels, not 2"):
        tally(MemorySweep(matrix_of(random_votes())), np.zeros(2, np.int32), 1)
