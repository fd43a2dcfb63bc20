import numpy as np
import pytest

from tests.opinion.polis.blobs import tally_of
from tracktwo.opinion.polis import META_PRIORITY, fit_map, priorities

ALL_META = "50ptpt-3gp-strict-no-meta"
"""Polis gave every statement of this conversation 49 although none is flagged as meta."""


def test_priorities_equal_polis(blob):
    expected = [blob.result["comment-priorities"][str(tid)] for tid in blob.tids]
    meta = np.ones(len(blob.tids), np.bool_) if blob.name == ALL_META else blob.meta
    extremity = fit_map(blob.matrix, zeroed=blob.zeroed).extremity

    found = priorities(blob.groups, extremity, meta=meta)

    np.testing.assert_allclose(found, expected, rtol=1e-9)


def test_priorities_of_hand_computed_example():
    # 3 agree, 1 passes, 1 disagrees: (1 - 2/7) * 1.4 * 4/7 * (1 + 8/2) = 20/7.
    # Nobody answered: (1 - 1/2) * 1 * 1/2 * (1 + 8) = 9/4.
    group = tally_of([(1, 1, 3), (0, 0, 0)])

    found = priorities(group, np.array([0.4, 0.0]))

    np.testing.assert_allclose(found, [(20 / 7) ** 2, (9 / 4) ** 2])


def test_meta_statement_has_a_fixed_priority():
    found = priorities(tally_of([(0, 0, 5)]), np.array([1.0]), meta=np.array([True]))

    assert found.tolist() == [META_PRIORITY] == [49]


def test_labels_are_added_up():
    parts, whole = tally_of([(1, 0, 2)], [(0, 1, 1)]), tally_of([(1, 1, 3)])

    assert priorities(parts, np.ones(1)).tolist() == priorities(whole, np.ones(1)).tolist()


@pytest.mark.parametrize("better", [[(1, 1, 4)], [(2, 0, 3)]])
def test_more_agreement_or_fewer_passes_raise_the_priority_of_an_old_statement(better):
    times = 50
    more = [tuple(times * count for count in better[0])]
    fewer = [(times, times, 3 * times)]

    high, low = (priorities(tally_of(counts), np.ones(1)) for counts in (more, fewer))

    assert high > low
