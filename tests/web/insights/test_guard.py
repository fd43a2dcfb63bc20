"""Somebody who keeps every released table, and takes one from another."""

import json
from itertools import combinations

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.web import world
from tests.web.insights import worlds
from tracktwo.analysis import analyse, to_json
from tracktwo.simulate import perception_world
from tracktwo_web.dialogues.domain.keys import issue_key
from tracktwo_web.dialogues.models import Key
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.insights.domain.compute import analysed
from tracktwo_web.insights.domain.snapshot import freeze
from tracktwo_web.insights.models import Snapshot
from tracktwo_web.perceptions.models import Round
from tracktwo_web.rounds.states import RoundState

pytestmark = pytest.mark.django_db


def silent(*_: object) -> None:
    """Nobody listens."""


def _released(
    dialogue, versions, nato: int, china: int, *, mirrored: tuple[int, int] | None = None
) -> Snapshot:
    """A round about the same words, so many ballots a side, frozen as a release does it.

    The person who is in the larger round only agrees, as does everybody: what counts is who.
    `mirrored`: how many a side say what they think the other expects; else all do.
    """
    answers = {"nato": [[1, 0]] * nato, "china": [[-1, 1]] * china}
    one = world.an_open_round(dialogue, versions, asks_mirror=True)
    questions = list(one.questions.order_by("position"))
    for (side, ballots), most in zip(answers.items(), mirrored or (nato, china), strict=True):
        for number, row in enumerate(ballots):
            worlds.cast(questions, side, row, mirrored=0.25 if number < most else None)
    Round.objects.filter(pk=one.pk).update(state=RoundState.RELEASED, released_at=timezone.now())
    one.refresh_from_db()
    return freeze(Snapshot.objects.create(round=one))


def _table(snapshot: Snapshot) -> dict[tuple[str, str], dict]:
    """What everybody reads: figures by statement and side, and over all sides that are shown."""
    if not snapshot.content:
        return {}
    document = to_json(analysed(bytes(snapshot.content), silent), with_participants=False)
    found = {}
    for row in json.loads(document)["statements"]:
        shown = {side: one for side, one in row["by_party"].items() if one["n"] is not None}
        found |= {(row["id"], side): figures for side, figures in shown.items()}
        found[row["id"], "+".join(sorted(shown))] = {"n": row["n"]}
    return {cell: figures for cell, figures in found.items() if figures["n"] is not None}


def _guesses(snapshot: Snapshot) -> dict[tuple[str, str], dict]:
    """What everybody reads of guesses: by statement and who guesses of whom (or through whom)."""
    if not snapshot.content:
        return {}
    document = json.loads(
        to_json(analysed(bytes(snapshot.content), silent), with_participants=False)
    )
    rows = [
        *(
            (row["statement"], f"{row['of']}>{row['about']}", row)
            for row in document["perceptions"]
        ),
        *(
            (row["statement"], f"{row['of']}>{row['expected_by']}>{row['of']}", row)
            for row in document["meta_perceptions"]
        ),
    ]
    return {(id_, who): {"n": row["n_of"]} for id_, who, row in rows if row["n_of"] is not None}


def _subtractable(tables: list[dict], k: int) -> list[tuple[str, str]]:
    """Cells in which two released tables differ by the answers of 1 to k - 1 people."""
    return sorted(
        cell
        for one, other in combinations(tables, 2)
        for cell in one.keys() & other.keys()
        if 0 < abs(one[cell]["n"] - other[cell]["n"]) < k
    )


@pytest.fixture
def versions(dialogue):
    return [world.a_statement(dialogue, f"c0{i}") for i in (1, 2)]


