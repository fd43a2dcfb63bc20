import numpy as np

from tracktwo.opinion.graded import Items

NODES = np.linspace(-3, 3, 13)[:, None]


def test_shares_add_up_and_rise_with_the_slope():
    items = Items(np.array([0]), np.array([[1.5]]), np.array([[1.0, -1.0]]))

    shares = items.shares(NODES)

    assert np.allclose(shares.sum(axis=1), 1)
    assert (np.diff(shares[0, -1]) > 0).all()


def test_shares_are_the_logistic_differences_by_hand():
    items = Items(np.array([0]), np.array([[2.0]]), np.array([[0.5, -0.5]]))

    shares = items.shares(np.array([[1.0]]))[0, :, 0]

    at_least = 1 / (1 + np.exp(-np.array([2.5, 1.5])))
    assert np.allclose(shares, [1 - at_least[0], at_least[0] - at_least[1], at_least[1]])


def test_steps_recover_the_parameters_counts_were_made_from():
    truth = Items(np.arange(2), np.array([[1.2], [-0.7]]), np.array([[1.0, -0.3], [0.2, -1.5]]))
    counts = truth.shares(NODES) * 1e6
    items = Items(np.arange(2), np.zeros((2, 1)), np.array([[0.5, -0.5]] * 2))

    for _ in range(60):
        items, _ = items.step(counts, NODES, items.shares(NODES))

    assert np.allclose(items.slope, truth.slope, atol=1e-4)
    assert np.allclose(items.threshold, truth.threshold, atol=1e-4)


def test_step_keeps_thresholds_apart_when_nobody_passed():
    items = Items(np.array([0]), np.array([[1.0]]), np.array([[0.5, -0.5]]))
    counts = np.zeros((1, 3, 13))
    counts[0, 0, :6], counts[0, 2, 6:] = 10, 10

    for _ in range(30):
        items, _ = items.step(counts, NODES, items.shares(NODES))

    assert items.threshold[0, 0] > items.threshold[0, 1]
    assert np.isfinite(items.slope).all()
