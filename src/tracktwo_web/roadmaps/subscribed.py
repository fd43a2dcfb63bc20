"""What a calendar program gets: meetings as iCalendar, offices named and no mailbox, the same events for ever."""

import hashlib
import tempfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from tracktwo import __version__
from tracktwo.exchange.roadmap.ics import OwnEvent, calendar_text, read_own_events
from tracktwo.exchange.roadmap.ics.identity import uid_of
from tracktwo.roadmap import Calendar
from tracktwo_web.roadmaps.as_library import without_mailboxes
from tracktwo_web.roadmaps.calendar import calendar_of
from tracktwo_web.roadmaps.models import Meeting, Plan, Subscription


def calendar_file(one: Subscription, *, now: datetime) -> str:
    """The meetings of a subscription. A number in the row of each meeting makes its SEQUENCE: it only rises."""
    plan = one.plan
    calendar = calendar_of(plan, with_cancelled=True)
    calendar = replace(calendar, roadmap=without_mailboxes(calendar.roadmap))
    chosen = _chosen(one, calendar)
    rows = {row.code: row for row in plan.meetings.all() if row.code in chosen}
    known = {
        uid_of(plan.code, code): OwnEvent(uid_of(plan.code, code), row.sequence - 1, "", ())
        for code, row in rows.items()
        if row.sequence and not row.is_cancelled
    }
    gone = {code for code, row in rows.items() if row.is_cancelled}
    known |= _cancelled(calendar, plan, rows, gone, now=now, language=one.language)
    return calendar_text(
        calendar, stamp=now, meetings=chosen - gone, earlier=known, language=one.language
    )


def mark_of(one: Subscription) -> str:
    """What changes whenever the file does: the roadmap's edition, the sides' names, the version that writes it.

    Weak, as in RFC 9110: two files under one mark differ in the time at which they were made.
    """
    plan = one.plan
    sides = plan.dialogue.sides.order_by("position").values_list("code", "names", "time_zone")
    told = (__version__, str(one.pk), one.verifier, plan.edition, list(sides))
    return f'W/"{hashlib.sha256(repr(told).encode()).hexdigest()[:32]}"'


def _chosen(one: Subscription, calendar: Calendar) -> set[str]:
    """The meetings of its side, stream and office, as far as it names them."""
    roadmap = calendar.roadmap
    offices = {
        seat.office
        for seat in roadmap.seats
        if (one.side is None or seat.party == one.side.code) and one.office in ("", seat.office)
    }
    return {
        each.meeting
        for each in calendar.slots
        if one.stream in ("", roadmap.meeting[each.meeting].stream)
        and offices.intersection(
            (*roadmap.meeting[each.meeting].required, *roadmap.meeting[each.meeting].optional)
        )
    }


def _cancelled(
    calendar: Calendar,
    plan: Plan,
    rows: dict[str, Meeting],
    gone: set[str],
    *,
    now: datetime,
    language: str,
) -> dict[str, OwnEvent]:
    """Events of meetings that are no longer held, as they were told last: the file takes them back."""
    if not gone:
        return {}
    text = calendar_text(calendar, stamp=now, meetings=gone, language=language)
    with tempfile.TemporaryDirectory(prefix="tracktwo-") as scratch:
        path = Path(scratch) / "gone.ics"
        path.write_text(text, encoding="utf-8", newline="")
        events = read_own_events(path)
    numbers = {uid_of(plan.code, code): rows[code].sequence - 1 for code in gone}
    return {uid: OwnEvent(uid, numbers[uid], one.stamp, one.content) for uid, one in events.items()}