@pytest.mark.parametrize(
    ("second", "shown"),
    [
        ((6, 5), {"china"}),
        ((5, 5), {"china", "nato"}),
        ((8, 5), {"china", "nato"}),
        ((4, 7), set()),
        ((6, 8), {"china"}),
    ],
)
def test_a_second_table_about_the_same_words_tells_of_no_few_people(
    dialogue, versions, second, shown
) -> None:
    tables = [_table(_released(dialogue, versions, *n)) for n in ((5, 5), second)]

    assert _subtractable(tables, dialogue.k) == []
    assert {side for _, side in tables[1]} & {"nato", "china"} == shown


def test_without_the_guard_the_tables_would_give_somebody_away(dialogue, versions) -> None:
    """The attack works where there is no guard: the same two rounds, asked in other words."""
    first = _table(_released(dialogue, versions, 5, 5))
    others = [world.a_statement(dialogue, f"c1{i}", text=f"Other words {i}.") for i in (1, 2)]
    second = {
        (id_.replace("c1", "c0"), side): figures
        for (id_, side), figures in _table(_released(dialogue, others, 6, 5)).items()
    }

    assert {side for _, side in _subtractable([first, second], dialogue.k)} == {
        "nato",
        "china+nato",
    }


def test_the_same_words_entered_again_are_the_same_question(dialogue, versions) -> None:
    _released(dialogue, versions, 5, 5)
    again = [world.a_statement(dialogue, f"d0{i}", text=f"statement  C0{i} is so") for i in (1, 2)]

    snapshot = _released(dialogue, again, 6, 5)

    assert [entry for entry in snapshot.withheld if len(entry) == 2] == [
        ["d01", "nato"],
        ["d02", "nato"],
    ]


def test_what_a_side_expects_is_held_back_with_it(dialogue, versions) -> None:
    _released(dialogue, versions, 5, 5)

    snapshot = _released(dialogue, versions, 6, 5)

    assert [entry for entry in snapshot.withheld if len(entry) == 3] == [
        ["c01", "nato", "china"],
        ["c02", "nato", "china"],
    ]


@pytest.mark.parametrize("second", [(6, 5), (5, 5), (8, 5), (4, 7), (6, 8)])
def test_a_mirrored_figure_is_held_back_where_a_prediction_is(dialogue, versions, second) -> None:
    first = _guesses(_released(dialogue, versions, 5, 5))
    snapshot = _released(dialogue, versions, *second)
    shown = _guesses(snapshot)

    held = {tuple(entry[:3]) for entry in snapshot.withheld if len(entry) == 3}
    assert held == {tuple(entry[:3]) for entry in snapshot.withheld if len(entry) == 4}
    assert _subtractable([first, shown], dialogue.k) == []
    assert {who for _, who in first} == {"nato>china", "china>nato", "nato>china>nato",
                                         "china>nato>china"}  # fmt: skip
    assert {who.count(">") for _, who in shown} in ({1, 2}, set())


def test_without_the_guard_mirrored_tables_would_give_somebody_away(dialogue, versions) -> None:
    """The attack works where there is no guard: the same two rounds, asked in other words."""
    first = _guesses(_released(dialogue, versions, 5, 5))
    others = [world.a_statement(dialogue, f"c1{i}", text=f"Other words {i}.") for i in (1, 2)]
    second = {
        (id_.replace("c1", "c0"), who): figures
        for (id_, who), figures in _guesses(_released(dialogue, others, 6, 5)).items()
    }

    assert {who for _, who in _subtractable([first, second], dialogue.k)} == {
        "nato>china", "nato>china>nato",
    }  # fmt: skip


def test_one_more_who_answers_the_mirror_question_alone_is_noticed_too(dialogue, versions) -> None:
    _released(dialogue, versions, 6, 6, mirrored=(4, 6))

    snapshot = _released(dialogue, versions, 6, 6, mirrored=(5, 6))

    assert snapshot.withheld == [
        ["c01", "nato", "china", "nato"],
        ["c02", "nato", "china", "nato"],
    ]
    assert {who for _, who in _guesses(snapshot)} == {
        "nato>china",
        "china>nato",
        "china>nato>china",
    }


