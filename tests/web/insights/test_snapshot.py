"""What a frozen round holds, and what it does not."""

import io
import re
import zipfile
from pathlib import Path

import numpy as np
import pytest
from django.utils import timezone

from tests.web import world
from tests.web.insights import worlds
from tracktwo.exchange import read
from tracktwo_web.insights.domain.archive import unpack
from tracktwo_web.insights.domain.snapshot import freeze
from tracktwo_web.insights.models import Snapshot
from tracktwo_web.perceptions.domain.rounds import release_round
from tracktwo_web.perceptions.models import Answer

SALT = b"a salt for tests, never one of a round"
pytestmark = pytest.mark.django_db(transaction=True)


def _unpacked(snapshot: Snapshot, folder: Path):
    unpack(bytes(snapshot.content), folder)
    return read(folder)


def test_a_release_orders_one_analysis_and_freezes_nothing_yet(dialogue) -> None:
    one = worlds.a_released_round(dialogue)

    snapshot = one.snapshot

    assert (snapshot.is_frozen, snapshot.results.count(), snapshot.results.get().state) == (
        False,
        1,
        "waiting",
    )


def test_a_snapshot_is_the_round_as_a_dialogue(dialogue, tmp_path) -> None:
    answers = {"nato": [[1, 0, -1], [1, None, 1], [0, 0, 0]], "china": [[-1, -1, 1]] * 3}
    one = worlds.a_released_round(dialogue, answers)

    frozen = _unpacked(freeze(one.snapshot), tmp_path)

    assert frozen.party_ids == ("nato", "china")
    assert frozen.statement_ids == ("c01", "c02", "c03")
    assert (frozen.k, frozen.languages, frozen.title["zh"]) == (3, ("en", "zh", "fr"), "对话")
    assert frozen.statements[0].texts == {
        "en": "Statement c01 is so.",
        "zh": "陈述c01属实。",
        "fr": "L’énoncé c01 est vrai.",
    }
    assert {s.theme for s in frozen.statements} == {"values"}
    assert _rows(frozen) == sorted(
        ((side, tuple(row)) for side, ballots in answers.items() for row in ballots), key=str
    )
    assert len(frozen.predictions) == 17
    assert set(frozen.predictions.value.tolist()) == {0.5}


def test_what_others_are_thought_to_expect_is_in_the_file_under_the_same_names(
    dialogue, tmp_path
) -> None:
    answers = {"nato": [[1, 1, 1]] * 3, "china": [[1, None, -1]] * 3}
    one = worlds.a_released_round(dialogue, answers, mirrored=0.25)

    frozen = _unpacked(freeze(one.snapshot), tmp_path)

    told = frozen.mirrored
    own = frozen.party_of[told.participant]
    assert np.bincount(own).tolist() == [9, 6]
    assert (told.party == own).all()
    assert (told.expected_by == 1 - own).all()
    assert set(told.value.tolist()) == {0.25}
    assert (np.diff(told.participant) >= 0).all()


def test_where_the_mirror_question_was_not_asked_the_file_has_no_column_of_it(
    dialogue, tmp_path
) -> None:
    unpack(bytes(freeze(worlds.a_released_round(dialogue).snapshot).content), tmp_path)

    header = (tmp_path / "predictions.csv").read_text().splitlines()[0]

    assert header == "participant,statement,party,value"


def test_people_are_named_anew_and_stand_in_the_order_of_their_names(dialogue, tmp_path) -> None:
    one = worlds.a_released_round(dialogue)

    frozen = _unpacked(freeze(one.snapshot), tmp_path)

    assert [re.fullmatch("p-[0-9a-f]{6}", id_) is None for id_ in frozen.participants] == [
        False
    ] * 10
    assert list(frozen.participants) == sorted(frozen.participants)
    assert (np.diff(frozen.answers.participant) >= 0).all()


