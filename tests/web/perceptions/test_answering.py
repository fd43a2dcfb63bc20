"""Answering, one statement at a time."""

import re

import pytest
from django.db import connection
from django.utils import timezone

from tests.web import world
from tracktwo_web.dialogues.cookie import NAME, WAITS, opened
from tracktwo_web.dialogues.domain.keys import issue_key
from tracktwo_web.dialogues.models import Acceptance
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.perceptions.domain.rounds import close_round
from tracktwo_web.perceptions.models import Answer, Comment
from tracktwo_web.perceptions.order import order_of
from tracktwo_web.perceptions.paper import forget_papers, paper_of

HTMX = {"hx-request": "true"}
QUERIES = 2 if connection.vendor == "sqlite" else 1
"""Who answers, and the writing. PostgreSQL is asked the first past what Django counts."""
RECORDED = "Answer recorded. You may change it until the round closes."


@pytest.fixture(autouse=True)
def _fresh_papers() -> None:
    forget_papers()


@pytest.fixture
def member(dialogue, client_at):
    """A seat of NATO's, taken before the round opens."""
    return world.seated(world.seat_of(dialogue, Role.MEMBER, "nato"), client_at())


@pytest.fixture
def one(dialogue, member):
    return world.an_open_round(dialogue)


def _address(one, question=None) -> str:
    base = f"/d/{one.dialogue_id}/rounds/{one.id}/answer/"
    return f"{base}{question.id}/" if question else base


def _way(client, one) -> list:
    """The questions in the order in which this browser's ballot meets them."""
    paper = paper_of(one.id)
    ballot = opened(client.cookies[NAME].value).root.ballot(one.id)
    return [paper.asked[place] for place in order_of(paper.about, ballot)]


def _shown(response, one):
    """The question on the card of a page or fragment; None on the last."""
    action = re.search(r'<form class="answering"[^>]* action="([^"]+)"', response.content.decode())
    return action and next(q for q in paper_of(one.id).asked if _address(one, q) == action[1])


def test_answer_is_recorded_under_the_ballot_with_its_predictions(member, one) -> None:
    question = _way(member, one)[0]

    response = member.post(_address(one, question), {"vote": "-1", "guess-china": "65"})

    kept = Answer.objects.get()
    assert (response.status_code, response["Location"]) == (
        303,
        f"{_address(one)}?after={question.place}&recorded=",
    )
    assert (kept.question_id, bytes(kept.ballot), kept.value, kept.expected, kept.mirrored) == (
        question.id,
        opened(member.cookies[NAME].value).root.ballot(one.id),
        -1.0,
        {"china": 0.65},
        {},
    )
    assert kept.side.code == "nato"


def test_statements_come_in_the_ballots_order_without_javascript(member, one) -> None:
    seen, response = [], member.get(_address(one))
    while question := _shown(response, one):
        seen.append(question)
        response = member.post(_address(one, question), {"vote": "1"}, follow=True)
        assert RECORDED in response.content.decode()

    assert seen == _way(member, one)
    assert "You have answered every statement. Thank you." in response.content.decode()


def test_statements_come_in_the_ballots_order_with_htmx(member, one) -> None:
    first, second, third = _way(member, one)

    responses = [
        member.post(_address(one, question), {"vote": "0"}, headers=HTMX)
        for question in (first, second, third)
    ]

    assert [_shown(response, one) for response in responses] == [second, third, None]
    assert all(response["HX-Replace-Url"] == _address(one) for response in responses)
    assert all(response.content.decode().count("<html") == 0 for response in responses)
    assert "3 of 3 answered" in responses[-1].content.decode()


def test_skipped_statement_comes_again_after_the_others(member, one) -> None:
    first, second, third = _way(member, one)

    skipped = member.post(_address(one, first), {"go": "skip"}, follow=True)
    by_htmx = member.post(_address(one, first), {"go": "skip"}, headers=HTMX)
    member.post(_address(one, second), {"vote": "1"})
    last = member.post(_address(one, third), {"vote": "1"}, headers=HTMX)

    assert [_shown(r, one) for r in (skipped, by_htmx, last)] == [second, second, first]
    assert RECORDED not in skipped.content.decode()


