"""What a side believes that another expects of it, against what that other expects."""

from dataclasses import replace

import numpy as np
import pytest

from tracktwo.dialogue import Answers, Dialogue, Mirrored, Party, Predictions, Scale, Statement
from tracktwo.errors import OptionError
from tracktwo.perceptions import (
    MetaPair,
    MetaPerception,
    MetaPerceptions,
    assess,
    assess_mirrored,
)
from tracktwo.simulate import Misperception, perception_world

ONE_TO_FIVE = Scale("rating", 1, 5)
SILENT = (None,) * 8


@pytest.fixture(scope="module")
def mirrored(counted):
    """`assess_mirrored` with the tally made on the way."""
    return lambda dialogue, **options: assess_mirrored(dialogue, counted(dialogue), **options)


def two_sides(a, b, *, size=None, k=1, scale=None) -> Dialogue:
    """Sides A and B, one statement: each person's answer, expectation of the other, and belief."""
    people = [*a, *b]
    side = np.repeat(np.array([0, 1], np.int32), [len(a), len(b)])

    def column(place):
        who = np.array([i for i, one in enumerate(people) if one[place] is not None], np.int32)
        return who, np.array([people[i][place] for i in who], np.float32)

    answering, answers = column(0)
    predicting, predictions = column(1)
    believing, beliefs = column(2)
    return Dialogue(
        participants=tuple(f"p{code}" for code in range(len(people))),
        statements=(Statement("s", **({"scale": scale} if scale else {})),),
        answers=Answers(answering, np.zeros_like(answering), answers),
        predictions=Predictions(
            predicting, np.zeros_like(predicting), 1 - side[predicting], predictions
        ),
        mirrored=Mirrored(
            believing, np.zeros_like(believing), 1 - side[believing], side[believing], beliefs
        ),
        parties=(Party("A", size=size), Party("B", size=size)),
        party_of=side,
        k=k,
    )


def test_a_census_states_plain_facts(mirrored) -> None:
    a = [(1, 0.5, 0.25)] * 3 + [(-1, 0.5, 0.25)]
    b = [(1, 0.5, 1.0)] * 4

    found = mirrored(two_sides(a, b, size=4))

    assert found == MetaPerceptions(
        (
            MetaPerception(
                "s", "A", "B", 4, 4, 0.75, 0.5, 0.25, 0.25, 0.25, -0.25, -0.25, -0.25, True
            ),
            MetaPerception("s", "B", "A", 4, 4, 1.0, 0.5, 1.0, 1.0, 1.0, 0.5, 0.5, 0.5, True),
        ),
        (
            MetaPair("A", "B", 1, 0.5, None, None, 0.25, None, None, 0.25, None, None),
            MetaPair("B", "A", 1, 0.0, None, None, 0.5, None, None, -0.5, None, None),
        ),
    )


def test_ratings_are_compared_by_their_means(mirrored) -> None:
    a = [(5, 3.0, 1.0)] * 30
    b = [(2, 4.0, 2.0)] * 30

    row = mirrored(two_sides(a, b, scale=ONE_TO_FIVE)).meta_perceptions[0]

    assert (row.actual, row.expected, row.believed, row.error) == (5.0, 4.0, 1.0, -3.0)
    assert row.misperceived


def test_ratings_are_summed_up_as_shares_of_the_scale(mirrored) -> None:
    a = [(5, 3.0, 1.0)] * 4
    b = [(2, 4.0, 2.0)] * 4

    pair = mirrored(two_sides(a, b, scale=ONE_TO_FIVE, size=4)).meta_pairs[0]

    assert (pair.felt, pair.real, pair.excess) == (1.0, 0.25, 0.75)


@pytest.mark.parametrize(
    ("believing", "predicting", "n_of", "n_by"),
    [(2, 3, None, 3), (3, 2, 3, None), (2, 2, None, None)],
)
def test_nothing_is_shown_with_fewer_than_k_on_either_side(
    mirrored, believing, predicting, n_of, n_by
) -> None:
    a = [(1, 0.5, 0.2)] * believing + [(1, 0.5, None)] * (5 - believing)
    b = [(1, 0.5, 0.2)] * predicting + [(1, None, 0.2)] * (5 - predicting)

    found = mirrored(two_sides(a, b, k=3))

    silent = MetaPerception("s", "A", "B", n_of, n_by, *SILENT, misperceived=False)
    assert found.meta_perceptions[0] == silent
    assert found.meta_pairs[0] == MetaPair("A", "B", 0, *(None,) * 9)


