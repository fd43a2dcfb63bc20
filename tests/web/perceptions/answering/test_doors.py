"""Who may answer, and what those are told who may not."""

import pytest

from tests.web import world
from tests.web.perceptions.answering.way import HTMX, address, token_in, way
from tracktwo_web.dialogues.models import Acceptance
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.perceptions.domain.rounds import close_round
from tracktwo_web.perceptions.models import Answer
from tracktwo_web.perceptions.paper import paper_of


def test_forms_without_our_token_are_refused(dialogue, one, member) -> None:
    member.handler.enforce_csrf_checks = True
    question = way(member, one)[0]
    token = token_in(member.get(address(one)).content.decode())

    without = member.post(address(one, question), {"vote": "1"})
    having = member.post(address(one, question), {"vote": "1", "csrfmiddlewaretoken": token})

    assert (without.status_code, having.status_code, Answer.objects.count()) == (403, 303, 1)


@pytest.mark.parametrize(
    ("role", "side"),
    [
        (Role.INTERPRETER, "nato"),
        (Role.SECRETARY, "china"),
        (Role.SECRETARIAT, ""),
        (Role.OBSERVER, ""),
    ],
)
def test_seat_without_a_voice_reads_the_statements_and_answers_none(
    dialogue, sit, role, side
) -> None:
    browser = sit(world.seat_of(dialogue, role, side))
    one = world.an_open_round(dialogue)
    question = paper_of(one.id).asked[0]

    read = browser.get(address(one))
    answered = browser.post(address(one, question), {"vote": "1"})

    assert (read.status_code, answered.status_code) == (200, 403)
    assert all(f"Statement c0{i} is so." in read.content.decode() for i in (1, 2, 3))
    assert not Answer.objects.exists()


def test_convenor_reads_the_statements_and_answers_none(convenor_client, one) -> None:
    read = convenor_client.get(address(one))
    answered = convenor_client.post(address(one, paper_of(one.id).asked[0]), {"vote": "1"})

    assert (read.status_code, answered.status_code) == (200, 403)
    assert "Statement c01 is so." in read.content.decode()
    assert not Answer.objects.exists()


def test_strangers_find_no_such_page(one, client_at) -> None:
    question = paper_of(one.id).asked[0]

    answers = [
        client_at().get(address(one)),
        client_at().get(address(one, question)),
        client_at().post(address(one, question), {"vote": "1"}),
    ]

    assert [answer.status_code for answer in answers] == [404, 404, 404]


def test_link_newer_than_the_round_is_told_so(dialogue, one, client_at) -> None:
    late = world.seated(world.seat_of(dialogue, Role.HEAD, "china"), client_at())

    read = late.get(address(one))
    answered = late.post(address(one, paper_of(one.id).asked[0]), {"vote": "1"})

    assert "Your link is newer than this round" in read.content.decode()
    assert (answered.status_code, Answer.objects.count()) == (403, 0)


def test_rules_come_before_answering(dialogue, one, member) -> None:
    Acceptance.objects.all().delete()

    answers = [
        member.get(address(one)),
        member.post(address(one, paper_of(one.id).asked[0]), {"vote": "1"}),
    ]

    assert [(a.status_code, a["Location"]) for a in answers] == [
        (302, f"/d/{dialogue.id}/rules")
    ] * 2
    assert not Answer.objects.exists()


def test_stage_that_takes_no_answers_keeps_the_door_closed(dialogue, one, member) -> None:
    dialogue.stage = "text"
    dialogue.save()

    answers = [
        member.get(address(one)),
        member.post(address(one, paper_of(one.id).asked[0]), {"vote": "1"}),
    ]

    assert [answer.status_code for answer in answers] == [403, 403]
    assert not Answer.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_answer_after_the_closing_is_refused_on_a_calm_page(transactional_db, client_at) -> None:
    dialogue = world.a_dialogue()
    member = world.seated(world.seat_of(dialogue, Role.MEMBER, "nato"), client_at())
    one = world.an_open_round(dialogue, quorum=0)
    question = way(member, one)[0]
    close_round(one)

    read = member.get(address(one))
    plain = member.post(address(one, question), {"vote": "1"})
    by_htmx = member.post(address(one, question), {"vote": "1"}, headers=HTMX)

    assert (read.status_code, plain.status_code, by_htmx.status_code) == (200, 409, 409)
    assert "This round has closed" in plain.content.decode()
    assert by_htmx["HX-Redirect"] == address(one)
    assert not Answer.objects.exists()


def test_question_of_another_round_is_not_found(dialogue, one, member) -> None:
    other = world.an_open_round(dialogue, [world.a_statement(dialogue, "d01")])
    question = paper_of(other.id).asked[0]

    assert member.get(address(one, question)).status_code == 404
    assert member.post(address(one, question), {"vote": "1"}).status_code == 404
