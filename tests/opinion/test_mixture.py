import numpy as np

from tests.opinion.conversations import matrix_of
from tests.opinion.test_groups import planted
from tracktwo.opinion import mixture
from tracktwo.votes import MemorySweep


def test_everybody_has_the_smoothed_shares_of_all():
    votes = np.array([[1.0], [1.0], [-1.0]])

    alone = mixture.everybody(matrix_of(votes))

    anywhere = np.array([1.5, 0.5, 2.5]) / 4.5
    shares = (np.array([1, 0, 2]) + anywhere) / 4
    assert np.allclose(np.exp(alone.log_share[:, 0]), shares)
    assert np.isclose(alone.log_likelihood, 2 * np.log(shares[2]) + np.log(shares[0]))


def test_fitting_never_lowers_the_likelihood_by_much():
    matrix = matrix_of(planted(groups=2)[0])
    start = mixture.split(matrix, mixture.everybody(matrix))

    rounds = [mixture.fitted(matrix, start, most_rounds=n)[0].log_likelihood for n in range(1, 8)]

    # The prior pulls, so the plain likelihood may give back a little near the maximum.
    assert (np.diff(rounds) > -1e-4 * abs(rounds[0])).all()
    assert rounds[-1] > rounds[0]


def test_split_offers_as_many_cuts_as_groups_and_keeps_shares_adding_up():
    matrix = matrix_of(planted(groups=3)[0])
    two = mixture.fitted(matrix, mixture.split(matrix, mixture.everybody(matrix)), most_rounds=20)[
        0
    ]

    three = mixture.fitted(matrix, mixture.split(matrix, two), most_rounds=1)

    assert [candidate.k for candidate in three] == [3, 3]
    shares = np.exp(three[0].log_share).reshape(-1, 3, 3).sum(axis=1)
    assert np.allclose(shares, 1, atol=1e-5)


def test_refined_goes_on_to_the_top():
    matrix = matrix_of(planted(groups=2)[0])
    start = mixture.fitted(matrix, mixture.split(matrix, mixture.everybody(matrix)), most_rounds=3)

    refined = mixture.refined(MemorySweep(matrix), start[0], most_rounds=100)

    again = mixture.refined(MemorySweep(matrix), refined, most_rounds=100)
    assert refined.log_likelihood >= start[0].log_likelihood
    assert abs(again.log_likelihood - refined.log_likelihood) < 1e-4 * len(matrix.value)


def test_held_out_log_likelihood_by_hand():
    seen, hidden = matrix_of(np.array([[1.0, np.nan]])), matrix_of(np.array([[np.nan, -1.0]]))
    share = np.array([[0.1, 0.8], [0.1, 0.1], [0.8, 0.1], [0.6, 0.2], [0.2, 0.2], [0.2, 0.6]])
    model = mixture.Mixture(np.log(share).astype(np.float32), np.log([0.5, 0.5]))

    score = mixture.held_out_log_likelihood(model, seen, hidden)

    weight = np.array([0.8, 0.1]) / 0.9
    assert np.allclose(score, np.log(weight @ [0.6, 0.2]))
