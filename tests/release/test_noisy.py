"""Noisy counts are right on average, and an attacker who knows all but one person cannot tell."""

from collections import Counter
from math import exp, sqrt

import numpy as np
import pytest

from tests.analysis.small_worlds import RATING, dialogue_of
from tests.release.small import consultation, without
from tracktwo.dialogue import VOTE, Dialogue, Scale
from tracktwo.errors import OptionError
from tracktwo.release import Budget, noisy_counts
from tracktwo.release.budget import Noise
from tracktwo.release.mechanism import noise_for, with_noise
from tracktwo.release.noisy import _counted

NEARLY_NONE = Budget(10.0, 0.0, 1)
"""Of one answer a person: one count in ten thousand is off by one."""


def _counts(dialogue: Dialogue, budget: Budget) -> dict[tuple[str, str, str], int]:
    rows = noisy_counts(dialogue, budget).table("answers").rows
    return {row[:3]: row[3] for row in rows}


def test_counts_are_those_of_the_answers_but_for_the_noise() -> None:
    dialogue = consultation(4_000, 1)
    exact = Counter(zip(dialogue.party_of.tolist(), dialogue.answers.value.tolist(), strict=True))

    counted = _counts(dialogue, NEARLY_NONE)

    for (side, value), n in exact.items():
        answer = {-1.0: "disagree", 0.0: "pass", 1.0: "agree"}[value]
        assert abs(counted["s1", "KL"[side], answer] - n) <= 3


def test_every_answer_of_every_side_has_a_row_given_or_not() -> None:
    """A row that is missing would tell that nobody gave this answer."""
    dialogue = dialogue_of(np.ones((200, 2)), [0] * 200, scales=(VOTE, RATING))

    counted = _counts(dialogue, NEARLY_NONE)

    assert {key for key in counted if key[0] == "s1"} == {
        ("s1", party, answer) for party in ("K", "") for answer in ("disagree", "pass", "agree")
    }
    assert {key[2] for key in counted if key[0] == "s2"} == set("1234567")


def test_long_scales_are_counted_in_parts() -> None:
    table = np.linspace(0, 100, 400)[:, None]
    dialogue = dialogue_of(table, [0] * 400, scales=(Scale("rating", 0, 100),))

    parts = [key[2] for key in _counts(dialogue, NEARLY_NONE) if key[1] == "K"]

    assert parts[0] == "0..14.2857"
    assert parts[-1] == "85.7143..100"


@pytest.mark.parametrize("most", [1, 3, 50])
def test_person_counts_in_no_more_answers_than_the_budget_knows_of(most: int) -> None:
    alone = consultation(1, 8, sides=0)

    assert _counted(alone, np.arange(8), most).sum() == min(most, 8)


def test_one_person_more_changes_few_counts_by_one() -> None:
    """What the proof of the noise rests on: the distance between neighbours."""
    dialogue = consultation(30, 6)

    for person in range(30):
        less = _counted(without(dialogue, person), np.arange(6), 6)
        change = _counted(dialogue, np.arange(6), 6) - less
        assert set(np.unique(change)) <= {0, 1}
        assert change.sum() == 6


def test_answers_are_drawn_fairly() -> None:
    people, statements = 3_000, 10

    drawn = _counted(consultation(people, statements, sides=0), np.arange(statements), 2)

    each = drawn.reshape(statements, 3).sum(axis=1)
    assert each.sum() == 2 * people
    assert abs(each - 600).max() < 5 * sqrt(600)


def test_few_people_are_refused() -> None:
    with pytest.raises(OptionError, match=r"off by up to 41, and 60 people took part"):
        noisy_counts(consultation(60, 2), Budget(1.0))


@pytest.mark.parametrize("budget", [Budget(1.0, 0.0, 5), Budget(1.0, 1e-6, 5)])
def test_who_knows_all_others_cannot_tell_whether_one_took_part(budget: Budget) -> None:
    """Membership inference with the best test there is, the ratio of likelihoods.

    With (epsilon, delta) no test can be right about those who took part more often than
    e^epsilon times as often as it is wrong about those who did not, plus delta (Kairouz, Oh &
    Viswanath 2015). The attacker knows every other answer, so only the noise stands in the way.
    """
    hits, alarms = _attack(noise_for(budget), tries=4_000)

    slack = 5 * sqrt(1 / 4_000)
    for hit, alarm in zip(hits, alarms, strict=True):
        assert hit <= exp(budget.epsilon) * alarm + budget.delta + slack * (1 + exp(budget.epsilon))


def test_the_attack_succeeds_where_the_noise_is_too_small() -> None:
    budget = Budget(1.0, 0.0, 5)
    noise = noise_for(budget)
    careless = Noise(noise.kind, noise.scale / 8, noise.plus_minus, budget)

    hits, alarms = _attack(careless, tries=4_000)

    assert max(h - exp(budget.epsilon) * a for h, a in zip(hits, alarms, strict=True)) > 0.3


def _attack(noise: Noise, *, tries: int) -> tuple[list[float], list[float]]:
    """How often each threshold of the test says "took part", of those who did and who did not."""
    answers = noise.budget.answers
    took_part = with_noise(np.ones((tries, answers), np.int64), noise)
    stayed_away = with_noise(np.zeros((tries, answers), np.int64), noise)

    def surprise(seen: np.ndarray) -> np.ndarray:
        if noise.kind == "laplace":
            return (np.abs(seen) - np.abs(seen - 1)).sum(axis=1)
        return seen.sum(axis=1)

    scores = surprise(took_part), surprise(stayed_away)
    thresholds = np.unique(np.quantile(np.concatenate(scores), np.linspace(0.02, 0.98, 25)))
    return tuple([float((one >= t).mean()) for t in thresholds] for one in scores)
