"""The life of a round."""

import uuid

import pytest

from tests.web import world
from tracktwo_web.perceptions.domain.rounds import close_round, open_round
from tracktwo_web.perceptions.models import Answer, Round
from tracktwo_web.rounds.states import NotNow, RoundState


def _ballots(one: Round, side: str, n: int) -> None:
    for _ in range(n):
        ballot = uuid.uuid4().bytes
        for question in one.questions.all():
            Answer.objects.create(
                question=question, ballot=ballot, side=one.dialogue.sides.get(code=side), value=1
            )


def test_opening_counts_the_seats_with_a_voice(dialogue) -> None:
    opened = world.an_open_round(dialogue)

    assert (opened.state, opened.roll) == (RoundState.OPEN, {"nato": 4, "china": 4})


def test_opening_twice_is_refused(dialogue) -> None:
    opened = world.an_open_round(dialogue)

    with pytest.raises(NotNow):
        open_round(opened, now=opened.opened_at)


@pytest.mark.django_db(transaction=True)
def test_closing_keeps_every_answer_in_another_order(transactional_db) -> None:
    one = world.an_open_round(world.a_dialogue())
    _ballots(one, "nato", 30)
    _ballots(one, "china", 30)
    kept = {(bytes(a.ballot), a.question_id, a.value): a.id for a in Answer.objects.all()}

    closed = close_round(one)

    after = {(bytes(a.ballot), a.question_id, a.value): a.id for a in Answer.objects.all()}
    assert closed.state == RoundState.CLOSED
    assert after.keys() == kept.keys()
    assert not set(after.values()) & set(kept.values())


@pytest.mark.django_db(transaction=True)
def test_closing_below_quorum_voids_the_round_and_deletes_its_answers(transactional_db) -> None:
    one = world.an_open_round(world.a_dialogue())
    _ballots(one, "nato", 3)
    _ballots(one, "china", 2)

    closed = close_round(one)

    assert (closed.state, Answer.objects.count()) == (RoundState.VOID, 0)
