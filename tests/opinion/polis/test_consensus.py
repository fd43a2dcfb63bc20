from math import sqrt

import numpy as np
import pytest

from tests.opinion.polis.blobs import tally_of
from tracktwo.dialogue import Scale
from tracktwo.errors import OptionError
from tracktwo.opinion.polis import (
    ConsensusLists,
    ConsensusStatement,
    consensus_lists,
    group_aware_consensus,
)
from tracktwo.votes import Codebook, Tally


def test_group_aware_consensus_equals_polis_for_every_statement(blob):
    expected = [blob.result["group-aware-consensus"][str(tid)] for tid in blob.tids]

    consensus = group_aware_consensus(blob.groups)

    np.testing.assert_allclose(consensus, expected, rtol=1e-9, atol=0)


def test_consensus_lists_equal_polis(blob):
    lists = consensus_lists(blob.everybody, hidden=blob.zeroed)

    for ours, theirs in (
        (lists.agree, blob.result["consensus"]["agree"]),
        (lists.disagree, blob.result["consensus"]["disagree"]),
    ):
        assert [
            (blob.tids[one.statement], one.successes, one.trials, one.share, one.share_z)
            for one in ours
        ] == [
            (
                one["tid"],
                one["n-success"],
                one["n-trials"],
                pytest.approx(one["p-success"], rel=1e-12),
                pytest.approx(one["p-test"], rel=1e-12),
            )
            for one in theirs
        ]


def test_group_aware_consensus_of_hand_computed_example():
    # Statement 0: (8 + 1) / (8 + 2) in one group, (4 + 1) / (8 + 2) in the other.
    # Statement 1: (0 + 1) / (0 + 2) where nobody answered, (3 + 1) / (4 + 2) with one pass.
    groups = tally_of([(0, 0, 8), (0, 0, 0)], [(4, 0, 4), (0, 1, 3)])

    consensus = group_aware_consensus(groups)

    np.testing.assert_allclose(consensus, [9 / 10 * 5 / 10, 1 / 2 * 4 / 6])


def test_consensus_lists_of_hand_computed_example():
    # Statement 0: 8 of 8 agree: 9/10, z = 2 sqrt(9) (9/9 - 1/2) = 3; rank 2.7.
    # Statement 1: 5 of 9, no: z = 2 sqrt(10) (6/10 - 1/2) = .63 is under 1.2816.
    # Statement 2: 11 of 12 agree: 12/14, z = 2 sqrt(13) (12/13 - 1/2) = 3.05; rank 2.62.
    # Statement 3: 8 of 8 disagree.
    everybody = tally_of([(0, 0, 8), (4, 0, 5), (1, 0, 11), (8, 0, 0)])

    lists = consensus_lists(everybody)

    third = ConsensusStatement(2, 11, 12, 12 / 14, 2 * sqrt(13) * (12 / 13 - 0.5))
    assert lists == ConsensusLists(
        agree=(ConsensusStatement(0, 8, 8, 0.9, 3.0), third),
        disagree=(ConsensusStatement(3, 8, 8, 0.9, 3.0),),
    )


def test_consensus_lists_leave_out_hidden_statements_and_stop_at_the_most_asked_for():
    everybody = tally_of([(0, 0, 9), (0, 0, 8), (0, 0, 7), (0, 0, 6)])

    lists = consensus_lists(everybody, hidden=np.array([True, False, False, False]), most=2)

    assert [one.statement for one in lists.agree] == [1, 2]


def test_consensus_lists_put_equally_strong_statements_in_order():
    lists = consensus_lists(tally_of([(0, 0, 8)] * 3))

    assert [one.statement for one in lists.agree] == [0, 1, 2]


def test_consensus_lists_add_the_labels_up():
    parts = tally_of([(0, 0, 5)], [(0, 1, 2)])
    whole = tally_of([(0, 1, 7)])

    assert consensus_lists(parts) == consensus_lists(whole)


def test_ratings_are_refused():
    none = np.zeros((1, 1))
    rated = Tally(Codebook((Scale("rating", 1, 2),)), np.zeros((1, 2), int), none, none, none[0])

    for function in (group_aware_consensus, consensus_lists):
        with pytest.raises(OptionError, match="need votes"):
            function(rated)
