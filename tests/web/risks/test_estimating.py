"""Estimating from a seat: one risk at a time, nothing lost, nobody else's in view."""

import datetime as dt
import re

import pytest
from django.utils import timezone

from tests.web import world
from tests.web.risks.making import (
    ALIKE,
    a_planned_round,
    a_risk,
    an_open_round,
    asked_of,
    entered,
    estimate_all,
    opened,
    said,
)
from tracktwo_web.dialogues.cookie import NAME
from tracktwo_web.dialogues.cookie import opened as sitting_of
from tracktwo_web.dialogues.domain.keys import issue_key
from tracktwo_web.dialogues.models import Key
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.risks.domain import rounds
from tracktwo_web.risks.domain.cast import Said, Span
from tracktwo_web.risks.models import Estimate, EstimateRound, Reason

pytestmark = pytest.mark.django_db


@pytest.fixture
def member(dialogue, sit):
    return sit(world.seat_of(dialogue, Role.MEMBER, "nato"))


def path(one: EstimateRound, place: int | None = None) -> str:
    at = f"/d/{one.dialogue_id}/estimates/{one.id}/estimate/"
    return at if place is None else f"{at}{asked_of(one, place).id}/"


def two_risks(dialogue) -> EstimateRound:
    return an_open_round(dialogue, a_risk(dialogue), a_risk(dialogue, "collision"))


