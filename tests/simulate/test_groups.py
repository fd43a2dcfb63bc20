import numpy as np
import pytest
from scipy.special import expit

from tracktwo.errors import OptionError
from tracktwo.simulate import one_dimensional, planted_groups
from tracktwo.simulate.groups import PASSING

GENERATORS = ("independent", "spatial", "uneven")


@pytest.mark.parametrize("generator", GENERATORS)
def test_planted_groups_are_the_same_for_the_same_seed(generator):
    first, truth = planted_groups(300, 40, generator=generator, seed=7)
    second, again = planted_groups(300, 40, generator=generator, seed=7)

    assert first.answers.value.tolist() == second.answers.value.tolist()
    assert truth.group.tolist() == again.group.tolist()


@pytest.mark.parametrize("generator", GENERATORS)
def test_planted_groups_meet_the_fill(generator):
    dialogue, _ = planted_groups(3000, 200, fill=0.08, generator=generator, seed=3)

    assert dialogue.n_answers / (3000 * 200) == pytest.approx(0.08, rel=0.03)


@pytest.mark.parametrize("generator", GENERATORS)
def test_planted_groups_can_be_told_apart_by_their_truth(generator):
    dialogue, truth = planted_groups(1500, 100, fill=0.4, generator=generator, seed=3)

    likeliest = _likelihood(dialogue, truth.leaning).argmax(axis=1)

    answered = np.bincount(dialogue.answers.participant, minlength=1500) >= 20
    assert (likeliest == truth.group)[answered].mean() > 0.9


def _likelihood(dialogue, leaning):
    answers = dialogue.answers
    found = np.empty((len(dialogue.participants), len(leaning)))
    for group, row in enumerate(leaning):
        lean = row[answers.statement]
        agree, disagree = expit(lean - PASSING), expit(-lean - PASSING)
        chance = np.select(
            [answers.value == 1, answers.value == -1], [agree, disagree], 1 - agree - disagree
        )
        found[:, group] = np.bincount(answers.participant, np.log(chance), len(found))
    return found


def test_uneven_participation_leaves_later_statements_with_fewer_votes():
    dialogue, _ = planted_groups(5000, 100, fill=0.1, generator="uneven", seed=3)

    votes = np.bincount(dialogue.answers.statement, minlength=100)
    answered = np.bincount(dialogue.answers.participant, minlength=5000)

    assert votes[:10].sum() > 5 * votes[-10:].sum()
    assert np.quantile(answered, 0.99) > 8 * np.median(answered)


def test_spatial_groups_are_clouds_around_their_centres():
    _, truth = planted_groups(3000, 10, generator="spatial", contrast=1.5, seed=3)

    centres = np.array([truth.position[truth.group == g].mean(axis=0) for g in range(3)])

    assert np.linalg.norm(centres, axis=1) == pytest.approx(3.0, abs=0.2)


def test_planted_groups_refuse_an_unknown_generator():
    with pytest.raises(OptionError, match="generator 'other' is not one of independent"):
        planted_groups(10, 10, generator="other", seed=1)


def test_one_dimensional_votes_follow_the_positions():
    dialogue, truth = one_dimensional(2000, 60, fill=1.0, seed=2)
    answers = dialogue.answers

    signed = answers.value * np.sign(truth.slope)[answers.statement]
    tilt = np.bincount(answers.participant, signed, 2000)

    assert np.corrcoef(tilt, truth.position)[0, 1] > 0.95
