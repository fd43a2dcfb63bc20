"""A calendar with its roadmap as one JSON document, versioned, the same bytes for the same input.

Its shape is written down in `schedule.schema.json` beside this file. Moments are in UTC; `local` says
what time that is where each seat sits.
"""

import json
from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from importlib import resources
from typing import Any
from zoneinfo import ZoneInfo

from tracktwo.roadmap.calendar import Attendance, Calendar, Repaired, Rule, Shift, Slot, Tried
from tracktwo.roadmap.items import Item
from tracktwo.roadmap.meetings import Meeting

VERSION = 1
"""Rises when a field changes its meaning or goes."""

JSON = dict[str, Any]


def schedule_to_json(
    calendar: Calendar,
    *,
    meetings: Collection[str] | None = None,
    repaired: Repaired | None = None,
    tried: Tried | None = None,
) -> str:
    """The document as text, UTF-8 characters kept, a newline at the end; of some meetings, or of all."""
    whole = schedule_document(calendar, meetings=meetings, repaired=repaired, tried=tried)
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def schedule_document(
    calendar: Calendar,
    *,
    meetings: Collection[str] | None = None,
    repaired: Repaired | None = None,
    tried: Tried | None = None,
) -> JSON:
    """The document as plain dicts and lists, ready for `json.dumps`.

    `repaired` says that the calendar is one that was repaired, `tried` is a move that was tried in it.
    """
    roadmap = calendar.roadmap
    return {
        "version": VERSION,
        "id": roadmap.id,
        "edition": roadmap.edition,
        "title": dict(roadmap.title),
        "note": dict(roadmap.note),
        "first": roadmap.first.isoformat(),
        "last": roadmap.last.isoformat(),
        "sides": [{"id": one.id, "names": dict(one.names)} for one in roadmap.parties],
        "status": calendar.status,
        "attendance": {side: _attendance(one) for side, one in calendar.attendance.items()},
        "waited": calendar.waited,
        "provisional": {code: list(years) for code, years in calendar.provisional.items()},
        "meetings": [
            _meeting(calendar, slot, roadmap.meeting[slot.meeting])
            for slot in calendar.slots
            if meetings is None or slot.meeting in meetings
        ],
        "items": [_item(one) for one in roadmap.items],
        "why": [_rule(one) for one in calendar.why.rules] if calendar.why else [],
        "enough": [_rule(one) for one in calendar.why.enough or ()] if calendar.why else [],
        "repair": _repair(repaired) if repaired else None,
        "tried": _tried(tried) if tried else None,
    }


def schedule_schema() -> JSON:
    """The JSON Schema (draft 2020-12) that every document meets."""
    here = resources.files("tracktwo.roadmap")
    schema: JSON = json.loads(here.joinpath("schedule.schema.json").read_text("utf-8"))
    return schema


def _attendance(one: Attendance) -> JSON:
    return {"days": one.days, "of": one.of}


def _rule(one: Rule) -> JSON:
    return {"kind": one.kind.value, "about": list(one.about)}


def _repair(one: Repaired) -> JSON:
    return {
        "shifts": [_shift(each) for each in one.shifts],
        "added": list(one.added),
        "gone": list(one.gone),
    }


def _tried(one: Tried) -> JSON:
    return {
        "meeting": one.slot.meeting,
        "day": one.slot.day.isoformat(),
        "host": one.slot.host,
        "broken": [_rule(each.rule) | {"others": list(each.others)} for each in one.broken],
        "shifts": None if one.shifts is None else [_shift(each) for each in one.shifts],
        "fewest": one.fewest,
    }


def _shift(one: Shift) -> JSON:
    return {
        "meeting": one.meeting,
        "day_before": one.before.day.isoformat(),
        "host_before": one.before.host,
        "day": one.after.day.isoformat(),
        "host": one.after.host,
    }


def _meeting(calendar: Calendar, slot: Slot, meeting: Meeting) -> JSON:
    seats = [calendar.roadmap.seat[one] for one in (*meeting.required, *meeting.optional)]
    papers = slot.day - timedelta(days=meeting.papers_due)
    return {
        "id": meeting.id,
        "names": dict(meeting.names),
        "stream": meeting.stream,
        "level": meeting.level,
        "format": meeting.format,
        "series": meeting.series,
        "host": slot.host,
        "place": slot.place,
        "day": slot.day.isoformat(),
        "last": slot.last.isoformat(),
        "start": _utc(slot.start),
        "end": _utc(slot.end),
        "local": {zone: _local(slot, zone) for zone in sorted({one.zone for one in seats})},
        "language": meeting.language,
        "agenda": dict(meeting.agenda),
        "papers_due": papers.isoformat() if meeting.papers_due else None,
        "prepared_by": meeting.prepared_by,
        "required": list(meeting.required),
        "optional": list(meeting.optional),
        "outcome": dict(meeting.outcome),
    }


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _local(slot: Slot, zone: str) -> list[str]:
    there = ZoneInfo(zone)
    return [one.astimezone(there).isoformat() for one in (slot.start, slot.end)]


def _item(one: Item) -> JSON:
    return {
        "id": one.id,
        "theme": one.theme,
        "area": one.area,
        "stream": one.stream,
        "deliverable": dict(one.deliverable),
        "done_when": dict(one.done_when),
        "reciprocity": dict(one.reciprocity),
        "lead": dict(one.lead),
        "meetings": list(one.meetings),
        "start": one.start.isoformat() if one.start else None,
        "due": one.due.isoformat() if one.due else None,
        "new_due": one.new_due.isoformat() if one.new_due else None,
        "depends": list(one.depends),
        "measures": list(one.measures),
        "state": one.state.value,
        "reason": dict(one.reason),
        "evidence": one.evidence,
    }
