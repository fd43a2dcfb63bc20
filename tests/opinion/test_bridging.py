import numpy as np
import pytest
from scipy.optimize import minimize

from tests.opinion.conversations import matrix_of, polis_export
from tests.votes.tables import stored_sweep
from tracktwo.dialogue import VOTE, Answers, Scale
from tracktwo.errors import OptionError
from tracktwo.opinion.bridging import bridging
from tracktwo.votes import AnswerMatrix, MemorySweep


def divided_votes(people=80, seed=4):
    """Two camps: statements 0-2 have everybody's support, the others divide, 9 divides least."""
    random = np.random.default_rng(seed)
    camp = np.where(np.arange(people) % 2, 1.0, -1.0)[:, None]
    pull = np.concatenate([np.full(3, 0.0), np.linspace(2, 0.8, 7) * (-1.0) ** np.arange(7)])
    lift = np.where(np.arange(10) < 3, 1.5, 0.0)
    noise = random.logistic(scale=0.4, size=(people, 10))
    votes = np.sign(np.round(camp * pull + lift + noise))
    votes[random.random(votes.shape) < 0.3] = np.nan
    return votes


def objective(ratings, mean, intercept, factor, user_intercept, user_factor):
    """The loss written out as it stands in the description, over a dense table."""
    expected = mean + user_intercept[:, None] + intercept + np.outer(user_factor, factor)
    error = np.nanmean((ratings - expected) ** 2)
    intercepts = (user_intercept**2).mean() + (intercept**2).mean() + mean**2
    return error + 0.15 * intercepts + 0.03 * ((user_factor**2).mean() + (factor**2).mean())


def best_of_general_minimiser(ratings, seed):
    people, statements = ratings.shape
    ends = np.cumsum([1, statements, statements, people])

    def loss(x):
        mean, *rest = np.split(x, ends)
        return objective(ratings, mean[0], *rest)

    start = np.random.default_rng(seed).normal(size=ends[-1] + people) / 2
    options = {"maxiter": 10_000, "maxfun": 10**7, "ftol": 1e-15, "gtol": 1e-9}
    return minimize(loss, start, method="L-BFGS-B", options=options).fun


def swept(table, scale=VOTE):
    matrix = matrix_of(table)
    scales = (scale,) * table.shape[1]
    answers = Answers(matrix.participant, matrix.statement, matrix.value)
    return MemorySweep(AnswerMatrix.of(answers, len(table), scales))


@pytest.mark.parametrize(
    ("conversation", "loss"),
    [
        ("brexit-consensus", 0.126764),
        ("vtaiwan.uberx", 0.120983),
        ("american-assembly.bowling-green", 0.116570),
    ],
)
def test_bridging_reaches_the_known_optimum_of_real_conversations(reference, conversation, loss):
    matrix = polis_export(reference("polis") / conversation)

    found = bridging(MemorySweep(matrix))

    assert round(found.loss, 6) == loss
    assert found.gain_left <= 1e-18


def test_bridging_is_the_optimum_a_general_minimiser_finds_from_anywhere():
    votes = divided_votes(people=14)

    found = bridging(swept(votes))

    general = [best_of_general_minimiser((votes + 1) / 2, seed) for seed in range(3)]
    assert found.loss <= min(general) + 1e-12
    assert np.allclose(general, found.loss, atol=1e-7)


def test_bridging_reports_the_objective_of_its_own_terms():
    votes = divided_votes()

    found = bridging(swept(votes))

    terms = (found.intercept, found.factor, found.user_intercept, found.user_factor)
    assert np.isclose(objective((votes + 1) / 2, found.mean, *terms), found.loss, rtol=1e-13)


def test_bridging_is_highest_for_what_both_camps_support():
    found = bridging(swept(divided_votes()))

    assert set(np.argsort(-found.intercept)[:3]) == {0, 1, 2}
    assert np.abs(found.factor[:3]).max() < np.abs(found.factor[3:]).min()


def test_bridging_puts_the_camps_on_either_side():
    found = bridging(swept(divided_votes()))

    camps = np.sign(found.user_factor).reshape(-1, 2)
    assert (camps[:, 0] == camps[0, 0]).all()
    assert (camps[:, 1] == -camps[0, 0]).all()


def test_bridging_turns_the_largest_factor_positive():
    found = bridging(swept(divided_votes()))

    assert found.factor.max() == np.abs(found.factor).max()


def test_bridging_does_not_depend_on_the_order_of_people_or_statements():
    votes = divided_votes()
    random = np.random.default_rng(1)
    people, statements = random.permutation(80), random.permutation(10)

    found, shuffled = bridging(swept(votes)), bridging(swept(votes[people][:, statements]))

    assert np.allclose(shuffled.intercept, found.intercept[statements], rtol=0, atol=1e-9)
    assert np.allclose(shuffled.factor, found.factor[statements], rtol=0, atol=1e-9)
    assert np.allclose(shuffled.user_factor, found.user_factor[people], rtol=0, atol=1e-9)
    assert np.isclose(shuffled.loss, found.loss, rtol=1e-13)


def test_bridging_says_nothing_of_who_and_what_has_no_answers():
    votes = divided_votes()
    wider = np.full((82, 11), np.nan)
    wider[1:81, :10] = votes

    found, padded = bridging(swept(votes)), bridging(swept(wider))

    assert np.isnan([padded.intercept[10], padded.factor[10]]).all()
    assert np.isnan(padded.user_intercept[[0, 81]]).all()
    assert np.allclose(padded.intercept[:10], found.intercept, atol=1e-9)
    assert np.allclose(padded.user_factor[1:81], found.user_factor, atol=1e-9)


def test_bridging_of_ratings_on_three_steps_is_that_of_votes():
    votes = divided_votes()

    found, rated = bridging(swept(votes)), bridging(swept(votes + 2, Scale("rating", 1, 3)))

    assert np.allclose(rated.intercept, found.intercept, atol=1e-9)
    assert np.isclose(rated.loss, found.loss)


def test_bridging_of_ratings_uses_their_exact_values():
    random = np.random.default_rng(8)
    ratings = np.clip(divided_votes() * 30 + 50 + random.normal(0, 5, (80, 10)), 0, 100)
    ratings = ratings.astype(np.float32).astype(float)

    found = bridging(swept(ratings, Scale("rating", 0, 100)))

    terms = (found.intercept, found.factor, found.user_intercept, found.user_factor)
    assert np.isclose(objective(ratings / 100, found.mean, *terms), found.loss, rtol=1e-12)


def test_bridging_where_everybody_agrees_prefers_no_statement():
    found = bridging(swept(np.ones((6, 3))))

    assert np.ptp(found.intercept) < 1e-12
    assert np.ptp(found.factor) < 1e-12
    assert (found.intercept > 0).all()


def test_bridging_is_the_same_from_a_file(tmp_path):
    matrix = matrix_of(divided_votes())

    near = bridging(MemorySweep(matrix))
    far = bridging(stored_sweep(tmp_path, matrix, block_answers=60))

    assert np.allclose(far.intercept, near.intercept, atol=1e-9)
    assert np.allclose(far.user_intercept, near.user_intercept, atol=1e-9)
    assert np.isclose(far.loss, near.loss, rtol=1e-13)


def test_bridging_of_no_answers_is_refused():
    with pytest.raises(OptionError, match="nobody answered anything"):
        bridging(swept(np.full((3, 2), np.nan)))
