import numpy as np
import pytest
from scipy.stats import spearmanr

from tests.opinion.conversations import matrix_of, polis_export, senate_1967, un_session
from tracktwo.dialogue import Scale
from tracktwo.errors import OptionError
from tracktwo.opinion.ideal_point import foretold, ideal_points
from tracktwo.votes import AnswerMatrix, Block, MemorySweep


def answers_along_a_line(people=400, statements=60, answered=0.5, seed=3):
    """Votes drawn from a graded response model, and the positions they were drawn from."""
    random = np.random.default_rng(seed)
    truth = random.normal(size=people)
    slope, cut = random.normal(0, 1.5, statements), random.normal(0, 1, statements)
    pull = truth[:, None] * slope + cut + random.logistic(size=(people, statements))
    votes = np.where(pull > 0.4, 1.0, np.where(pull < -0.4, -1.0, 0.0))
    votes[random.random(votes.shape) > answered] = np.nan
    return matrix_of(votes), truth


@pytest.mark.parametrize("session", range(26, 61))
def test_ideal_points_reach_the_published_ones_of_the_un(reference, session):
    matrix, published = un_session(reference("unga"), session)

    found = ideal_points(MemorySweep(matrix)).position[:, 0]

    rows = list(published)
    assert abs(np.corrcoef(found[rows], list(published.values()))[0, 1]) >= 0.97


def test_ideal_points_order_the_senate_as_w_nominate_does(reference):
    matrix, published = senate_1967(reference("congress"))

    found = ideal_points(MemorySweep(matrix)).position[:, 0]

    both = np.isfinite(found) & np.isfinite(published)
    # W-NOMINATE holds everybody within -1..1, so the ends can be compared by rank alone
    assert abs(spearmanr(found[both], published[both])[0]) >= 0.99
    assert abs(np.corrcoef(found[both], published[both])[0, 1]) >= 0.98


def test_who_stands_far_out_is_not_held_at_the_end_of_the_grid(reference):
    matrix, _ = un_session(reference("unga"), 44)

    found = ideal_points(MemorySweep(matrix))

    furthest = np.nanargmax(np.abs(found.position[:, 0]))
    assert abs(found.position[furthest, 0]) > 5
    assert found.standard_error[furthest, 0] > 0.15


def test_ideal_points_find_the_truth_and_say_how_sure_they_are():
    matrix, truth = answers_along_a_line()

    found = ideal_points(MemorySweep(matrix))

    turn = np.sign(np.corrcoef(found.position[:, 0], truth)[0, 1])
    error = turn * found.position[:, 0] - truth
    within = np.abs(error) < 1.96 * found.standard_error[:, 0]
    assert np.corrcoef(turn * found.position[:, 0], truth)[0, 1] > 0.93
    assert 0.91 < within.mean() < 0.985


def test_ideal_points_do_not_move_people_for_what_they_did_not_answer():
    table = np.array([[1, 1, 1, 1, -1, -1, -1, -1]] * 12 + [[-1, -1, -1, -1, 1, 1, 1, 1]] * 12)
    table = table.astype(float)
    table[0, 1:] = np.nan
    table[1] = np.nan

    found = ideal_points(MemorySweep(matrix_of(table)))

    assert np.isnan(found.position[1, 0])
    assert np.isnan(found.standard_error[1, 0])
    assert abs(found.position[0, 0]) > 0.3
    assert found.standard_error[0, 0] > 1.2 * found.standard_error[2, 0]


def test_ideal_points_are_the_same_in_blocks():
    matrix, _ = answers_along_a_line(people=60, statements=12)

    class Halves:
        codebook, n_participants = matrix.codebook, matrix.n_participants

        def run(self, work):
            yield work(Block(matrix.rows(np.arange(25)), 0))
            yield work(Block(matrix.rows(np.arange(25, 60)), 25))

    whole, halves = ideal_points(MemorySweep(matrix)), ideal_points(Halves())

    assert np.allclose(whole.position, halves.position, atol=1e-3)


def test_ideal_points_read_ratings_as_ordered_steps():
    matrix, _ = answers_along_a_line(statements=20)
    rated = AnswerMatrix.of(
        _Rated(matrix), matrix.n_participants, (Scale("rating", 1, 3),) * matrix.n_statements
    )

    as_votes, as_ratings = ideal_points(MemorySweep(matrix)), ideal_points(MemorySweep(rated))

    assert np.array_equal(as_votes.position, as_ratings.position)


class _Rated:
    """The same answers on a scale from 1 to 3."""

    def __init__(self, matrix):
        self.participant, self.statement = matrix.participant, matrix.statement
        self.value = matrix.value + 2


def test_ideal_points_in_two_dimensions_foretell_hidden_votes_better_when_there_are_two():
    random = np.random.default_rng(5)
    place, slope = random.normal(size=(500, 2)), random.normal(0, 1.6, size=(2, 40))
    votes = np.sign(place @ slope + random.logistic(size=(500, 40)))
    matrix, hide = matrix_of(votes), random.random(votes.size) < 0.15

    scores = []
    for dimensions in (1, 2):
        seen, hidden = matrix.only(~hide), matrix.only(hide)
        fit = ideal_points(MemorySweep(seen), dimensions=dimensions)
        scores.append(foretold(fit.items, seen, hidden).sum())

    assert scores[1] > scores[0] + 100


def test_ideal_points_refuse_other_dimensions():
    matrix, _ = answers_along_a_line(people=30, statements=5)

    with pytest.raises(OptionError, match="a map has 1 or 2 dimensions, not 3"):
        ideal_points(MemorySweep(matrix), dimensions=3)


@pytest.mark.parametrize(
    "name", ["brexit-consensus", "vtaiwan.uberx", "american-assembly.bowling-green"]
)
def test_ideal_points_come_to_the_same_end_from_another_start(reference, name):
    matrix = polis_export(reference(f"polis/{name}"))
    order = np.random.default_rng(0).permutation(matrix.n_participants)

    found = ideal_points(MemorySweep(matrix))
    shuffled = ideal_points(MemorySweep(matrix.rows(order)))

    apart = np.abs(found.position[order] - shuffled.position) / found.standard_error[order]
    assert np.nanmax(apart) < 0.5
