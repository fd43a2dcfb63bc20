"""Drills of a line: one office proposes, the other agrees, either stops. All of it stands in the logs."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext

from tracktwo.channel.drills.entries import (
    DRILL_AGREED,
    DRILL_PROPOSED,
    DRILL_STOPPED,
    Proposed,
    proposed_body,
)
from tracktwo.channel.line import received_body
from tracktwo.record import Head, Json
from tracktwo_web.channel.domain.answers import CannotBe
from tracktwo_web.channel.domain.entering import enter, held_in_order
from tracktwo_web.channel.models import Drill, Line, Logged
from tracktwo_web.channel.playing import State, moments_passed, state_of
from tracktwo_web.events.publish import publish


@transaction.atomic
def propose_drill(line: Line, proposed: Proposed, *, now: dt.datetime) -> Drill:
    """Ask the other office for a drill. Raises `CannotBe` while another is open."""
    line = held_in_order(line)
    if open_drill(line, now) is not None:
        raise CannotBe(gettext("Not proposed: another drill is open. Stop it first."))
    row = enter(line, DRILL_PROPOSED, proposed_body(proposed), now=now)
    return line.drills.get(entry=row.pk)


@transaction.atomic
def agree_drill(drill: Drill, *, now: dt.datetime) -> None:
    """Agree to what the other office proposed, before it begins."""
    line = held_in_order(drill.line)
    drill.refresh_from_db()
    if drill.is_own or state_of(drill, now) is not State.PROPOSED:
        raise CannotBe(
            gettext("Not agreed: this drill was stopped, or its beginning has passed. Propose it anew.")
        )  # fmt: skip
    enter(line, DRILL_AGREED, _naming(drill), now=now)


@transaction.atomic
def stop_drill(drill: Drill, *, now: dt.datetime) -> None:
    """Stop a drill, decline one, or take one back: at once, and without asking the other office."""
    line = held_in_order(drill.line)
    drill.refresh_from_db()
    if not state_of(drill, now).is_open:
        raise CannotBe(gettext("There is nothing to stop: this drill is over."))
    enter(line, DRILL_STOPPED, _naming(drill), now=now)


def open_drill(line: Line, now: dt.datetime) -> Drill | None:
    """The drill that is proposed, agreed or played now."""
    found = line.drills.filter(stopped=None, ends__gt=now).order_by("start")
    return next((one for one in found if state_of(one, now).is_open), None)


def tick(now: dt.datetime) -> None:
    """Tell open pages when something has happened by the clock of a drill: by this node's, and no other."""
    playing = Drill.objects.filter(stopped=None, start__lte=now).exclude(agreed=None)
    late = now - dt.timedelta(days=1)
    for one in playing.filter(ends__gt=late).select_related("line__side"):
        passed = moments_passed(one, now)
        if passed != one.told:
            Drill.objects.filter(pk=one.pk).update(told=passed)
            publish(one.line_id, "channel")


def _naming(drill: Drill) -> dict[str, Json]:
    row = Logged.objects.get(pk=drill.entry)
    return received_body(Head(row.log, row.seq, row.hash))
