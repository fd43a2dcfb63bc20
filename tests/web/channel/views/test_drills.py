"""Drills on their pages: proposed by one officer, agreed by the other, played, stopped, reported to both."""

import datetime as dt

import pytest
from django.utils import timezone

from tracktwo_web.channel.models import Drill
from tracktwo_web.dialogues.roles import Role

NAME = "unsafe-encounter-at-sea"
AT_SEA = "A frigate reports that a destroyer"
MARK = "EXERCISE EXERCISE EXERCISE"


@pytest.fixture
def proposed(desk) -> Drill:
    entered = {"role": "first", "begins": "15"}
    desk.send(desk.officer(), "line_drill_new", desk.nato.pk, NAME, **entered)
    desk.carry()
    return desk.china.drills.get()


def _begin(desk, minutes: int = 1) -> None:
    """As if the drill had begun so many minutes ago."""
    start = timezone.now() - dt.timedelta(minutes=minutes)
    for one in Drill.objects.all():
        length = one.ends - one.start
        Drill.objects.filter(pk=one.pk).update(start=start, ends=start + length)


def test_drill_is_proposed_agreed_played_and_reported(desk, proposed) -> None:
    ours = desk.nato.drills.get()
    asked = desk.page(desk.officer("china"), "line_watch", desk.china.pk)
    told = desk.send(desk.officer("china"), "line_drill_agree", proposed.pk)
    desk.carry()
    _begin(desk)
    here = desk.page(desk.officer(), "line_drill", ours.pk)
    there = desk.page(desk.officer("china"), "line_drill", proposed.pk)
    desk.send(desk.officer(), "line_drill_stop", ours.pk)
    desk.carry()
    reports = [
        desk.page(desk.officer("nato"), "line_drill", ours.pk),
        desk.page(desk.officer("china"), "line_drill", proposed.pk),
    ]

    assert "The other side proposes a drill." in asked
    assert "Agreed. The drill begins at its time." in told
    assert AT_SEA in here
    assert AT_SEA not in there
    assert here.count(MARK) == there.count(MARK) == 2
    assert ["Of 2 expected messages, 0 came" in one for one in reports] == [True, True]
    assert AT_SEA in reports[1]
    assert "Stopped by NATO" in reports[1]


def test_proposed_drill_is_declined(desk, proposed) -> None:
    page = desk.page(desk.officer("china"), "line_drill", proposed.pk)
    desk.send(desk.officer("china"), "line_drill_stop", proposed.pk)
    desk.carry()
    listed = desk.page(desk.officer(), "line_drills", desk.nato.pk)

    assert "NATO proposes this drill." in page
    assert "Decline it" in page
    assert "called off before it began" in listed
    assert f"/drills/new/{NAME}" in listed


def test_agreeing_too_late_is_refused_in_a_sentence(desk, proposed) -> None:
    _begin(desk)

    page = desk.send(desk.officer("china"), "line_drill_agree", proposed.pk)

    assert "Not agreed: this drill was stopped, or its beginning has passed." in page
    assert "it was not played" in page


def test_member_reads_and_proposes_nothing(desk) -> None:
    listed = desk.page(desk.at(Role.MEMBER, "nato"), "line_drills", desk.nato.pk)

    assert "The officer on duty proposes a drill" in listed
    assert "/drills/new/" not in listed


def test_script_that_is_not_there_is_not_found(desk) -> None:
    assert desk.officer().get(desk.url("line_drill_new", desk.nato.pk, "none")).status_code == 404
