import numpy as np
import pytest

from tests.opinion.conversations import matrix_of, polis_export
from tracktwo.opinion.groups import STABLE, adjusted_rand, find_groups
from tracktwo.votes import MemorySweep


def planted(people=600, statements=60, groups=3, answered=0.3, seed=0):
    """Votes that are independent given the group, and the groups."""
    random = np.random.default_rng(seed)
    label = random.integers(0, groups, people)
    agree = random.beta(0.6, 0.6, size=(groups, statements))
    votes = np.where(random.random((people, statements)) < agree[label], 1.0, -1.0)
    votes[random.random(votes.shape) > answered] = np.nan
    return votes, label


def line(people=600, statements=40, seed=0):
    """Votes of people spread evenly along one line, without groups."""
    random = np.random.default_rng(seed)
    pull = random.uniform(-2, 2, people)[:, None] * random.normal(0, 1, statements)
    return np.sign(pull + random.normal(0, 1, statements) + random.logistic(size=pull.shape))


@pytest.mark.parametrize("groups", [2, 3, 4])
def test_find_groups_finds_planted_groups(groups):
    votes, label = planted(groups=groups)

    found = find_groups(MemorySweep(matrix_of(votes)))

    assert found.k == groups
    assert found.is_supported
    assert found.stability > 0.9
    assert adjusted_rand(found.label, label) > 0.9


@pytest.mark.parametrize("seed", range(5))
def test_find_groups_answers_one_group_when_there_is_one(seed):
    votes, _ = planted(groups=1, seed=seed)

    found = find_groups(MemorySweep(matrix_of(votes)))

    assert (found.k, found.stability, found.warning) == (1, None, "one_group")
    assert (found.label == 0).all()


@pytest.mark.parametrize("seed", range(3))
def test_find_groups_warns_when_people_differ_by_degree(seed):
    found = find_groups(MemorySweep(matrix_of(line(seed=seed))))

    assert not found.is_supported


def test_find_groups_does_not_group_a_handful_of_people():
    votes, _ = planted(people=19, answered=1.0)

    found = find_groups(MemorySweep(matrix_of(votes)))

    assert (found.k, found.warning) == (1, "few_people")


@pytest.mark.parametrize(("dissenters", "groups"), [(1, 1), (3, 1), (10, 2)])
def test_find_groups_makes_nobody_a_group_of_their_own(dissenters, groups):
    votes = np.where(np.random.default_rng(4).random((80, 60)) < 0.95, 1.0, -1.0)
    votes[:dissenters] *= -1

    found = find_groups(MemorySweep(matrix_of(votes)))

    assert found.k == groups


def test_find_groups_leaves_out_who_answered_too_little():
    votes, _ = planted(answered=1.0)
    votes[0, 6:] = np.nan
    votes[1, 7:] = np.nan

    found = find_groups(MemorySweep(matrix_of(votes)))

    assert found.label[0] == -1
    assert found.label[1] >= 0


def test_find_groups_does_not_depend_on_the_order_of_people():
    votes, _ = planted(people=300)
    order = np.random.default_rng(9).permutation(300)

    found = find_groups(MemorySweep(matrix_of(votes)))
    shuffled = find_groups(MemorySweep(matrix_of(votes[order])))

    assert np.array_equal(found.label[order], shuffled.label)
    assert found.stability == shuffled.stability


def test_find_groups_numbers_the_largest_group_first():
    random = np.random.default_rng(2)
    label = (random.random(400) < 0.25).astype(int)
    votes = np.where(random.random((400, 20)) < np.where(label == 1, 0.1, 0.9)[:, None], 1.0, -1.0)

    found = find_groups(MemorySweep(matrix_of(votes)))

    assert found.k == 2
    assert (np.diff(np.bincount(found.label)) < 0).all()


@pytest.mark.parametrize(
    "name",
    [
        "american-assembly.bowling-green",
        "brexit-consensus",
        "scoop-hivemind.ubi",
        "vtaiwan.uberx",
    ],
)
def test_find_groups_are_found_again_or_said_to_be_unstable(reference, name):
    matrix = polis_export(reference(f"polis/{name}"))

    found = find_groups(MemorySweep(matrix))

    assert 2 <= found.k <= 6
    assert (found.stability >= STABLE) == (found.warning != "unstable")
    assert np.bincount(found.label[found.label >= 0]).min() >= 3


def test_adjusted_rand_of_the_textbook_example():
    first = np.array([0, 0, 0, 1, 1, 1])
    second = np.array([0, 0, 1, 1, 2, 2])

    agreement = adjusted_rand(first, second)

    assert agreement == pytest.approx((2 - 1.2) / (4.5 - 1.2))
