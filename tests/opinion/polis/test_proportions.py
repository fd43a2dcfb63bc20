from math import sqrt

import numpy as np
import pytest

from tracktwo.opinion.polis.proportions import difference_z, share, share_z


def counts(*numbers: int) -> list[np.ndarray]:
    return [np.array([number]) for number in numbers]


@pytest.mark.parametrize(
    ("successes", "trials", "expected"), [(0, 0, 1 / 2), (1, 1, 2 / 3), (3, 4, 4 / 6), (0, 8, 0.1)]
)
def test_share_starts_at_one_success_and_one_failure(successes, trials, expected):
    assert share(*counts(successes, trials)).tolist() == [expected]


@pytest.mark.parametrize(
    ("successes", "trials", "expected"),
    [(0, 0, 1.0), (1, 1, sqrt(2)), (3, 3, 2.0), (0, 3, -1.0), (11, 12, sqrt(13) * 11 / 13)],
)
def test_z_of_a_share_starts_at_one_success(successes, trials, expected):
    np.testing.assert_allclose(share_z(*counts(successes, trials)), [expected])


def test_z_of_a_difference_by_hand():
    # 9 of 9 against 2 of 4: 11/13 together, spread sqrt(11/13 * 2/13 * (1/9 + 1/4)) = sqrt(22/468).
    z = difference_z(*counts(8, 8, 1, 3))

    np.testing.assert_allclose(z, [0.5 / sqrt(22 / 468)])


def test_z_of_a_difference_is_zero_where_all_succeed():
    assert difference_z(*counts(8, 8, 3, 3)).tolist() == [0.0]


def test_z_of_a_difference_turns_its_sign_when_sides_are_exchanged():
    one, other = difference_z(*counts(8, 9, 1, 3)), difference_z(*counts(1, 3, 8, 9))

    np.testing.assert_allclose(one, -other)
