import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.opinion.test_characteristic import tally_of
from tracktwo.opinion.shared_ground import shared_ground
from tracktwo.votes import share_interval


def test_shared_ground_is_the_bound_of_the_least_convinced_side():
    score = shared_ground(tally_of([[[0, 0, 40]], [[10, 0, 30]]]))

    assert score.support[0] == share_interval(30, 40)[0]
    assert score.rejection[0] == share_interval(0, 40)[0]


def test_shared_ground_is_low_where_a_side_hardly_answered():
    # Polis's product would put the first statement on top.
    answers = tally_of([[[0, 0, 90], [10, 0, 80]], [[0, 0, 2], [10, 0, 80]]])

    score = shared_ground(answers)

    assert score.support[0] < score.support[1]


def test_shared_ground_is_nothing_below_the_fewest_answers():
    score = shared_ground(tally_of([[[0, 0, 90]], [[0, 0, 2]]]), fewest=3)

    assert np.isnan(score.support[0])


def test_shared_ground_finds_what_all_sides_reject():
    score = shared_ground(tally_of([[[38, 1, 1]], [[36, 2, 2]]]))

    assert score.rejection[0] > 0.7
    assert score.support[0] < 0.1


@given(
    st.lists(st.tuples(*[st.integers(0, 40)] * 3), min_size=2, max_size=4).filter(
        lambda sides: all(sum(side) for side in sides)
    )
)
def test_shared_ground_does_not_depend_on_the_order_or_names_of_sides(sides):
    forward = shared_ground(tally_of([[side] for side in sides]))
    backward = shared_ground(tally_of([[side] for side in sides[::-1]]))

    assert forward.support[0] == backward.support[0]
    assert forward.support[0] <= min(side[2] / sum(side) for side in sides)
