"""Casting an answer: recorded whole, durable when said so, and never after the round has closed."""

import datetime as dt
import threading

import pytest
from django.db import connection
from django.utils import timezone

from tests.web import world
from tracktwo_web.dialogues.cookie import Sitting
from tracktwo_web.dialogues.secrets import Root
from tracktwo_web.perceptions.domain.cast import NotASide, NotOnScale, OutOfRange, Said, cast
from tracktwo_web.perceptions.domain.rounds import close_round
from tracktwo_web.perceptions.models import Answer
from tracktwo_web.perceptions.paper import forget_papers, paper_of
from tracktwo_web.perceptions.voter import voter_of
from tracktwo_web.rounds.states import RoundState


@pytest.fixture(autouse=True)
def _fresh_papers() -> None:
    forget_papers()


def _voter(one, side: str = "nato"):
    """Somebody of a side in an open consultation: as many as a test needs."""
    chosen = one.dialogue.sides.get(code=side)
    sitting = Sitting(Root.drawn(), side=chosen.id, accepted=1)
    return voter_of(sitting, one.dialogue_id, one.id, now=timezone.now())


def _kept() -> list[tuple]:
    return list(Answer.objects.values_list("value", "expected", "mirrored", "side__code"))


@pytest.fixture
def one(db):
    return world.an_open_round(world.a_dialogue(is_open=True), asks_mirror=True)


@pytest.fixture
def paper(one):
    return paper_of(one.id)


def test_answer_and_predictions_are_one_row(one, paper) -> None:
    said = Said(1, expected={"china": 0.25}, mirrored={"china": 0.5})

    is_recorded = cast(_voter(one), paper, paper.asked[0], said, now=timezone.now())

    assert (is_recorded, _kept()) == (True, [(1.0, {"china": 0.25}, {"china": 0.5}, "nato")])


def test_answer_given_again_takes_the_place_of_the_first(one, paper) -> None:
    voter = _voter(one)
    cast(voter, paper, paper.asked[0], Said(1, {"china": 0.25}), now=timezone.now())

    is_recorded = cast(voter, paper, paper.asked[0], Said(-1), now=timezone.now())

    assert (is_recorded, _kept()) == (True, [(-1.0, {}, {}, "nato")])


def test_answer_after_the_end_is_not_recorded(one, paper) -> None:
    voter = _voter(one)

    is_recorded = cast(voter, paper, paper.asked[0], Said(1), now=one.closes_at)

    assert (is_recorded, _kept()) == (False, [])


def test_answer_in_another_state_is_not_recorded(one, paper) -> None:
    voter = _voter(one)
    one.state = RoundState.CLOSED
    one.save()

    assert not cast(voter, paper, paper.asked[0], Said(1), now=timezone.now())
    assert _kept() == []


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        (Said(0.5), NotOnScale),
        (Said(2), NotOnScale),
        (Said(float("nan")), NotOnScale),
        (Said(1, expected={"nato": 0.5}), NotASide),
        (Said(1, expected={"russia": 0.5}), NotASide),
        (Said(1, mirrored={"nato": 0.5}), NotASide),
        (Said(1, expected={"china": 1.01}), OutOfRange),
        (Said(1, expected={"china": -0.01}), OutOfRange),
        (Said(1, expected={"china": float("nan")}), OutOfRange),
        (Said(1, mirrored={"china": 50}), OutOfRange),
    ],
)
def test_what_the_paper_does_not_ask_is_refused_as_a_whole(one, paper, said, wrong) -> None:
    with pytest.raises(wrong):
        cast(_voter(one), paper, paper.asked[0], said, now=timezone.now())

    assert _kept() == []


def test_mirror_is_refused_where_the_round_does_not_ask_it(db) -> None:
    one = world.an_open_round(world.a_dialogue(is_open=True))
    paper = paper_of(one.id)

    with pytest.raises(NotASide):
        cast(_voter(one), paper, paper.asked[0], Said(1, {}, {"china": 0.5}), now=timezone.now())


@pytest.mark.parametrize(
    ("value", "is_on_it"),
    [(1, True), (4.5, True), (7, True), (0, False), (7.1, False), (float("inf"), False)],
)
def test_rating_stays_between_its_ends(db, value, is_on_it) -> None:
    dialogue = world.a_dialogue(is_open=True)
    one = world.an_open_round(dialogue, [world.a_statement(dialogue, scale="rating:1:7")])
    paper = paper_of(one.id)

    try:
        cast(_voter(one), paper, paper.asked[0], Said(value, {"china": 6.5}), now=timezone.now())
    except NotOnScale:
        assert not is_on_it
    assert _kept() == ([(value, {"china": 6.5}, {}, "nato")] if is_on_it else [])


@pytest.mark.django_db(transaction=True)
def test_no_acknowledged_answer_is_lost_and_none_comes_after_the_closing(transactional_db) -> None:
    """Eight people answer as fast as they can while the round is closed."""
    dialogue = world.a_dialogue(is_open=True)
    one = world.an_open_round(dialogue, [world.a_statement(dialogue, f"c{i}") for i in range(150)])
    paper = paper_of(one.id)
    voters = [_voter(one, side) for side in ("nato", "china") for _ in range(4)]
    acknowledged: list[tuple] = []
    refused: list[tuple] = []
    has_begun = threading.Semaphore(0)

    def answer_all(voter) -> None:
        try:
            for question in paper.asked:
                told = cast(voter, paper, question, Said(1, {}), now=timezone.now())
                (acknowledged if told else refused).append((voter.ballot, question.id))
                has_begun.release()
        finally:
            connection.close()

    threads = [threading.Thread(target=answer_all, args=[voter]) for voter in voters]
    for thread in threads:
        thread.start()
    for _ in range(40):
        has_begun.acquire(timeout=30)
    close_round(one)
    at_the_closing = set(_ballots_and_questions())
    for thread in threads:
        thread.join()

    assert len(acknowledged) + len(refused) == len(voters) * len(paper.asked)
    assert refused
    assert set(_ballots_and_questions()) == at_the_closing == set(acknowledged)


def _ballots_and_questions() -> list[tuple]:
    return [(bytes(b), q) for b, q in Answer.objects.values_list("ballot", "question_id")]


def test_answer_before_a_later_end_is_recorded_at_once(one, paper) -> None:
    one.closes_at += dt.timedelta(days=7)
    one.save()

    assert cast(
        _voter(one), paper, paper.asked[0], Said(0), now=timezone.now() + dt.timedelta(days=3)
    )