def test_nothing_in_the_file_leads_to_a_ballot_a_row_or_a_time(dialogue) -> None:
    one = worlds.a_released_round(dialogue)
    secrets = {bytes(answer.ballot).hex() for answer in Answer.objects.all()}
    secrets |= {answer.pk.hex for answer in Answer.objects.all()}
    secrets |= {str(seat.pk) for seat in dialogue.seats.all()} | {"N-1", "C-1"}

    content = bytes(freeze(one.snapshot).content)

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        told = b"".join(archive.read(name) for name in archive.namelist()).decode()
        times = {entry.date_time for entry in archive.infolist()}
    assert [secret for secret in secrets if secret in told or secret[:8] in told] == []
    assert times == {(1980, 1, 1, 0, 0, 0)}
    assert re.findall(r"\b20\d\d\b", told) == []


def test_the_same_ballots_and_salt_give_the_same_bytes_in_whatever_order_they_lie(dialogue) -> None:
    one = worlds.a_released_round(dialogue)
    first = bytes(freeze(one.snapshot, salt=SALT).content)
    rows = list(Answer.objects.all())
    Answer.objects.all().delete()
    Answer.objects.bulk_create(reversed(rows))
    Snapshot.objects.update(is_frozen=False)

    again = freeze(one.snapshot, salt=SALT)

    assert bytes(again.content) == first


def test_two_rounds_give_the_same_person_two_names(dialogue, tmp_path) -> None:
    versions = [world.a_statement(dialogue, f"c0{i}") for i in (1, 2, 3)]
    first, second = (worlds.a_released_round(dialogue, versions=versions) for _ in range(2))

    names = []
    for one in (first, second):
        (tmp_path / str(one.number)).mkdir()
        names.append(set(_unpacked(freeze(one.snapshot), tmp_path / str(one.number)).participants))

    assert [len(each) for each in names] == [10, 10]
    assert names[0] & names[1] == set()


def test_a_frozen_snapshot_stays_as_it_is(dialogue) -> None:
    one = worlds.a_released_round(dialogue)
    first = bytes(freeze(one.snapshot).content)

    again = freeze(one.snapshot)

    assert bytes(again.content) == first


def test_a_round_without_answers_is_empty(dialogue) -> None:
    dialogue.is_open = True
    dialogue.save()
    one = release_round(worlds.a_closed_round(dialogue, {}), timezone.now())

    snapshot = freeze(one.snapshot)

    assert (snapshot.is_empty, snapshot.counted) == (True, {})


def test_visitors_of_no_side_are_people_without_a_party(dialogue, tmp_path) -> None:
    dialogue.is_open = True
    dialogue.save()
    one = worlds.a_released_round(dialogue, {"nato": [[1, 1, 1]] * 3, "": [[-1, -1, -1]] * 3})

    frozen = _unpacked(freeze(one.snapshot), tmp_path)

    assert sorted(frozen.party_of.tolist()) == [-1, -1, -1, 0, 0, 0]


def test_a_side_is_sized_unless_more_answered_than_it_has(dialogue, tmp_path) -> None:
    dialogue.sides.filter(code="nato").update(size=6)
    dialogue.sides.filter(code="china").update(size=4)
    one = worlds.a_released_round(dialogue)

    frozen = _unpacked(freeze(one.snapshot), tmp_path)

    assert [party.size for party in frozen.parties] == [6, None]


def _rows(frozen) -> list[tuple[str, tuple[int | None, ...]]]:
    """Each person's side and answers, in an order that needs no names."""
    rows = {i: [None] * len(frozen.statements) for i in range(len(frozen.participants))}
    answers = frozen.answers
    for person, statement, value in zip(
        answers.participant.tolist(),
        answers.statement.tolist(),
        answers.value.tolist(),
        strict=True,
    ):
        rows[person][statement] = int(value)
    return sorted(
        ((frozen.party_ids[frozen.party_of[i]], tuple(row)) for i, row in rows.items()), key=str
    )