def test_what_few_answered_is_not_shown_beside_what_many_believe(mirrored) -> None:
    a = [(1, 0.5, 0.2)] * 2 + [(None, 0.5, 0.2)] * 3
    b = [(1, 0.5, 0.2)] * 5

    found = mirrored(two_sides(a, b, k=3))

    row = found.meta_perceptions[0]
    assert (row.n_of, row.n_by, row.actual, row.expected) == (5, 5, None, 0.5)
    assert found.meta_pairs[0] == MetaPair("A", "B", 0, *(None,) * 9)


def test_k_is_the_dialogues_unless_told(mirrored) -> None:
    side = [(1, 0.5, 0.5)] * 3
    dialogue = two_sides(side, side, k=4)

    silent, told = mirrored(dialogue), mirrored(dialogue, k=3)

    assert {row.believed for row in silent.meta_perceptions} == {None}
    assert {row.believed for row in told.meta_perceptions} == {0.5}


def test_where_nobody_was_asked_there_is_nothing(mirrored) -> None:
    asked_of_others_only = two_sides([(1, 0.5, None)], [(1, 0.5, None)])

    assert mirrored(asked_of_others_only) == MetaPerceptions((), ())


def test_a_row_stands_where_both_answered_though_nobody_said_what_they_believe(mirrored) -> None:
    """Else the list of rows would tell on which statements nobody of a side said anything."""
    dialogue = two_sides([(1, 0.5, None)] * 3, [(1, 0.5, 0.5)] * 3, k=3)

    rows = mirrored(dialogue).meta_perceptions

    assert [(row.of, row.n_of, row.believed) for row in rows] == [("A", None, None), ("B", 3, 0.5)]


def test_beliefs_about_a_third_side_and_of_people_of_no_side_are_not_looked_at(mirrored) -> None:
    dialogue = two_sides([(1, 0.5, 0.2)] * 3, [(1, 0.5, 0.4)] * 3)
    told = dialogue.mirrored
    more = replace(
        dialogue,
        mirrored=Mirrored(
            np.append(told.participant, np.int32(0)),
            np.append(told.statement, np.int32(0)),
            np.append(told.expected_by, np.int32(1)),
            np.append(told.party, np.int32(1)),
            np.append(told.value, np.float32(1)),
        ),
    )
    stray = replace(dialogue, party_of=np.array([-1, 0, 0, 1, 1, 1], np.int32))

    assert mirrored(more) == mirrored(dialogue)
    assert [row.n_of for row in mirrored(stray).meta_perceptions] == [2, 3]


def test_perceptions_are_the_same_with_and_without_mirrored_predictions(counted) -> None:
    world, _ = perception_world(seats=12, mirrored=[Misperception(0, 0, 1, -0.4)], seed=3)
    plain = replace(world, mirrored=Mirrored.none())

    assert assess(world, counted(world)) == assess(plain, counted(plain))


def test_what_was_planted_is_found(mirrored) -> None:
    planted = [Misperception(0, 0, 1, -0.5), Misperception(3, 1, 0, 0.5)]
    world, _ = perception_world(seats=20, mirrored=planted, seed=5)

    found = mirrored(world).meta_perceptions

    claims = {(row.statement, row.of, row.expected_by) for row in found if row.misperceived}
    assert claims == {("s1", "A", "B"), ("s4", "B", "A")}


def test_three_sides_each_look_back_through_two(mirrored) -> None:
    world, _ = perception_world(seats=5, parties=3, statements=1, mirrored=[], seed=1)

    rows = mirrored(world).meta_perceptions

    assert [(row.of, row.expected_by) for row in rows] == [
        ("A", "B"), ("A", "C"), ("B", "A"), ("B", "C"), ("C", "A"), ("C", "B"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "option",
    [{"smallest_effect": 1.0}, {"false_discovery_rate": 0.0}, {"level": 1.0}, {"k": 0}],
)
def test_options_out_of_range_are_refused(mirrored, option) -> None:
    world, _ = perception_world(seats=2, statements=1, mirrored=[], seed=1)

    with pytest.raises(OptionError, match="must"):
        mirrored(world, **option)