def words(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def test_seat_estimates_one_risk_after_the_other(dialogue, member) -> None:
    one = two_risks(dialogue)

    seen = [words(member.get(path(one)).content.decode())]
    for place in (0, 1):
        sent = member.post(path(one, place), entered())
        assert sent.status_code == 303
        seen.append(words(member.get(sent.headers["Location"]).content.decode()))

    assert "0 of 2 estimated" in seen[0]
    assert "Trade breaks off." in seen[0]
    assert "1 of 2 estimated" in seen[1]
    assert "Estimate recorded." in seen[1]
    assert "Every risk is estimated" in seen[2]
    assert Estimate.objects.count() == 2


def test_estimate_is_kept_as_it_was_said(dialogue, member) -> None:
    one = two_risks(dialogue)

    member.post(
        path(one, 0),
        entered(likely_low="12,5 %", likely_high="40", likely_best=" 20 ", severe_sure="65"),
    )

    (row,) = Estimate.objects.all()
    kept = (row.likely_low, row.likely_best, row.likely_high, row.likely_sure, row.severe_sure)
    assert (kept, row.part, row.side.code) == ((0.125, 0.2, 0.4, 0.8, 0.65), 1, "nato")
    root = sitting_of(member.cookies[NAME].value).root
    assert bytes(row.ballot) == root.ballot(one.id)


def test_estimate_comes_back_as_it_was_written(dialogue, member) -> None:
    one = two_risks(dialogue)
    member.post(path(one, 0), entered(likely_best="20.5", reason="Because of the harbour."))

    form = member.get(path(one, 0)).context["form"]

    assert (form["likely_best"].value(), form["severe_low"].value(), form["reason"].value()) == (
        "20.5",
        "4",
        "Because of the harbour.",
    )


@pytest.mark.parametrize(
    ("wrong", "said_kindly"),
    [
        ({"likely_low": "60"}, "“At most” is below “at least”: did they change places?"),
        ({"likely_best": "90"}, "Your best estimate lies outside your own range"),
        ({"severe_best": "1"}, "Your best estimate lies outside your own range"),
        ({"likely_high": "120"}, "Write a number from 0 to 100."),
        ({"severe_high": "11"}, "Write a number from 0 to 10."),
        ({"severe_low": "-1"}, "Write a number from 0 to 10."),
        ({"likely_sure": "30"}, "Write a number from 50 to 100."),
        ({"likely_best": "about a third"}, "Write a number from 0 to 100."),
        ({"likely_best": "1e1"}, "Write a number from 0 to 100."),
        ({"likely_best": "nan"}, "Write a number from 0 to 100."),
        ({"likely_best": "٢٠"}, "Write a number from 0 to 100."),
        ({"likely_sure": ""}, "This number is missing."),
        ({"reason": "x" * 601}, "at most 600 characters"),
    ],
)
def test_what_is_mistyped_is_asked_again_with_everything_still_there(
    dialogue, member, wrong: dict[str, str], said_kindly: str
) -> None:
    one = two_risks(dialogue)

    answer = member.post(path(one, 0), entered(reason="A long thought.") | wrong)

    page = answer.content.decode()
    assert (answer.status_code, Estimate.objects.count()) == (422, 0)
    assert said_kindly in page
    for name, value in ({"likely_low": "20", "severe_high": "6"} | wrong).items():
        assert name == "reason" or not value or f'value="{value}"' in page
    assert "reason" in wrong or "A long thought." in page


def test_skipped_risk_comes_again_after_the_others(dialogue, member) -> None:
    one = two_risks(dialogue)

    sent = member.post(path(one, 0), {"go": "skip"})

    assert "Ships collide." in member.get(sent.headers["Location"]).context["asked"].texts["en"]
    assert Estimate.objects.count() == 0


def test_reason_is_taken_back_with_an_empty_text(dialogue, member) -> None:
    one = two_risks(dialogue)

    kept = []
    for reason in ("Because.", ""):
        member.post(path(one, 0), entered(reason=reason))
        kept.append(Reason.objects.count())

    assert kept == [1, 0]


def test_second_part_begins_with_the_own_first_estimate_and_keeps_both(dialogue, member) -> None:
    one = an_open_round(dialogue)
    member.post(path(one, 0), entered(likely=40))
    estimate_all(one, ALIKE, reason="Because of")
    one = opened(rounds.close_part(one))

    page = member.get(path(one, 0))
    member.post(path(one, 0), entered(likely=50))

    shown = words(page.content.decode())
    assert page.context["form"]["likely_best"].value() == "40"
    assert "5 estimates; the middle one is 34%, half of them lie within 32–36%." in shown
    assert "Because of china 0" in shown
    likely = sorted(
        Estimate.objects.filter(likely_best__gte=0.39).values_list("part", "likely_best")
    )
    assert likely == [(1, 0.4), (2, 0.5)]


def test_seat_that_did_not_estimate_alone_is_told_why_there_is_nothing(dialogue, member) -> None:
    one = an_open_round(dialogue)
    estimate_all(one, ALIKE)
    one = opened(rounds.close_part(one))

    assert "There is no estimate of yours from the first part." in words(
        member.get(path(one)).content.decode()
    )
    assert member.post(path(one, 0), entered()).status_code == 404


def test_late_link_cannot_estimate(dialogue, sit) -> None:
    one = an_open_round(dialogue)
    late = sit(world.seat_of(dialogue, Role.MEMBER, "china"))
    Key.objects.filter(revoked_at=None, seat__side__code="china").update(
        issued_at=timezone.now() + dt.timedelta(minutes=1)
    )

    answer = late.post(path(one, 0), entered())

    assert (answer.status_code, Estimate.objects.count()) == (403, 0)
    assert "Your link is younger than this round" in answer.content.decode()


def test_what_is_sent_after_the_end_is_not_recorded_and_said_so(dialogue, member) -> None:
    one = an_open_round(dialogue)
    EstimateRound.objects.update(closes_at=timezone.now())

    answer = member.post(path(one, 0), entered())

    assert (answer.status_code, Estimate.objects.count()) == (409, 0)
    assert "what you sent now is not" in answer.content.decode()


def test_estimating_writes_nothing_about_the_seat_and_sets_no_cookie(dialogue, member) -> None:
    one = an_open_round(dialogue)

    answer = member.post(path(one, 0), entered())

    assert answer.cookies == {}


def test_home_says_how_many_are_left_to_whoever_holds_the_ballot(dialogue, member, sit) -> None:
    other = sit(world.seat_of(dialogue, Role.ADVISER, "nato"))
    observer = sit(world.seat_of(dialogue, Role.OBSERVER))
    one = two_risks(dialogue)
    late = sit(world.seat_of(dialogue, Role.HEAD, "nato"))
    member.post(path(one, 0), entered())

    said_to = [
        words(c.get(f"/d/{dialogue.id}/").content.decode()) for c in (member, other, observer, late)
    ]

    assert "Your estimates are wanted: 1 of 2 risks is left." in said_to[0]
    assert "Your estimates are wanted: 2 of 2 risks are left." in said_to[1]
    assert [text for text in said_to[2:] if "Your estimates are wanted" in text] == []


def test_paper_of_a_planned_round_is_not_shown(dialogue, member) -> None:
    one = a_planned_round(dialogue)

    assert "Not open now" in member.get(path(one)).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_form_takes_the_same_number_of_queries(
    dialogue, member, django_assert_num_queries, count: int
) -> None:
    risks = [a_risk(dialogue, code) for code in ("trade-loss", "collision", "blackout")[:count]]
    one = an_open_round(dialogue, *risks)

    with django_assert_num_queries(10):
        member.get(path(one))


def test_span_is_in_order_and_its_credence_above_a_half() -> None:
    for wrong in ((0.5, 0.2, 0.8, 0.8), (0.1, 0.9, 0.8, 0.8), (0.1, 0.2, 0.3, 0.4)):
        with pytest.raises(ValueError, match="in order"):
            Span(*wrong)
    with pytest.raises(ValueError, match="between 0 and 1"):
        Said(Span(0, 0.5, 1.1, 0.8), said(50, 5).severity)


def test_issued_link_of_another_seat_sees_its_own_estimates_only(
    dialogue, member, client_at
) -> None:
    one = an_open_round(dialogue)
    member.post(path(one, 0), entered(likely=77))
    head = world.seat_of(dialogue, Role.HEAD, "nato")
    Key.objects.filter(seat=head).update(issued_at=one.opened_at)
    secret = issue_key(head, now=one.opened_at).secret
    browser = client_at()
    browser.post(f"/seat/{secret}", {})

    form = browser.get(path(one, 0)).context["form"]

    assert form["likely_best"].value() is None
