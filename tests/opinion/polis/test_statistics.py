import numpy as np

from tests.opinion.polis.blobs import tally_of
from tracktwo.opinion.polis import group_statistics


def test_statistics_of_hand_computed_example():
    # Group 0: 8 of 8 agree; group 1: 1 of 3 agree and 2 disagree; group 2: 1 pass.
    groups = tally_of([(0, 0, 8)], [(2, 0, 1)], [(0, 1, 0)])

    found = group_statistics(groups)

    # Agreeing in the rest of each group: 1 of 4, 8 of 9, 9 of 11.
    share = np.array([[9 / 10], [2 / 5], [1 / 3]])
    assert found.n.tolist() == [[8], [3], [1]]
    assert found.agree.count.tolist() == [[8], [1], [0]]
    np.testing.assert_allclose(found.agree.share, share)
    np.testing.assert_allclose(found.agree.share_z, [[3.0], [0.0], [0.0]])
    np.testing.assert_allclose(found.agree.ratio, share / [[2 / 6], [9 / 11], [10 / 13]])
    # 9 of 9 against 2 of 5: 11/14 together; 2 of 4 against 9 of 10; 1 of 2 against 10 of 12.
    pooled = np.array([[11 / 14], [11 / 14], [11 / 14]])
    sizes = np.array([[1 / 9 + 1 / 5], [1 / 4 + 1 / 10], [1 / 2 + 1 / 12]])
    difference = np.array([[1 - 2 / 5], [1 / 2 - 9 / 10], [1 / 2 - 10 / 12]])
    z = difference / np.sqrt(pooled * (1 - pooled) * sizes)
    np.testing.assert_allclose(found.agree.ratio_z, z)
    np.testing.assert_allclose(found.disagree.share, [[1 / 10], [3 / 5], [1 / 3]])
    np.testing.assert_allclose(found.disagree.ratio[0], [(1 / 10) / (3 / 6)])


def test_strength_is_the_product_of_all_four():
    agree = group_statistics(tally_of([(0, 0, 8)], [(2, 0, 1)])).agree

    np.testing.assert_allclose(
        agree.strength, agree.share * agree.share_z * agree.ratio * agree.ratio_z
    )


def test_significant_is_common_in_the_group_and_more_common_than_elsewhere():
    # Common and more common; common everywhere; more common but not common.
    groups = tally_of([(0, 0, 20), (0, 0, 20), (10, 0, 10)], [(20, 0, 0), (0, 0, 20), (20, 0, 0)])

    significant = group_statistics(groups).agree.is_significant

    assert significant[0].tolist() == [True, False, False]


def test_one_group_alone_is_compared_with_nobody():
    found = group_statistics(tally_of([(0, 0, 8)]))

    np.testing.assert_allclose(found.agree.ratio, [[0.9 / 0.5]])