def test_mirrored_predictions_held_back_are_in_no_file(dialogue, versions, tmp_path) -> None:
    from tracktwo.exchange import read
    from tracktwo_web.insights.domain.archive import unpack

    _released(dialogue, versions, 5, 5)
    unpack(bytes(_released(dialogue, versions, 6, 5).content), tmp_path)

    told = read(tmp_path).mirrored

    assert set(told.party.tolist()) == {1}


def test_a_mirrored_figure_of_fewer_than_k_is_shown_to_nobody(dialogue, versions) -> None:
    snapshot = _released(dialogue, versions, 5, 5, mirrored=(2, 5))

    assert {who for _, who in _guesses(snapshot)} == {
        "nato>china",
        "china>nato",
        "china>nato>china",
    }


def test_answers_held_back_are_in_no_file(dialogue, versions, tmp_path) -> None:
    from tracktwo.exchange import read
    from tracktwo_web.insights.domain.archive import unpack

    _released(dialogue, versions, 5, 5)
    unpack(bytes(_released(dialogue, versions, 6, 5).content), tmp_path)

    frozen = read(tmp_path)

    sides = frozen.party_of[frozen.answers.participant]
    assert {frozen.party_ids[side] for side in sides.tolist()} == {"china"}


def test_a_seat_given_to_somebody_else_is_noticed_though_the_numbers_are_the_same(
    dialogue, versions
) -> None:
    _released(dialogue, versions, 5, 5)
    leaving = world.seat_of(dialogue, Role.MEMBER, "nato")
    Key.objects.filter(seat=leaving).update(revoked_at=timezone.now())
    world.a_seat(dialogue, Role.MEMBER, "nato", label="N-9")

    snapshot = _released(dialogue, versions, 5, 5)

    assert {entry[1] for entry in snapshot.withheld} == {"nato"}


def test_a_new_link_for_the_same_seat_changes_nothing(dialogue, versions) -> None:
    _released(dialogue, versions, 5, 5)
    issue_key(world.seat_of(dialogue, Role.MEMBER, "nato"), now=timezone.now())

    assert _released(dialogue, versions, 5, 5).withheld == []


def test_what_was_held_back_once_is_no_table_to_compare_with(dialogue, versions) -> None:
    _released(dialogue, versions, 5, 5)
    _released(dialogue, versions, 6, 5)

    third = _released(dialogue, versions, 8, 5)

    assert [entry for entry in third.withheld if entry[1] == "nato"] == []


@settings(max_examples=12, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=3, max_size=3),
    st.integers(2, 4),
)
def test_no_side_follows_from_the_whole_and_the_others(numbers, k) -> None:
    """Within one release: what is not shown of a side is not what the total leaves over."""
    published = _published(numbers, k)

    for row in published["statements"]:
        hidden = [side for side, figures in row["by_party"].items() if figures["n"] is None]
        by_group = [figures["n"] for figures in row["by_group"].values()]
        assert not (len(hidden) == 1 and row["n"] is not None and row["n"] > _sum_shown(row))
        assert not (hidden and None not in by_group and sum(by_group) > _sum_shown(row))


def _published(numbers, k: int) -> dict:
    """A dialogue where so many people of each side answer each of three statements."""
    from dataclasses import replace

    import numpy as np

    from tracktwo.dialogue import Answers

    whole, _ = perception_world(seats=7, statements=3, seed=3, k=k)
    rank = np.arange(len(whole.participants)) % 7
    rows = whole.answers
    most = np.array(numbers)[rows.statement, whole.party_of[rows.participant]]
    kept = rank[rows.participant] < most
    if not kept.any():
        kept[0] = True
    answers = Answers(rows.participant[kept], rows.statement[kept], rows.value[kept])
    return json.loads(to_json(analyse(replace(whole, answers=answers))))


def _sum_shown(row: dict) -> int:
    return sum(figures["n"] or 0 for figures in row["by_party"].values())