def test_back_leads_to_the_statement_before_as_it_was_answered(member, one) -> None:
    first, second, _ = _way(member, one)
    member.post(_address(one, first), {"vote": "-1", "guess-china": "37.5"})

    for headers in ({}, HTMX):
        back = member.post(_address(one, second), {"go": "back"}, headers=headers, follow=True)

        html = back.content.decode()
        assert _shown(back, one) == first
        assert 'value="-1" data-key="d" checked' in html
        assert re.search(r'name="guess-china"[^>]* value="37.5"', html)


def test_changed_answer_takes_the_place_of_the_first(member, one) -> None:
    question = _way(member, one)[0]
    member.post(_address(one, question), {"vote": "1", "guess-china": "20"})

    member.post(_address(one, question), {"vote": "-1"})

    assert list(Answer.objects.values_list("value", "expected")) == [(-1.0, {})]


@pytest.mark.parametrize(
    ("entered", "problem"),
    [
        ({}, "Choose an answer, or skip this statement for now."),
        ({"vote": "3"}, "Choose one of the answers that are offered."),
        ({"vote": "yes"}, "Choose one of the answers that are offered."),
        (
            {"vote": "1", "guess-china": "half"},
            "Write a number where you say what you expect, or leave the field empty.",
        ),
        (
            {"vote": "1", "guess-china": "101"},
            "What you expect lies beyond what is possible here.",
        ),
    ],
)
def test_mistake_is_named_and_what_was_entered_stays(member, one, entered, problem) -> None:
    question = _way(member, one)[0]
    typed = {"comment": "As I wrote it"} | entered

    plain = member.post(_address(one, question), typed)
    by_htmx = member.post(_address(one, question), typed, headers=HTMX)

    assert (plain.status_code, by_htmx.status_code) == (422, 200)
    for response in (plain, by_htmx):
        html = response.content.decode()
        assert _shown(response, one) == question
        assert problem in html
        assert "As I wrote it" in html
        assert RECORDED not in html
    assert not Answer.objects.exists()
    assert not Comment.objects.exists()


def test_comment_stands_under_a_mark_that_is_not_the_ballots(member, one) -> None:
    question = _way(member, one)[0]
    root = opened(member.cookies[NAME].value).root

    member.post(_address(one, question), {"vote": "1", "comment": " Not at sea. "})

    kept = Comment.objects.get()
    assert (kept.text, kept.question_id, kept.side.code) == ("Not at sea.", question.id, "nato")
    assert kept.mark == root.mark(f"comment {question.id}")
    assert kept.mark != root.ballot(one.id).hex()


def test_comment_is_shown_again_and_taken_back_by_emptying_it(member, one) -> None:
    question = _way(member, one)[0]
    member.post(_address(one, question), {"vote": "1", "comment": "Not at sea."})

    card = member.get(_address(one, question)).content.decode()
    member.post(_address(one, question), {"vote": "1", "comment": "", "commented": ""})

    assert ">Not at sea.</textarea>" in card
    assert not Comment.objects.exists()


def test_round_that_takes_no_comments_keeps_none(dialogue, member) -> None:
    one = world.an_open_round(dialogue, takes_comments=False)
    question = _way(member, one)[0]

    html = member.get(_address(one)).content.decode()
    member.post(_address(one, question), {"vote": "1", "comment": "Not at sea."})

    assert 'name="comment"' not in html
    assert (Answer.objects.count(), Comment.objects.count()) == (1, 0)


def test_mirror_question_is_asked_where_the_round_asks_it(dialogue, member) -> None:
    one = world.an_open_round(dialogue, asks_mirror=True)
    question = _way(member, one)[0]

    html = member.get(_address(one)).content.decode()
    member.post(_address(one, question), {"vote": "1", "mirror-china": "80"})

    assert "How will they think we answer? (optional)" in html
    assert Answer.objects.get().mirrored == {"china": 0.8}


def test_rating_is_chosen_from_its_steps_and_predicted_as_a_mean(dialogue, member) -> None:
    one = world.an_open_round(dialogue, [world.a_statement(dialogue, scale="rating:1:7")])
    question = _way(member, one)[0]

    html = member.get(_address(one)).content.decode()
    member.post(_address(one, question), {"vote": "6", "guess-china": "2,5"})

    assert re.findall(r'name="vote" value="(\d)"', html) == list("1234567")
    assert list(Answer.objects.values_list("value", "expected")) == [(6.0, {"china": 2.5})]


