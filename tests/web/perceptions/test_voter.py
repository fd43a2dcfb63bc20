"""Who answers, and why somebody does not."""

import datetime as dt

import pytest
from django.utils import timezone

from tests.web import world
from tracktwo_web.dialogues.cookie import Sitting
from tracktwo_web.dialogues.domain.convene import publish_procedure
from tracktwo_web.dialogues.domain.keys import issue_key, revoke_keys, take_seat
from tracktwo_web.dialogues.models import Acceptance
from tracktwo_web.dialogues.roles import VOICES, Role
from tracktwo_web.dialogues.secrets import Root
from tracktwo_web.perceptions.domain.rounds import RoundPlan, close_round, plan_round
from tracktwo_web.perceptions.models import Answer
from tracktwo_web.perceptions.voter import Voter, voter_of
from tracktwo_web.rounds.why_not import WhyNot


def _sitting(seat) -> Sitting:
    invitation = issue_key(seat, now=timezone.now())
    return take_seat(seat.keys.get(revoked_at=None), invitation.secret)


@pytest.fixture
def sittings(dialogue):
    """Everybody at the table, with links issued before the round opens."""
    return {
        (seat.role, seat.side and seat.side.code): (seat, _sitting(seat))
        for seat in dialogue.seats.all()
    }


@pytest.fixture
def member(sittings) -> Sitting:
    return sittings[Role.MEMBER, "nato"][1]


@pytest.fixture
def one(dialogue, sittings):
    return world.an_open_round(dialogue)


def _ask(one, sitting, *, at=None) -> Voter | WhyNot:
    return voter_of(sitting, one.dialogue_id, one.id, now=at or timezone.now())


def test_member_votes_for_the_own_side_under_the_ballot_of_the_round(one, member) -> None:
    voter = _ask(one, member)

    assert (voter.ballot, voter.side, voter.role, voter.answered, voter.is_visitor) == (
        member.root.ballot(one.id),
        one.dialogue.sides.get(code="nato").id,
        Role.MEMBER,
        frozenset(),
        False,
    )


def test_voter_knows_what_the_ballot_holds(one, member) -> None:
    question = one.questions.first()
    Answer.objects.create(question=question, ballot=member.root.ballot(one.id), value=1)
    Answer.objects.create(question=question, ballot=b"somebody else's", value=1)

    assert _ask(one, member).answered == {question.id.hex}


def test_only_roles_with_a_voice_answer(one, sittings) -> None:
    answers = {role: _ask(one, sitting) for (role, _), (_, sitting) in sittings.items()}

    assert {role for role, voter in answers.items() if isinstance(voter, Voter)} == VOICES
    assert {voter for voter in answers.values() if isinstance(voter, WhyNot)} == {WhyNot.NO_VOICE}


def test_nobody_is_a_stranger(one) -> None:
    assert _ask(one, None) is WhyNot.STRANGER


def test_revoked_key_is_a_strangers(one, sittings) -> None:
    seat, sitting = sittings[Role.HEAD, "china"]
    revoke_keys(seat, now=timezone.now())

    assert _ask(one, sitting) is WhyNot.STRANGER


def test_key_with_another_root_is_a_strangers(one, member) -> None:
    assert _ask(one, Sitting(Root.drawn(), member.key)) is WhyNot.STRANGER


def test_key_of_another_dialogue_is_a_strangers(one) -> None:
    elsewhere = world.a_dialogue(convenor=world.a_user("other"))

    assert _ask(one, _sitting(world.seat_of(elsewhere, Role.HEAD, "nato"))) is WhyNot.STRANGER


def test_round_of_another_dialogue_is_a_strangers(one, member) -> None:
    elsewhere = world.a_dialogue(convenor=world.a_user("other"))

    assert voter_of(member, elsewhere.id, one.id, now=timezone.now()) is WhyNot.STRANGER


def test_key_issued_after_the_opening_is_too_late(one) -> None:
    seat = world.seat_of(one.dialogue, Role.MEMBER, "china")

    assert _ask(one, _sitting(seat)) is WhyNot.LATE_KEY


def test_new_rules_are_to_be_accepted_first(one, member) -> None:
    publish_procedure(one.dialogue, {"en": "Nobody is quoted, ever."})

    assert _ask(one, member) is WhyNot.RULES
    assert isinstance(_ask(one, member.having_accepted(2)), Voter)


def test_acceptance_of_earlier_rules_does_not_count(one, sittings) -> None:
    seat, sitting = sittings[Role.HEAD, "nato"]
    Acceptance.objects.filter(seat=seat).delete()

    assert _ask(one, sitting) is WhyNot.RULES
    assert _ask(one, sitting.having_accepted(7)) is WhyNot.RULES


def test_planned_round_takes_no_answers_yet(dialogue, member) -> None:
    closes = timezone.now() + dt.timedelta(days=1)
    planned = plan_round(dialogue, RoundPlan(closes), [world.a_statement(dialogue)])

    assert _ask(planned, member) is WhyNot.NOT_YET


def test_round_past_its_end_is_over_though_nobody_has_closed_it(one, member) -> None:
    assert isinstance(_ask(one, member, at=one.closes_at - dt.timedelta(seconds=1)), Voter)
    assert _ask(one, member, at=one.closes_at) is WhyNot.OVER


@pytest.mark.django_db(transaction=True)
def test_closed_round_is_over(transactional_db) -> None:
    dialogue = world.a_dialogue()
    sitting = _sitting(world.seat_of(dialogue, Role.HEAD, "nato"))
    one = close_round(world.an_open_round(dialogue, quorum=0))

    assert _ask(one, sitting) is WhyNot.OVER


def test_stage_may_take_no_answers(one, member) -> None:
    one.dialogue.stage = "risks"
    one.dialogue.save()

    assert _ask(one, member) is WhyNot.STAGE


def test_visitor_answers_in_an_open_consultation_only(one) -> None:
    china = one.dialogue.sides.get(code="china")
    visitor = Sitting(Root.drawn(), side=china.id, accepted=1)

    assert _ask(one, visitor) is WhyNot.STRANGER
    one.dialogue.is_open = True
    one.dialogue.save()
    voter = _ask(one, visitor)
    assert (voter.side, voter.role, voter.is_visitor) == (china.id, Role.PUBLIC, True)


def test_visitor_cannot_bring_a_side_of_another_dialogue(one) -> None:
    one.dialogue.is_open = True
    one.dialogue.save()
    elsewhere = world.a_dialogue(convenor=world.a_user("other")).sides.first()

    assert _ask(one, Sitting(Root.drawn(), side=elsewhere.id, accepted=1)).side is None
