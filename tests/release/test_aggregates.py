"""Aggregates tell what the report tells, and an attacker learns nothing from them beside it."""

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings

import tracktwo as tt
from tests.analysis.small_worlds import dialogue_of, small_dialogues
from tests.release.small import consultation
from tracktwo.analysis import analyse
from tracktwo.dialogue import Dialogue
from tracktwo.errors import OptionError
from tracktwo.release import OpenData, aggregates

LEAST = 3


def _released(dialogue: Dialogue) -> OpenData:
    return aggregates(dialogue, analyse(dialogue))


def test_counts_are_those_of_the_answers() -> None:
    dialogue = dialogue_of(
        np.array([[1.0], [1], [0], [-1], [1], [-1], [-1], [-1]]), [0, 0, 0, 0, 1, 1, 1, 1], k=LEAST
    )

    data = _released(dialogue)

    assert [row[:6] for row in data.table("answers").rows] == [
        ("s1", "K", 4, 2, 1, 1),
        ("s1", "L", 4, 1, 0, 3),
    ]
    assert data.table("together").rows == (("s1", 8, 3, 1, 4),)


def test_figures_are_those_of_the_analysis(example) -> None:
    dialogue = tt.read(example)
    found = analyse(dialogue)

    data = aggregates(dialogue, found)

    told = {(row[0], row[1]): row[2:] for row in data.table("answers").rows}
    for one in found.statements:
        for party, side in one.by_party.items():
            figure = side.share if one.statement.scale.is_vote else side.mean
            n, agree, passes, disagree, written, *_ = told[one.statement.id, party]
            assert (n, agree, passes, disagree) == (
                side.n,
                side.agree,
                side.passes,
                side.disagree,
            )
            assert written == (None if figure is None else pytest.approx(figure, abs=1e-4))
    expected = data.table("expectations").rows
    assert len(expected) == len(found.perceptions) > 0


def test_side_too_small_is_left_out_and_so_is_the_sum_that_would_tell_it() -> None:
    table = np.array([[1.0, 1], [1, -1], [1, np.nan], [1, 1], [-1, 1], [-1, -1]])

    data = _released(dialogue_of(table, [0, 0, 0, 1, 1, 1], k=LEAST))

    assert data.table("answers").rows[2][:6] == ("s2", "K", None, None, None, None)
    assert data.table("answers").rows[3][:3] == ("s2", "L", 3)
    assert data.table("together").rows[1] == ("s2", None, None, None, None)


def test_statements_that_were_rejected_are_nowhere() -> None:
    from dataclasses import replace

    dialogue = consultation(8, 2)
    first, second = dialogue.statements
    data = _released(replace(dialogue, statements=(replace(first, moderated=-1), second)))

    assert {row[0] for name in ("statements", "answers", "together") for row in data.table(name).rows} == {"s2"}  # fmt: skip


@pytest.mark.parametrize("k", [1, 2])
def test_so_few_people_are_refused(k: int) -> None:
    from dataclasses import replace

    with pytest.raises(OptionError, match=f"k is {k}: .* it must be 3 or more"):
        _released(replace(consultation(8, 2), k=k))


@settings(max_examples=60)
@given(dialogue=small_dialogues(k=LEAST))
def test_no_sum_over_few_people_follows_from_all_that_is_told(dialogue: Dialogue) -> None:
    """Every published count is an equation; the attacker solves them all together.

    Unknown are, for a statement, how many of each side (and of no side) gave each answer.
    """
    data = _released(dialogue)
    n = _people(dialogue)
    for statement, counts in enumerate(n):
        equations = np.array(list(_equations(data, dialogue, f"s{statement + 1}")))
        for side in np.flatnonzero((counts > 0) & (counts < LEAST)):
            for answer in range(3):
                asked = np.zeros(len(counts) * 3)
                asked[side * 3 + answer] = 1
                assert not _follows(asked, equations)


def test_the_attack_finds_what_a_careless_table_would_tell() -> None:
    everybody = np.array([[1.0, 0, 0, 1, 0, 0]])
    one_side = np.array([[1.0, 0, 0, 0, 0, 0]])

    assert _follows(np.array([0, 0, 0, 1.0, 0, 0]), np.vstack([everybody, one_side]))


def _people(dialogue: Dialogue) -> np.ndarray:
    """How many of each side, and of no side, answered each statement: (statements, sides + 1)."""
    n = np.zeros((len(dialogue.statements), len(dialogue.parties) + 1), int)
    answers = dialogue.answers
    np.add.at(n, (answers.statement, dialogue.party_of[answers.participant]), 1)
    return n


def _equations(data: OpenData, dialogue: Dialogue, statement: str) -> Iterator[np.ndarray]:
    sides = len(dialogue.parties) + 1
    for row in data.table("answers").rows:
        if row[0] == statement and row[2] is not None:
            side = dialogue.party_ids.index(row[1])
            for answer in range(3):
                told = np.zeros((sides, 3))
                told[side, answer] = 1
                yield told.ravel()
    for row in data.table("together").rows:
        if row[0] == statement and row[2] is not None:
            for answer in range(3):
                told = np.zeros((sides, 3))
                told[:, answer] = 1
                yield told.ravel()
    yield np.zeros(sides * 3)


def _follows(asked: np.ndarray, equations: np.ndarray) -> bool:
    """Whether an unknown is a sum of what is known."""
    rank = np.linalg.matrix_rank
    return bool(rank(np.vstack([equations, asked])) == rank(equations))