def test_card_predicts_the_other_side_and_never_the_own(member, one) -> None:
    html = member.get(_address(one)).content.decode()

    assert re.findall(r'<input type="number" [^>]*name="([^"]+)"', html) == ["guess-china"]


def test_card_shows_the_readers_language_and_offers_the_others(member, one) -> None:
    question = _way(member, one)[0]

    html = member.get(_address(one), headers={"accept-language": "fr"}).content.decode()

    assert f'id="statement" lang="fr">{question.texts["fr"].replace("’", "’")}' in html
    assert f'<p class="statement" lang="zh-Hans">{question.texts["zh"]}' in html
    assert f'<p class="statement" lang="en">{question.texts["en"]}' in html


def test_first_answer_leaves_a_word_in_the_cookie_and_the_next_ones_nothing(member, one) -> None:
    first, second, _ = _way(member, one)

    member.post(_address(one, first), {"vote": "1"})
    after_first = (member.cookies[NAME].value, member.cookies[WAITS].value)
    answer = member.post(_address(one, second), {"vote": "1"})

    assert opened(after_first[0]).took_part == (one.id,)
    assert opened(after_first[1]).took_part == (one.id,)
    assert {NAME, WAITS}.isdisjoint(answer.cookies)


def test_two_seats_of_a_role_and_side_are_shown_the_same_frame(dialogue, client_at) -> None:
    """What makes it right to print a page once: nothing in it is a seat's own but the card."""
    seats = dialogue.seats.filter(role=Role.MEMBER, side__code="nato")
    browsers = [world.seated(seat, client_at()) for seat in seats]
    one = world.an_open_round(dialogue, [world.a_statement(dialogue)])

    pages = []
    for browser in browsers:
        forget_papers()
        html = browser.get(_address(one)).content.decode()
        pages.append(html.replace(_token(html), "token"))

    assert len(browsers) == 2
    assert pages[0] == pages[1]


