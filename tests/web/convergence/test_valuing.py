"""Dividing a hundred points from a seat: a draft is never lost and never counts, nobody else's is in view."""

import datetime as dt
import re

import pytest
from django.utils import timezone

from tests.web import world
from tests.web.convergence.making import (
    a_planned_round,
    an_open_round,
    entered,
    given,
    opened,
    value_all,
)
from tracktwo_web.convergence.domain import rounds
from tracktwo_web.convergence.domain.cast import Given, cast, given_by
from tracktwo_web.convergence.models import Valuation, ValueRound
from tracktwo_web.dialogues.cookie import NAME
from tracktwo_web.dialogues.cookie import opened as sitting_of
from tracktwo_web.dialogues.models import Key
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.dialogues.secrets import Root
from tracktwo_web.rounds.states import NotNow

pytestmark = pytest.mark.django_db


@pytest.fixture
def member(dialogue, sit):
    return sit(world.seat_of(dialogue, Role.MEMBER, "nato"))


def path(one: ValueRound) -> str:
    return f"/d/{one.dialogue_id}/valuing/{one.id}/points/"


def words(answer) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def kept(browser, one: ValueRound) -> Given | None:
    return given_by(sitting_of(browser.cookies[NAME].value).root, one)


def test_seat_divides_a_hundred_points_and_finds_them_again(dialogue, member) -> None:
    one = an_open_round(dialogue)

    before = words(member.get(path(one)))
    sent = member.post(path(one), entered(one, (40, 30, 30, -20)))
    after = member.get(sent.headers["Location"])

    assert "0 of 100 points divided." in before
    assert sent.status_code == 303
    assert "100 of 100 points divided: your ballot counts." in words(after)
    assert kept(member, one) == given(one, (40, 30, 30, -20))
    assert Valuation.objects.get().is_complete
    assert entered(one, (40, 30, 30, -20)) == {
        name: "on" if value is True else value
        for name, value in after.context["form"].initial.items()
        if value
    }


def test_points_may_be_changed_until_the_round_closes(dialogue, member) -> None:
    one = an_open_round(dialogue)

    for points in ((40, 30, 30, -20), (100, 0, 0, 0)):
        member.post(path(one), entered(one, points))

    assert kept(member, one) == given(one, (100, 0, 0, 0))
    assert Valuation.objects.count() == 1


@pytest.mark.parametrize(
    ("points", "said"),
    [
        ((40, 30, 0, -20), "70 of 100 points divided: 30 are left. Until then it is a draft"),
        ((40, 30, 29, 0), "99 of 100 points divided: 1 is left."),
        ((90, 30, 0, 0), "120 points divided: 20 too many."),
        ((0, 0, 0, -20), "0 of 100 points divided: 100 are left."),
    ],
)
def test_draft_is_kept_and_does_not_count(dialogue, member, points, said: str) -> None:
    one = an_open_round(dialogue, quorum=3)

    sent = member.post(path(one), entered(one, points))

    assert said in words(member.get(sent.headers["Location"]))
    assert kept(member, one) == given(one, points)
    assert [row.is_complete for row in Valuation.objects.all()] == [False]
    assert rounds.quorum_reached(one) == {"nato": False, "china": False}


@pytest.mark.parametrize("written", ["many", "101", "1.5", "--3", "1e2", "٣"])
def test_what_is_no_number_of_points_is_asked_again_and_nothing_is_lost(
    dialogue, member, written: str
) -> None:
    one = an_open_round(dialogue)
    first = one.asked.get(position=0)
    sent = entered(one, (40, 30, 30, 0)) | {f"points_{first.id}": written}

    answer = member.post(path(one), sent)

    assert answer.status_code == 422
    assert "A tested line. – Write a whole number from 0 to 100." in words(answer)
    assert "Not saved yet" in words(answer)
    assert f'value="{written}"' in answer.content.decode()
    assert 'value="30"' in answer.content.decode()
    assert Valuation.objects.count() == 0


@pytest.mark.parametrize("written", ["-20", " - 20", "−20"])
def test_minus_says_the_same_as_the_tick(dialogue, member, written: str) -> None:
    one = an_open_round(dialogue)
    last = one.asked.get(position=3)
    sent = entered(one, (40, 30, 30, 0)) | {f"points_{last.id}": written}

    member.post(path(one), sent)
    member.post(path(one), sent | {f"costs_{last.id}": "on"})

    assert kept(member, one) == given(one, (40, 30, 30, -20))


@pytest.mark.parametrize(
    ("role", "side", "why"),
    [
        (Role.OBSERVER, "", "You do not value here"),
        (Role.SECRETARIAT, "", "You do not value here"),
        (Role.INTERPRETER, "china", "You do not value here"),
    ],
)
def test_who_has_no_voice_is_told_so(dialogue, sit, role: str, side: str, why: str) -> None:
    one = an_open_round(dialogue)

    who = sit(world.seat_of(dialogue, role, side))

    assert why in words(who.get(path(one)))
    assert who.post(path(one), entered(one)).status_code == 403
    assert Valuation.objects.count() == 0


def test_before_and_after_nothing_is_taken(dialogue, member) -> None:
    one = a_planned_round(dialogue)
    answers = [member.post(path(one), entered(one))]
    one = opened(one)
    value_all(one)
    one = rounds.close_round(one)
    answers.append(member.post(path(one), entered(one)))

    assert [answer.status_code for answer in answers] == [409, 409]
    assert "Not open now" in words(answers[0])
    assert "what you sent now is not" in words(answers[1])


def test_link_that_is_younger_than_the_round_has_no_second_ballot(dialogue, member) -> None:
    one = an_open_round(dialogue)
    Key.objects.update(issued_at=timezone.now() + dt.timedelta(minutes=1))

    answer = member.post(path(one), entered(one))

    assert answer.status_code == 403
    assert "Your link is younger than this round" in words(answer)


def test_round_whose_time_is_over_takes_nothing_before_the_clock_has_closed_it(dialogue) -> None:
    one = an_open_round(dialogue)
    late = one.closes_at + dt.timedelta(seconds=1)

    with pytest.raises(NotNow):
        cast(one, Root.drawn(), dialogue.sides.first(), given(one, (100, 0, 0, 0)), now=late)


def test_voices_are_asked_and_told_how_far_they_are(dialogue, member) -> None:
    one, said = an_open_round(dialogue), []

    for points in (None, (40, 30, 0, 0), (40, 30, 30, 0)):
        if points:
            member.post(path(one), entered(one, points))
        said.append(words(member.get(f"/d/{dialogue.id}/")))

    assert "Your points are wanted: divide a hundred among the options." in said[0]
    assert "Your points are kept as a draft" in said[1]
    assert "You have divided your points." in said[2]


def test_page_shows_the_interests_of_ones_own_side_alone(dialogue, member) -> None:
    one = an_open_round(dialogue)

    shown = words(member.get(path(one)))

    assert "For your side: Somebody answers." in shown
    assert "Equal standing." not in shown


def test_points_beyond_a_hundred_cannot_be_meant() -> None:
    with pytest.raises(ValueError, match="between -100 and 100"):
        Given({1: 101})
