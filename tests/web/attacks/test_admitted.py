"""What SECURITY.md admits of an open round is so: whoever mends it changes that page too."""

import datetime as dt
import random
import uuid
from pathlib import Path

import pytest
from django.db import connection

from tests.web.attacks.copies import copy_table
from tracktwo_web.dialogues.domain.keys import issue_key, take_seat
from tracktwo_web.dialogues.models import Key, Seat
from tracktwo_web.perceptions.domain.rounds import close_round
from tracktwo_web.perceptions.domain.statements import Wording, draft_statement
from tracktwo_web.perceptions.models import Answer, Comment
from tracktwo_web.perceptions.voter import Voter, voter_of
from tracktwo_web.rounds.why_not import WhyNot

only_postgres = pytest.mark.skipif("connection.vendor != 'postgresql'", reason="about PostgreSQL")


def test_remarks_lie_beside_their_ballots_until_the_round_closes(answered) -> None:
    """The n-th remark belongs to the n-th answer: whose style it is, theirs is the ballot."""
    before = _sides_in_step(answered)

    close_round(answered.round)

    assert before == 1.0
    assert _sides_in_step(answered) < 0.9


@only_postgres
def test_proposal_lies_between_the_ballots_that_came_before_and_after(lived) -> None:
    first, _, author, _, second = list(lived.secrets)[:5]
    wording = Wording(texts={"en": "The bridge stays open."}, original="en")

    lived.come(first, random.Random(1))
    proposed = draft_statement(lived.dialogue, wording, side=author.side)
    lived.come(second, random.Random(2))

    place = _transaction("perceptions_statement", proposed.id)
    assert max(_places_of(lived, first)) < place < min(_places_of(lived, second))


@only_postgres
def test_log_of_writes_remembers_what_a_closed_round_has_shuffled(answered) -> None:
    ids = [answer.id for answer in Answer.objects.all()]

    close_round(answered.round)

    with connection.cursor() as cursor:
        cursor.execute("SHOW data_directory")
        folder = Path(cursor.fetchone()[0]) / "pg_wal"
    kept = b"".join(file.read_bytes() for file in folder.iterdir() if file.is_file())
    assert {one.bytes in kept for one in ids} == {True}


def test_link_issued_anew_is_too_late_by_the_servers_clock_alone(answered) -> None:
    seat, opened_at = answered.came[0], answered.round.opened_at

    in_time = _voter_with_a_link_of(answered, seat, opened_at - dt.timedelta(seconds=1))
    too_late = _voter_with_a_link_of(answered, seat, opened_at + dt.timedelta(seconds=1))

    assert isinstance(in_time, Voter)
    assert too_late is WhyNot.LATE_KEY
    assert in_time.ballot not in answered.ballots()


def _sides_in_step(answered) -> float:
    """The share of places, in the order of writing, at which remark and answer are one person's."""
    whose = answered.ballots()
    names = {seat: f"number {n}." for n, seat in enumerate(answered.came)}
    order = "ctid" if connection.vendor == "postgresql" else "rowid"
    answers = Answer.objects.raw(f"SELECT * FROM perceptions_answer ORDER BY {order}")
    remarks = Comment.objects.raw(f"SELECT * FROM perceptions_comment ORDER BY {order}")
    pairs = list(zip(answers, remarks, strict=True))
    alike = [one.text.endswith(names[whose[bytes(answer.ballot)]]) for answer, one in pairs]
    return sum(alike) / len(alike)


def _places_of(lived, seat: Seat) -> list[int]:
    ballot = lived.root(seat).ballot(lived.round.id)
    written = Answer.objects.filter(ballot=ballot)
    return [_transaction("perceptions_answer", answer.id) for answer in written]


def _transaction(table: str, id_: uuid.UUID) -> int:
    (place,) = [int(str(row.place[0])) for row in copy_table(table) if id_ in row.cells]
    return place


def _voter_with_a_link_of(answered, seat: Seat, now: dt.datetime) -> Voter | WhyNot:
    invitation = issue_key(seat, now=now)
    key = Key.objects.select_related("seat").get(seat=seat, revoked_at=None)
    sitting = take_seat(key, invitation.secret).having_accepted(1)
    return voter_of(sitting, answered.dialogue.id, answered.round.id, now=answered.round.opened_at)