def _token(html: str) -> str:
    (token,) = set(re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', html))
    return token


def test_page_kept_from_one_browser_carries_nothing_of_it_to_another(dialogue, client_at) -> None:
    seats = dialogue.seats.filter(role=Role.MEMBER, side__code="nato")
    first, second = (world.seated(seat, client_at()) for seat in seats)
    one = world.an_open_round(dialogue, [world.a_statement(dialogue)])

    written, kept = (browser.get(_address(one)).content.decode() for browser in (first, second))

    assert _token(written) != _token(kept)
    assert written.replace(_token(written), "") == kept.replace(_token(kept), "")
    for secret in (first.cookies["csrftoken"].value, first.cookies[NAME].value):
        assert secret not in kept


def test_forms_without_our_token_are_refused(dialogue, one, member) -> None:
    member.handler.enforce_csrf_checks = True
    question = _way(member, one)[0]
    token = _token(member.get(_address(one)).content.decode())

    without = member.post(_address(one, question), {"vote": "1"})
    having = member.post(_address(one, question), {"vote": "1", "csrfmiddlewaretoken": token})

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

    read = browser.get(_address(one))
    answered = browser.post(_address(one, question), {"vote": "1"})

    assert (read.status_code, answered.status_code) == (200, 403)
    assert all(f"Statement c0{i} is so." in read.content.decode() for i in (1, 2, 3))
    assert not Answer.objects.exists()


def test_convenor_reads_the_statements_and_answers_none(convenor_client, one) -> None:
    read = convenor_client.get(_address(one))
    answered = convenor_client.post(_address(one, paper_of(one.id).asked[0]), {"vote": "1"})

    assert (read.status_code, answered.status_code) == (200, 403)
    assert "Statement c01 is so." in read.content.decode()
    assert not Answer.objects.exists()


def test_strangers_find_no_such_page(one, client_at) -> None:
    question = paper_of(one.id).asked[0]

    answers = [
        client_at().get(_address(one)),
        client_at().get(_address(one, question)),
        client_at().post(_address(one, question), {"vote": "1"}),
    ]

    assert [answer.status_code for answer in answers] == [404, 404, 404]


def test_link_newer_than_the_round_is_told_so(dialogue, one, client_at) -> None:
    late = world.seated(world.seat_of(dialogue, Role.HEAD, "china"), client_at())

    read = late.get(_address(one))
    answered = late.post(_address(one, paper_of(one.id).asked[0]), {"vote": "1"})

    assert "Your link is newer than this round" in read.content.decode()
    assert (answered.status_code, Answer.objects.count()) == (403, 0)


def test_rules_come_before_answering(dialogue, one, member) -> None:
    Acceptance.objects.all().delete()

    answers = [
        member.get(_address(one)),
        member.post(_address(one, paper_of(one.id).asked[0]), {"vote": "1"}),
    ]

    assert [(a.status_code, a["Location"]) for a in answers] == [
        (302, f"/d/{dialogue.id}/rules")
    ] * 2
    assert not Answer.objects.exists()


def test_stage_that_takes_no_answers_keeps_the_door_closed(dialogue, one, member) -> None:
    dialogue.stage = "text"
    dialogue.save()

    answers = [
        member.get(_address(one)),
        member.post(_address(one, paper_of(one.id).asked[0]), {"vote": "1"}),
    ]

    assert [answer.status_code for answer in answers] == [403, 403]
    assert not Answer.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_answer_after_the_closing_is_refused_on_a_calm_page(transactional_db, client_at) -> None:
    dialogue = world.a_dialogue()
    member = world.seated(world.seat_of(dialogue, Role.MEMBER, "nato"), client_at())
    one = world.an_open_round(dialogue, quorum=0)
    question = _way(member, one)[0]
    close_round(one)

    read = member.get(_address(one))
    plain = member.post(_address(one, question), {"vote": "1"})
    by_htmx = member.post(_address(one, question), {"vote": "1"}, headers=HTMX)

    assert (read.status_code, plain.status_code, by_htmx.status_code) == (200, 409, 409)
    assert "This round has closed" in plain.content.decode()
    assert by_htmx["HX-Redirect"] == _address(one)
    assert not Answer.objects.exists()


def test_question_of_another_round_is_not_found(dialogue, one, member) -> None:
    other = world.an_open_round(dialogue, [world.a_statement(dialogue, "d01")])
    question = paper_of(other.id).asked[0]

    assert member.get(_address(one, question)).status_code == 404
    assert member.post(_address(one, question), {"vote": "1"}).status_code == 404


def test_answering_asks_the_database_as_often_whatever_was_answered(
    member, one, django_assert_num_queries
) -> None:
    first, second, _ = _way(member, one)
    member.get(_address(one))
    member.post(_address(one, first), {"vote": "1"}, headers=HTMX)

    with django_assert_num_queries(QUERIES):
        member.post(_address(one, second), {"vote": "1"}, headers=HTMX)
    with django_assert_num_queries(QUERIES):
        member.post(_address(one, second), {"vote": "-1"}, headers=HTMX)


def test_nothing_is_written_about_the_seat_that_answers(dialogue, one, member) -> None:
    """A row about a seat could be laid beside the ballots in the order of writing."""
    before = _rows_about_seats()

    for question in _way(member, one):
        member.post(_address(one, question), {"vote": "1", "comment": "A word."})
    member.get(f"/d/{dialogue.id}/rounds/{one.id}/review/")

    assert _rows_about_seats() == before


def _rows_about_seats() -> dict[str, list]:
    from django.apps import apps

    told = ("perceptions_answer", "perceptions_comment")
    return {
        model._meta.db_table: sorted(map(str, model.objects.values_list()))
        for model in apps.get_models()
        if model._meta.db_table not in told
    }


def test_link_reissued_while_a_round_is_open_opens_no_second_ballot(dialogue, one, member) -> None:
    question = _way(member, one)[0]
    member.post(_address(one, question), {"vote": "1"})
    issue_key(world.seat_of(dialogue, Role.MEMBER, "nato"), now=timezone.now())

    again = member.post(_address(one, question), {"vote": "-1"})

    assert again.status_code == 404
    assert Answer.objects.get().value == 1
