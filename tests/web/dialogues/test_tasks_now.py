"""What is asked of somebody now."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.web import world
from tracktwo_web.dialogues import tasks_now
from tracktwo_web.dialogues.models import Key, Seat
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.dialogues.tasks_now import Ask, asked_of


@pytest.fixture
def asks(monkeypatch) -> list:
    """Only those of this app, and what a test adds."""
    alone = [tasks_now._seats]
    monkeypatch.setattr(tasks_now, "ASKS", alone)
    return alone


def test_convenor_is_asked_for_seats_then_for_links_then_for_nothing(dialogue, asks) -> None:
    standing = Standing(dialogue, convenor=dialogue.convenor)
    complete = asked_of(standing)
    Key.objects.filter(seat__label__in=["N-1", "N-2"]).delete()
    without_links = asked_of(standing)
    Seat.objects.all().delete()
    empty = asked_of(standing)

    assert complete == []
    assert [ask.text for ask in without_links] == [
        "2 seats have no link yet: nobody can take them."
    ]
    assert [ask.text for ask in empty] == ["Nobody has a seat yet."]


def test_others_are_not_asked_for_seats(dialogue, asks) -> None:
    Key.objects.filter(seat__label="N-1").delete()
    key = world.seat_of(dialogue, Role.SECRETARIAT).keys.get()

    assert asked_of(Standing(dialogue, key=key)) == []


def test_most_urgent_comes_first_and_stands_on_the_page(dialogue, sit, asks) -> None:
    until = timezone.now() + timedelta(days=2)
    asks.append(lambda standing: Ask("Read.", "Open it", "/read", urgency=10))
    asks.append(lambda standing: Ask("Answer.", "Go on answering", "/answer", 90, until))
    asks.append(lambda standing: None)

    page = sit(world.seat_of(dialogue, Role.MEMBER, "nato")).get(f"/d/{dialogue.id}/")

    assert page.context["ask"].label == "Go on answering"
    assert [ask.label for ask in page.context["other_asks"]] == ["Open it"]
    html = page.content.decode()
    assert html.count('class="button"') == 1
    assert '<a class="button" href="/answer">Go on answering</a>' in html
    assert "Brussels:" in html
    assert "Beijing:" in html
