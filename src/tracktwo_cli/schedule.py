"""`tracktwo schedule`: a roadmap in, the calendar that fits everybody out, or why there is none."""

import sys
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from tracktwo.errors import OptionError
from tracktwo_cli.outputs import check_outputs, print_document, write_together
from tracktwo_cli.printed import AS_TEXT, Printed
from tracktwo_cli.schedule_asked import day_in, move_in, office_and_file, seat_in
from tracktwo_cli.terminal import say

if TYPE_CHECKING:
    from tracktwo.roadmap import Calendar, Repaired, Roadmap, Tried

NO_CALENDAR = 1
Several = Parameter(negative="", consume_multiple=True)


@Parameter(name="*")
@dataclass(frozen=True)
class Asked:
    """What is asked of the calendar."""

    for_: Annotated[str, Parameter(name="--for")] = ""
    """Only the meetings to which this office is invited."""
    stream: Literal["diplomatic", "military", "expert"] | None = None
    """Only the meetings of this stream."""
    away: Annotated[list[str], Several] = field(default_factory=list)
    """OFFICE=FILE.ics: the calendar of an office; on days that it fills, the office cannot sit."""
    keep: Path | None = None
    """An earlier calendar, as --json wrote it: as few meetings move as can be."""
    move: str = ""
    """MEETING=DAY or MEETING=DAY,HOST: tell what this would break, and what would have to move too."""
    on: str = ""
    """A day, such as 2022-09-01: tell where items and meetings stand on it."""
    effort: float = 120.0
    """Work that the search may take, by the solver's measure: close to seconds."""


@Parameter(name="*")
@dataclass(frozen=True)
class Sent:
    """A file for everybody's own calendar."""

    ics: Path | None = None
    """Write the meetings to this file as iCalendar. A file that is there is brought up to date."""
    method: Literal["publish", "request", "cancel"] = "publish"
    """What the file is: publish (to be read), request (an invitation), cancel (all of it is taken back)."""


@dataclass(frozen=True)
class Found:
    """A calendar, and what else was asked about it."""

    calendar: "Calendar"
    meetings: frozenset[str] | None
    repaired: "Repaired | None" = None
    tried: "Tried | None" = None


EVERYTHING = Asked()
NOWHERE = Sent()


def schedule(
    path: Path,
    /,
    *,
    asked: Asked = EVERYTHING,
    sent: Sent = NOWHERE,
    printed: Printed = AS_TEXT,
) -> None:
    """Find the calendar that fits everybody, or say why there is none.

    Parameters
    ----------
    path
        A folder with roadmap.toml, people.csv and meetings.csv, or the dialogue folder it lies in as roadmap.
    asked
        What is asked of the calendar.
    sent
        A file for everybody's own calendar.
    printed
        How it is printed.

    """
    from tracktwo.exchange.roadmap import read_roadmap
    from tracktwo_cli.schedule_findings import tell

    check_outputs([sent.ics] if sent.ics else [], inputs=[path, *([asked.keep] if asked.keep else [])])  # fmt: skip
    roadmap = read_roadmap(path)
    day = day_in(asked.on, "--on") if asked.on else None
    found = _found(_with_absences(roadmap, asked.away), asked)
    if found.calendar and sent.ics:
        write_together({sent.ics: _as_ics(found, sent, sent.ics, printed.language)})
    if printed.json:
        print_document(_as_json(found))
    else:
        tell(found, printed.language, on=day)
        _tell_moved_elsewhere(found.calendar, asked.away)
    if not found.calendar:
        sys.exit(NO_CALENDAR)
    if sent.ics:
        say(f"wrote {sent.ics}")


def _found(roadmap: "Roadmap", asked: Asked) -> Found:
    """The calendar made anew or repaired; options are checked before the search begins."""
    from tracktwo.exchange.roadmap import read_calendar
    from tracktwo.roadmap import repair, schedule, what_breaks

    if asked.effort <= 0:
        raise OptionError(f"--effort is {asked.effort:g}; write a number above 0")
    if asked.for_:
        seat_in(asked.for_, roadmap)
    move = move_in(asked.move) if asked.move else None
    repaired = None
    if asked.keep:
        before = read_calendar(asked.keep, roadmap)
        repaired = repair(before, roadmap, effort=asked.effort)
        calendar = repaired.calendar
    else:
        calendar = schedule(roadmap, effort=asked.effort)
    tried = what_breaks(calendar, *move) if move and calendar else None
    return Found(calendar, _chosen(calendar, asked), repaired, tried)


def _chosen(calendar: "Calendar", asked: Asked) -> frozenset[str] | None:
    """The meetings that are told and written; None for all of them."""
    from tracktwo.exchange.roadmap.ics import offices_meetings

    if not asked.for_ and not asked.stream:
        return None
    told = calendar.roadmap.meeting
    of_office = offices_meetings(calendar, asked.for_) if asked.for_ else set(told)
    chosen = frozenset(one for one in of_office if asked.stream in (None, told[one].stream))
    if not chosen:
        raise OptionError("no meeting is left by --for and --stream; choose otherwise")
    return chosen


def _with_absences(roadmap: "Roadmap", away: list[str]) -> "Roadmap":
    from dataclasses import replace

    from tracktwo.exchange.roadmap.ics import absences_of, read_events, uids_of

    found = list(roadmap.absences)
    for one in away:
        seat, file = office_and_file(one, roadmap)
        events = read_events(file, first=roadmap.first, last=roadmap.last, zone=seat.zone)
        found += absences_of(
            events, seat, first=roadmap.first, last=roadmap.last, own=uids_of(roadmap)
        )
    return replace(roadmap, absences=tuple(found))


def _tell_moved_elsewhere(calendar: "Calendar", away: list[str]) -> None:
    """What somebody moved in their own calendar is a proposal, and says how it is tried."""
    from tracktwo.exchange.roadmap.ics import moved_meetings, read_events

    roadmap = calendar.roadmap
    for one in away:
        seat, file = office_and_file(one, roadmap)
        events = read_events(file, first=roadmap.first, last=roadmap.last, zone=seat.zone)
        for meeting, day in moved_meetings(events, calendar).items():
            say(f"{file}: {meeting} is on {day} there; try it with --move {meeting}={day}")


def _as_ics(found: Found, sent: Sent, file: Path, language: str) -> str:
    from tracktwo.exchange.roadmap.ics import calendar_text, read_own_events

    methods: dict[str, Literal["PUBLISH", "REQUEST", "CANCEL"]] = {"publish": "PUBLISH", "request": "REQUEST", "cancel": "CANCEL"}  # fmt: skip
    return calendar_text(
        found.calendar,
        stamp=datetime.now(UTC).replace(microsecond=0),
        meetings=found.meetings,
        method=methods[sent.method],
        earlier=read_own_events(file) if file.exists() else None,
        language=language,
    )


def _as_json(found: Found) -> str:
    from tracktwo.roadmap import schedule_to_json

    return schedule_to_json(
        found.calendar, meetings=found.meetings, repaired=found.repaired, tried=found.tried
    )
