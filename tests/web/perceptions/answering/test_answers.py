"""Answering, one statement at a time."""

import re

import pytest

from tests.web.perceptions.answering.way import HTMX, RECORDED, address, shown, way
from tracktwo_web.dialogues.cookie import NAME, opened
from tracktwo_web.perceptions.models import Answer, Comment


def test_answer_is_recorded_under_the_ballot_with_its_predictions(member, one) -> None:
    question = way(member, one)[0]

    response = member.post(address(one, question), {"vote": "-1", "guess-china": "65"})

    kept = Answer.objects.get()
    assert (response.status_code, response["Location"]) == (
        303,
        f"{address(one)}?after={question.place}&recorded=",
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
    seen, response = [], member.get(address(one))
    while question := shown(response, one):
        seen.append(question)
        response = member.post(address(one, question), {"vote": "1"}, follow=True)
        assert RECORDED in response.content.decode()

    assert seen == way(member, one)
    assert "You have answered every statement. Thank you." in response.content.decode()


def test_statements_come_in_the_ballots_order_with_htmx(member, one) -> None:
    first, second, third = way(member, one)

    responses = [
        member.post(address(one, question), {"vote": "0"}, headers=HTMX)
        for question in (first, second, third)
    ]

    assert [shown(response, one) for response in responses] == [second, third, None]
    assert all(response["HX-Replace-Url"] == address(one) for response in responses)
    assert all(response.content.decode().count("<html") == 0 for response in responses)
    assert "3 of 3 answered" in responses[-1].content.decode()


def test_skipped_statement_comes_again_after_the_others(member, one) -> None:
    first, second, third = way(member, one)

    skipped = member.post(address(one, first), {"go": "skip"}, follow=True)
    by_htmx = member.post(address(one, first), {"go": "skip"}, headers=HTMX)
    member.post(address(one, second), {"vote": "1"})
    last = member.post(address(one, third), {"vote": "1"}, headers=HTMX)

    assert [shown(r, one) for r in (skipped, by_htmx, last)] == [second, second, first]
    assert RECORDED not in skipped.content.decode()


def test_back_leads_to_the_statement_before_as_it_was_answered(member, one) -> None:
    first, second, _ = way(member, one)
    member.post(address(one, first), {"vote": "-1", "guess-china": "37.5"})

    for headers in ({}, HTMX):
        back = member.post(address(one, second), {"go": "back"}, headers=headers, follow=True)

        html = back.content.decode()
        assert shown(back, one) == first
        assert 'value="-1" data-key="d" checked' in html
        assert re.search(r'name="guess-china"[^>]* value="37.5"', html)


def test_changed_answer_takes_the_place_of_the_first(member, one) -> None:
    question = way(member, one)[0]
    member.post(address(one, question), {"vote": "1", "guess-china": "20"})

    member.post(address(one, question), {"vote": "-1"})

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
    question = way(member, one)[0]
    typed = {"comment": "As I wrote it"} | entered

    plain = member.post(address(one, question), typed)
    by_htmx = member.post(address(one, question), typed, headers=HTMX)

    assert (plain.status_code, by_htmx.status_code) == (422, 200)
    for response in (plain, by_htmx):
        html = response.content.decode()
        assert shown(response, one) == question
        assert problem in html
        assert "As I wrote it" in html
        assert RECORDED not in html
    assert not Answer.objects.exists()
    assert not Comment.objects.exists()
