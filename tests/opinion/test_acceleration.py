import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.opinion.acceleration import Round, minimised


def downhill(curvature, seen):
    """Plain rounds of gradient descent on x' diag(curvature) x / 2, each remembered in `seen`."""
    step = 1 / max(curvature)

    def plain_round(x):
        gradient = curvature * x
        loss = float(gradient @ x / 2)
        seen.append(loss)
        return Round(x, loss, x - step * gradient, float(step * gradient @ gradient))

    return plain_round


def accelerated(plain_round, start, most_rounds=1000):
    start = np.asarray(start, float)
    return minimised(
        plain_round, start, weight=np.ones_like(start), close=1e-20, most_rounds=most_rounds
    )


def test_a_problem_with_few_curvatures_is_solved_in_about_as_many_rounds():
    last, rounds = accelerated(downhill(np.array([1.0, 0.1, 0.01, 0.001]), []), [1, 1, 1, 1])

    assert np.abs(last.x).max() < 1e-6
    assert rounds <= 8


@given(st.lists(st.floats(1e-3, 1), min_size=1, max_size=15))
def test_the_minimum_is_found_and_no_accepted_loss_is_higher_than_an_earlier(curvature):
    seen = []
    last, _ = accelerated(downhill(np.array(curvature), seen), np.ones(len(curvature)))

    assert last.gain <= 1e-20
    assert last.loss <= seen[0]


def test_an_extrapolation_that_goes_uphill_is_given_up():
    def plain_round(x):
        """Towards the minimum at 0 by half the root: a straight line through two rounds overshoots."""
        visited.append(float(x[0]))
        loss = float(x[0]) if x[0] >= 0 else 100.0
        return Round(x, loss, x - np.minimum(np.sqrt(np.abs(x)), np.abs(x)) / 2, loss)

    visited = []
    last, _ = accelerated(plain_round, [8.0])

    assert min(visited) < 0
    assert 0 <= last.x[0] <= 1e-20


def test_rounds_end_where_they_are_told_to():
    _, rounds = accelerated(downhill(np.linspace(0.001, 1, 40), []), np.ones(40), most_rounds=5)

    assert rounds == 5
