"""Which statement of an open consultation is put next."""

import uuid

import numpy as np
import pytest

from tracktwo.dialogue import VOTE, Scale
from tracktwo_web.perceptions.paper import Asked, Paper
from tracktwo_web.perceptions.routing import EVEN, gain, mixed, routed
from tracktwo_web.perceptions.tally import Published

RATING = Scale.parse("rating:1:7")


def test_gain_is_the_expected_fall_of_the_posterior_variance() -> None:
    """Computed the long way: over the next answer, as likely as it is thought to be."""

    def variance(kinds: np.ndarray) -> float:
        total = kinds.sum()
        return (kinds * (total - kinds)).sum() / (total**2 * (total + 1))

    kinds = np.array([3.0, 1.0, 7.0])  # with the one that is added to each
    after = sum(kinds[i] / kinds.sum() * variance(kinds + np.eye(3)[i]) for i in range(3))

    told = gain({-1.0: 2, 0.0: 0, 1.0: 6}, VOTE)

    assert told == pytest.approx(variance(kinds) - after)


@pytest.mark.parametrize("scale", [VOTE, RATING])
def test_new_statements_inform_most_and_clear_ones_least(scale) -> None:
    low, high = scale.low, scale.high

    gains = [gain(counts, scale) for counts in ({}, {low: 20, high: 20}, {high: 40})]

    assert gains == sorted(gains, reverse=True)


def test_weights_add_up_and_leave_nobody_out() -> None:
    weights = mixed(np.array([1.0, 0.0, 3.0]))

    assert weights.sum() == pytest.approx(1)
    assert weights.min() == pytest.approx(EVEN / 3)


def _paper(n: int) -> Paper:
    asked = tuple(
        Asked(one, place, (), {}, None, VOTE, one.hex)
        for place, one in enumerate(uuid.uuid4() for _ in range(n))
    )
    ids = (uuid.uuid4(), uuid.uuid4())
    return Paper(*ids, 1, {}, 3, "side", True, False, True, (), asked)


def test_ballot_meets_every_statement_once_and_the_same_way_again() -> None:
    paper = _paper(30)
    nothing = Published(0, {}, is_running=True)

    way = routed(paper, None, b"a ballot", nothing)

    assert sorted(way) == list(range(30))
    assert routed(paper, None, b"a ballot", nothing) == way
    assert routed(paper, None, b"another", nothing) != way


def test_first_statements_are_drawn_by_weight() -> None:
    paper, ballots = _paper(3), 3000
    cells = {paper.asked[0].key: {"nato": {"1.0": 50}}, paper.asked[1].key: {"nato": {"1.0": 5}}}
    state = Published(1, cells, is_running=True)
    counts = [state.counts(one.id) for one in paper.asked]
    weights = mixed(np.array([gain(one, VOTE) for one in counts]))

    firsts = [routed(paper, None, number.to_bytes(16), state)[0] for number in range(ballots)]

    drawn = np.bincount(firsts, minlength=3)
    assert (np.abs(drawn - ballots * weights) < 5 * np.sqrt(ballots * weights)).all()


def test_routed_answers_are_spent_where_they_lower_the_error() -> None:
    """Each of 480 people answers six of thirty statements: six split people, the others are clear."""
    agree = np.array([0.5] * 6 + [0.97] * 24)

    spent = _consult(agree, np.random.default_rng(1))

    def error(answers: np.ndarray) -> float:
        """The expected squared error of all shares."""
        return float((agree * (1 - agree) / answers).sum())

    least = np.sqrt(agree * (1 - agree)).sum() ** 2 / spent.sum()  # Neyman's allocation
    assert error(spent) < 0.88 * error(np.full(30, spent.sum() / 30))
    assert error(spent) < 1.12 * least


def _consult(agree: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Answers to each statement; what is published follows forty people later."""
    paper, votes = _paper(len(agree)), np.zeros((len(agree), 2))
    for batch in range(12):
        cells = {
            one.key: {"": {"-1.0": int(no), "1.0": int(yes)}}
            for one, (no, yes) in zip(paper.asked, votes, strict=True)
        }
        state = Published(batch, cells, is_running=True)
        for _ in range(40):
            for place in routed(paper, None, rng.bytes(16), state)[:6]:
                votes[place, int(rng.random() < agree[place])] += 1
    return votes.sum(axis=1)
