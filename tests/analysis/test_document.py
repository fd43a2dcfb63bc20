import json
import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import jsonschema
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.small_worlds import (
    RATING,
    dialogue_of,
    permuted,
    seated_otherwise,
    small_dialogues,
    with_beliefs,
    with_predictions,
)
from tracktwo.analysis import GivenGroups, analyse, document, json_schema, to_json
from tracktwo.dialogue import VOTE, Dialogue, Party, Predictions, Statement
from tracktwo.exchange import read
from tracktwo.simulate import perception_world

NOBODY = -1
VALIDATOR = jsonschema.Draft202012Validator(json_schema())


def _votes(people: int, statements: int, seed: int = 0, *, filled: float = 0.8) -> np.ndarray:
    rng = np.random.default_rng(seed)
    table = rng.choice([1.0, 1.0, 0.0, -1.0], (people, statements))
    return np.where(rng.random(table.shape) < filled, table, np.nan)


def _ratings(people: int, statements: int) -> np.ndarray:
    return np.random.default_rng(0).integers(1, 8, (people, statements)).astype(np.float64)


def _two_sides(table: np.ndarray, **options: object) -> Dialogue:
    half = len(table) // 2
    sides = [0] * half + [1] * (len(table) - half)
    return with_predictions(dialogue_of(table, sides, **options), 1)  # type: ignore[arg-type]


def _with_silence() -> Dialogue:
    """A statement nobody answered, and people who answered nothing."""
    table = _votes(12, 5)
    table[:, 2], table[[0, 11]] = np.nan, np.nan
    return _two_sides(table)


WORLDS: dict[str, tuple[Dialogue, dict[str, object]]] = {
    "sides and predictions": (_two_sides(_votes(12, 5)), {}),
    "beliefs": (with_beliefs(_two_sides(_votes(12, 5)), 2), {}),
    "beliefs on ratings, k 3": (
        with_beliefs(_two_sides(_ratings(12, 4), scales=(RATING,) * 4, k=3), 2),
        {},
    ),
    "small cells": (_two_sides(_votes(9, 5, filled=0.5), k=3), {}),
    "no sides": (dialogue_of(_votes(12, 5), [NOBODY] * 12), {}),
    "no sides, k 3": (dialogue_of(_votes(12, 5), [NOBODY] * 12, k=3), {}),
    "ratings": (_two_sides(_ratings(12, 4), scales=(RATING,) * 4), {}),
    "votes and ratings": (
        _two_sides(
            np.hstack([_ratings(10, 2), _votes(10, 2)]), scales=(RATING, RATING, VOTE, VOTE)
        ),
        {},
    ),
    "groups are sides": (_two_sides(_votes(12, 5)), {"groups": "parties"}),
    "groups of Polis": (_two_sides(_votes(20, 8)), {"groups": "polis"}),
    "groups given": (
        _two_sides(_votes(12, 5)),
        {"groups": GivenGroups(np.array([0, 1, -1] * 4, np.int32), ("x", "y"))},
    ),
    "map of Polis": (_two_sides(_votes(12, 5)), {"map": "polis"}),
    "one participant": (dialogue_of(_votes(1, 5, filled=1), [0]), {}),
    "one statement": (_two_sides(_votes(12, 1)), {}),
    "one answer": (dialogue_of(np.array([[1.0]]), [NOBODY]), {}),
    "all alike": (_two_sides(np.ones((12, 4))), {}),
    "silence": (_with_silence(), {}),
    "a side without people": (
        replace(_two_sides(_votes(12, 5)), parties=(Party("K"), Party("L"), Party("M"))),
        {},
    ),
    "hundreds of statements": (_two_sides(_votes(8, 300)), {}),
    "a census": (perception_world(seats=6, statements=5, census=True, k=3, seed=1)[0], {}),
}


@pytest.mark.parametrize("name", WORLDS)
def test_document_meets_its_schema(name: str) -> None:
    dialogue, options = WORLDS[name]

    text = to_json(analyse(dialogue, **options))  # type: ignore[arg-type]

    VALIDATOR.validate(json.loads(text, parse_constant=pytest.fail))


@pytest.mark.parametrize("name", WORLDS)
def test_document_does_not_depend_on_the_order_of_rows(name: str) -> None:
    dialogue, options = WORLDS[name]

    first, again, otherwise = (
        to_json(analyse(one, **options))  # type: ignore[arg-type]
        for one in (dialogue, dialogue, permuted(dialogue, 7))
    )

    assert again == first
    assert otherwise == first


@settings(max_examples=40, deadline=None)
@given(small_dialogues(), st.randoms(use_true_random=False))
def test_document_does_not_depend_on_the_order_of_people(
    dialogue: Dialogue, random: Random
) -> None:
    order = list(range(len(dialogue.participants)))
    random.shuffle(order)

    here = document(analyse(dialogue))
    there = document(analyse(seated_otherwise(dialogue, np.array(order))))
    there["participants"].sort(key=lambda row: int(row["id"][1:]))

    assert _differences(there, here) == []


def _differences(there: object, here: object) -> list[tuple[object, object]]:
    """What differs by more than a last digit: sums in another order may differ there."""
    if isinstance(here, dict) and isinstance(there, dict) and there.keys() == here.keys():
        return [one for key in here for one in _differences(there[key], here[key])]
    if isinstance(here, list) and isinstance(there, list) and len(there) == len(here):
        return [one for pair in zip(there, here, strict=True) for one in _differences(*pair)]
    if isinstance(here, float) and isinstance(there, float):
        return [] if math.isclose(there, here, rel_tol=1e-9, abs_tol=1e-9) else [(there, here)]
    return [] if there == here else [(there, here)]


