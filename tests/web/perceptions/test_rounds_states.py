"""Every step of a round from every state: it is taken, or answers that it is not the time."""

import datetime as dt

import pytest
from django.utils import timezone

from tests.web import world
from tracktwo_web.events.models import Event
from tracktwo_web.perceptions.domain import rounds
from tracktwo_web.perceptions.domain.rounds import RoundPlan
from tracktwo_web.perceptions.models import Answer, Comment, Question, Round
from tracktwo_web.rounds.states import NotNow, RoundState

closing = pytest.mark.django_db(transaction=True)
"""Closing a round ends with what no transaction may hold."""
HOUR = dt.timedelta(hours=1)


def a_plan() -> RoundPlan:
    return RoundPlan(closes_at=timezone.now() + 48 * HOUR, quorum=0)


STEPS = {
    "change": lambda one: rounds.change_plan(
        one, a_plan(), [q.version for q in one.questions.all()]
    ),
    "open": lambda one: rounds.open_round(one, now=timezone.now()),
    "prolong": lambda one: rounds.prolong_round(one, one.closes_at + HOUR),
    "close": rounds.close_round,
    "release": lambda one: rounds.release_round(one, timezone.now()),
    "void": rounds.void_round,
}
LEADS_TO = {
    ("planned", "change"): "planned",
    ("planned", "open"): "open",
    ("planned", "void"): "void",
    ("open", "prolong"): "open",
    ("open", "close"): "closed",
    ("open", "void"): "void",
    ("closed", "release"): "released",
    ("closed", "void"): "void",
}


@pytest.fixture
def one(db) -> Round:
    """A planned round about one statement."""
    dialogue = world.a_dialogue()
    return rounds.plan_round(dialogue, a_plan(), [world.a_statement(dialogue)])


@closing
@pytest.mark.parametrize("state", RoundState.values)
def test_steps_lead_where_they_should_or_nowhere(one, state) -> None:
    opened_at = None if state == "planned" else timezone.now()
    after = {}
    for step, take in STEPS.items():
        Round.objects.update(state=state, opened_at=opened_at)
        after[step] = _state_after(take, one), Round.objects.get().state

    assert after == {
        step: (LEADS_TO.get((state, step)), LEADS_TO.get((state, step), state)) for step in STEPS
    }


def _state_after(take, one: Round) -> str | None:
    try:
        return take(one).state
    except NotNow:
        return None


def test_round_without_statements_does_not_open(one) -> None:
    Question.objects.all().delete()

    with pytest.raises(NotNow):
        rounds.open_round(one, now=timezone.now())


def test_round_does_not_open_after_its_end(one) -> None:
    with pytest.raises(NotNow):
        rounds.open_round(one, now=one.closes_at)


def test_open_round_never_closes_earlier_by_prolonging(one) -> None:
    rounds.open_round(one, now=timezone.now())

    with pytest.raises(NotNow):
        rounds.prolong_round(one, one.closes_at - HOUR)


def test_plan_that_closes_before_it_opens_is_refused(one) -> None:
    plan = RoundPlan(opens_at=one.closes_at, closes_at=one.closes_at)

    with pytest.raises(ValueError, match="a round closes after it opens"):
        rounds.plan_round(one.dialogue, plan, [])


def test_rounds_are_numbered_one_after_another(one) -> None:
    second = rounds.plan_round(one.dialogue, a_plan(), [])

    assert (one.number, second.number) == (1, 2)


def test_changed_plan_keeps_the_order_it_was_given(one) -> None:
    others = [world.a_statement(one.dialogue, code) for code in ("c05", "c04")]

    rounds.change_plan(one, a_plan(), others)

    asked = one.questions.order_by("position").values_list("version__statement__code", flat=True)
    assert list(asked) == ["c05", "c04"]


@closing
@pytest.mark.parametrize("state", ["open", "closed"])
def test_voiding_deletes_answers_and_comments(one, state) -> None:
    rounds.open_round(one, now=timezone.now())
    question = one.questions.get()
    Answer.objects.create(question=question, ballot=b"b" * 16, value=1)
    Comment.objects.create(question=question, mark="m" * 32, text="A remark.")
    Round.objects.update(state=state)

    voided = rounds.void_round(one)

    assert (voided.state, Answer.objects.count(), Comment.objects.count()) == ("void", 0, 0)


@closing
def test_release_happens_with_everything_that_hangs_on_it_or_not_at_all(one, monkeypatch) -> None:
    Round.objects.update(state="closed")
    seen: list[str] = []

    def fail(released: Round) -> None:
        seen.append(released.state)
        raise RuntimeError("the snapshot could not be written")

    monkeypatch.setattr(rounds, "ON_RELEASE", [fail])

    with pytest.raises(RuntimeError):
        rounds.release_round(one, timezone.now())

    assert (seen, Round.objects.get().state, Event.objects.count()) == (["released"], "closed", 0)


def test_release_notes_when_and_tells_the_live_pages(one) -> None:
    Round.objects.update(state="closed")
    now = timezone.now()

    released = rounds.release_round(one, now)

    assert released.released_at == now
    assert list(Event.objects.values_list("kind", "data")) == [("round", {})]


@closing
def test_closing_drops_the_order_of_arrival_beside_the_ballots(one) -> None:
    rounds.open_round(one, now=timezone.now())

    closed = rounds.close_round(one)

    assert (closed.state, Round.objects.get().has_forgotten_order) == ("closed", True)


@pytest.mark.parametrize(
    ("ballots", "reached"),
    [
        ({"nato": 2, "china": 3}, {"nato": False, "china": True}),
        ({"nato": 4, "china": 3}, {"nato": True, "china": True}),
        ({}, {"nato": False, "china": False}),
    ],
)
def test_quorum_is_said_by_side_and_no_more(one, ballots, reached) -> None:
    Round.objects.update(quorum=3)
    question = one.questions.get()
    for side, n in ballots.items():
        for i in range(n):
            Answer.objects.create(
                question=question,
                ballot=f"{side[0]}{i}".encode() * 8,
                value=1,
                side=one.dialogue.sides.get(code=side),
            )
    one.refresh_from_db()

    assert rounds.quorum_reached(one) == reached
