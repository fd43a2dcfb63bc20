from pathlib import Path

import pytest
from rich.table import Table
from rich.text import Text

from tracktwo.analysis import Analysis, analyse
from tracktwo.exchange import read
from tracktwo.figures.beliefs import belief_table
from tracktwo.figures.pairs import perception_table
from tracktwo.figures.ranking import common_ground
from tracktwo.locale import translator
from tracktwo_cli.tables import MOST, tables


@pytest.fixture(scope="module")
def found(example: Path) -> Analysis:
    return analyse(read(example))


def _cells(table: Table | Text) -> list[list[str]]:
    assert isinstance(table, Table)
    return [list(row) for row in zip(*(map(str, one.cells) for one in table.columns), strict=True)]


def test_answers_stand_in_the_order_of_shared_ground(found: Analysis) -> None:
    answers, *_ = tables(found, translator("en"), width=80)

    ranked = [one.figures.statement.id for one in common_ground(found)]
    assert [row[0] for row in _cells(answers)] == ranked[:MOST]


def test_answers_are_those_of_each_side(found: Analysis) -> None:
    answers, *_ = tables(found, translator("en"), width=80)

    for key, _, *told in _cells(answers):
        sides = found.statement(key).by_party.values()
        assert told == [
            f"{one.agree} agree, {one.disagree} disagree, {one.passes} pass" for one in sides
        ]


def test_expectations_begin_with_what_is_claimed(found: Analysis) -> None:
    _, expected, *_ = tables(found, translator("en"), width=120)

    told = perception_table(found, translator("en")).rows[:MOST]
    assert [row[:1] + row[2:] for row in _cells(expected)] == [
        [str(row[0]), *map(str, row[2:])] for row in told
    ]


def test_beliefs_begin_with_what_is_claimed(found: Analysis) -> None:
    *_, believed, _ = tables(found, translator("en"), width=140)

    told = belief_table(found, translator("en")).rows[:MOST]
    assert [row[:1] + row[2:] for row in _cells(believed)] == [
        [str(row[0]), *map(str, row[2:])] for row in told
    ]
    assert _cells(believed)[0][2:] == [
        "Chinese experts, as seen by NATO experts", "about 3 in 10", "about 9 in 10", "12 of 13",
        "underestimated",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("width", "columns"), [(120, [4, 6, 7]), (100, [4, 6, 6]), (80, [4, 5, 5]), (40, [4]), (20, [])]
)
def test_what_has_no_room_is_left_out(found: Analysis, width: int, columns: list[int]) -> None:
    shown = list(tables(found, translator("en"), width=width))

    assert [len(one.columns) for one in shown if isinstance(one, Table)] == columns
    assert str(shown[-1]) == "All of it as a table  --report FILE.html  --json FILE"


def test_answers_shrink_to_labels_on_a_narrow_terminal(found: Analysis) -> None:
    answers, *_ = tables(found, translator("en"), width=40)

    first = _cells(answers)[0]
    sides = found.statement(first[0]).by_party.values()
    assert first[2:] == [f"{one.agree}/{one.n}" for one in sides]