@settings(max_examples=40, deadline=None)
@given(small_dialogues())
def test_renaming_sides_changes_only_the_names(dialogue: Dialogue) -> None:
    renamed = replace(
        dialogue, parties=tuple(Party(f"side {party.id}") for party in dialogue.parties)
    )

    here, there = to_json(analyse(dialogue)), to_json(analyse(renamed))

    for party in dialogue.parties:
        there = there.replace(f'"side {party.id}"', f'"{party.id}"')
    assert there == here


def test_document_holds_one_row_a_participant_statement_and_ordered_pair() -> None:
    dialogue = with_predictions(dialogue_of(_votes(12, 5, filled=1), [0] * 6 + [1] * 6), 1)

    found = document(analyse(dialogue))

    assert [row["id"] for row in found["participants"]] == list(dialogue.participants)
    assert [row["id"] for row in found["statements"]] == list(dialogue.statement_ids)
    assert [(row["of"], row["about"]) for row in found["pairs"]] == [
        (of, about) for of in "KL" for about in "KL"
    ]
    assert len(found["perceptions"]) == 5 * 4


def test_counts_of_a_side_are_those_of_its_answers() -> None:
    table = np.array([[1.0], [1.0], [0.0], [-1.0], [-1.0], [np.nan]])

    (row,) = document(analyse(dialogue_of(table, [0, 0, 0, 0, 1, 1])))["statements"]

    counts = {
        id_: [one[key] for key in ("n", "agree", "disagree", "pass")]
        for id_, one in row["by_party"].items()
    }
    assert counts == {"K": [4, 2, 1, 1], "L": [1, 0, 1, 0]}
    assert row["n"] == 5


def test_numbers_keep_twelve_digits() -> None:
    dialogue = dialogue_of(np.array([[1.0], [1.0], [-1.0]]), [0, 0, 0])

    (row,) = document(analyse(dialogue))["statements"]

    assert row["by_party"]["K"]["share"] == 0.666666666667


def test_text_of_a_document_is_the_document() -> None:
    found = analyse(WORLDS["sides and predictions"][0])

    assert json.loads(to_json(found)) == document(found)


def test_document_without_participants_is_the_same_but_for_them() -> None:
    found = analyse(perception_world(seats=6, statements=4, seed=2)[0])

    told = json.loads(to_json(found, with_participants=False))

    assert told == document(found) | {"participants": []}
    jsonschema.validate(told, json_schema())


def test_characters_are_kept() -> None:
    dialogue = dialogue_of(np.array([[1.0]]), [0])
    named = replace(
        dialogue, title={"zh": "北约与中国"}, statements=(Statement("s1", {"fr": "À l’Est"}),)
    )

    text = to_json(analyse(named))

    assert '"title": {"zh": "北约与中国"}' in text
    assert '"À l’Est"' in text


def test_a_dialogue_without_predictions_has_no_perceptions() -> None:
    dialogue = replace(WORLDS["sides and predictions"][0], predictions=Predictions.none())

    found = document(analyse(dialogue))

    assert (found["perceptions"], found["pairs"]) == ([], [])


def test_what_others_are_believed_to_expect_has_sections_of_its_own_and_changes_no_other() -> None:
    plain = WORLDS["sides and predictions"][0]

    without, found = (document(analyse(one)) for one in (plain, with_beliefs(plain, 2)))

    assert (without["meta_perceptions"], without["meta_pairs"]) == ([], [])
    assert len(found["meta_perceptions"]) == 5 * 2
    assert [(row["of"], row["expected_by"]) for row in found["meta_pairs"]] == [
        ("K", "L"), ("L", "K"),
    ]  # fmt: skip
    assert found | {"meta_perceptions": [], "meta_pairs": []} == without


def test_beliefs_that_few_hold_are_null() -> None:
    plain = _two_sides(_votes(12, 3, filled=1), k=7)

    found = document(analyse(with_beliefs(plain, 2, missing=0)))

    shown = [row[name] for row in found["meta_perceptions"] for name in ("n_of", "believed", "low")]
    assert set(shown) == {None}
    assert {row["felt"] for row in found["meta_pairs"]} == {None}


@pytest.mark.parametrize("name", ["polis/brexit-consensus", "polis/vtaiwan.uberx"])
def test_document_of_a_real_conversation_meets_its_schema(
    reference: Callable[[str], Path], name: str
) -> None:
    text = to_json(analyse(read(reference(name))))

    VALIDATOR.validate(json.loads(text, parse_constant=pytest.fail))


@pytest.mark.parametrize("options", [{}, {"groups": "polis", "map": "polis"}])
def test_order_of_people_does_not_matter_in_a_real_conversation(
    reference: Callable[[str], Path], options: dict[str, object]
) -> None:
    dialogue = read(reference("polis/vtaiwan.uberx"))
    order = np.random.default_rng(1).permutation(len(dialogue.participants))

    here, there = (
        document(analyse(one, **options))  # type: ignore[arg-type]
        for one in (dialogue, seated_otherwise(dialogue, order))
    )

    for found in (here, there):
        found["participants"].sort(key=lambda row: row["id"])
    assert there == here
