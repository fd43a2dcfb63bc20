"""Calendars of others: what Outlook, Google and old programs write, with all their oddities."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.roadmap.calendar.plans import WORKING, plan
from tracktwo.errors import InputError
from tracktwo.exchange.roadmap.ics import (
    absences_of,
    calendar_text,
    moved_meetings,
    read_events,
    uids_of,
)
from tracktwo.roadmap import Absence, Meeting, Seat, schedule, what_breaks

FIRST, LAST = date(2022, 9, 1), date(2022, 12, 31)
SEAT = Seat("desk", "nato", zone="Europe/Brussels", country="BE")

OUTLOOK = """BEGIN:VCALENDAR
PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN
VERSION:2.0
METHOD:PUBLISH
X-MS-OLK-FORCEINSPECTOROPEN:TRUE
BEGIN:VTIMEZONE
TZID:Customized Time Zone
BEGIN:STANDARD
DTSTART:16010101T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
CLASS:PRIVATE
DTSTART;TZID="Customized Time Zone":20220905T090000
DTEND;TZID="Customized Time Zone":20220905T170000
PRIORITY:5
SUMMARY;LANGUAGE=de:Klausur
TRANSP:OPAQUE
UID:040000008200E00074C5B7101A82E008
X-MICROSOFT-CDO-BUSYSTATUS:OOF
BEGIN:VALARM
TRIGGER:-PT15M
ACTION:DISPLAY
DESCRIPTION:Reminder
END:VALARM
END:VEVENT
BEGIN:VEVENT
DTSTART;TZID="W. Europe Standard Time":20221107T090000
DTEND;TZID="W. Europe Standard Time":20221107T170000
UID:windows-zone
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20220912
DTEND;VALUE=DATE:20220914
UID:free-all-day
X-MICROSOFT-CDO-BUSYSTATUS:FREE
END:VEVENT
END:VCALENDAR
"""
GOOGLE = """BEGIN:VCALENDAR
PRODID:-//Google Inc//Google Calendar 70.9054//EN
VERSION:2.0
CALSCALE:GREGORIAN
X-WR-CALNAME:Desk
X-WR-TIMEZONE:Europe/Brussels
BEGIN:VEVENT
DTSTART;VALUE=DATE:20220919
DTEND;VALUE=DATE:20220922
DTSTAMP:20220801T000000Z
UID:leave-of-google
SUMMARY:Leave
TRANSP:OPAQUE
END:VEVENT
BEGIN:VEVENT
DTSTART;TZID=Europe/Brussels:20221003T080000
DTEND;TZID=Europe/Brussels:20221003T180000
RRULE:FREQ=WEEKLY;UNTIL=20221031T225959Z;BYDAY=MO
EXDATE;TZID=Europe/Brussels:20221010T080000
UID:weekly-of-google
END:VEVENT
BEGIN:VEVENT
DTSTART;TZID=Europe/Brussels:20221018T080000
DTEND;TZID=Europe/Brussels:20221018T180000
RECURRENCE-ID;TZID=Europe/Brussels:20221017T080000
UID:weekly-of-google
END:VEVENT
BEGIN:VEVENT
DTSTART:20221122T080000Z
DTEND:20221122T160000Z
STATUS:CANCELLED
UID:cancelled-of-google
END:VEVENT
BEGIN:VEVENT
DTSTART:20221123T100000Z
DTEND:20221123T103000Z
UID:short-of-google
END:VEVENT
END:VCALENDAR
"""


def file_of(folder: Path, text: str, *, encoding: str = "utf-8", ends: str = "\r\n") -> Path:
    path = folder / "theirs.ics"
    path.write_bytes(text.replace("\n", ends).encode(encoding))
    return path


def away(path: Path) -> list[tuple[str, str]]:
    events = read_events(path, first=FIRST, last=LAST, zone="Europe/Brussels")
    found = absences_of(events, SEAT, first=FIRST, last=LAST)
    return [(str(one.first), str(one.last)) for one in found]


@pytest.mark.parametrize("ends", ["\r\n", "\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_outlook(tmp_path: Path, ends: str, encoding: str) -> None:
    path = file_of(tmp_path, OUTLOOK, ends=ends, encoding=encoding)

    assert away(path) == [("2022-09-05", "2022-09-05"), ("2022-11-07", "2022-11-07")]


def test_zones_of_outlook_are_the_hours_they_mean(tmp_path: Path) -> None:
    summer, winter = (
        one.start.astimezone(UTC)
        for one in read_events(file_of(tmp_path, OUTLOOK), first=FIRST, last=LAST)
        if not one.is_all_day
    )

    assert (summer.hour, winter.hour) == (7, 8)


def test_google(tmp_path: Path) -> None:
    assert away(file_of(tmp_path, GOOGLE)) == [
        ("2022-09-19", "2022-09-21"),
        ("2022-10-03", "2022-10-03"),
        ("2022-10-18", "2022-10-18"),
        ("2022-10-24", "2022-10-24"),
        ("2022-10-31", "2022-10-31"),
    ]


def test_repetitions_keep_the_hour_of_the_clock(tmp_path: Path) -> None:
    found = read_events(file_of(tmp_path, GOOGLE), first=FIRST, last=LAST)

    weekly = [one.start for one in found if one.uid == "weekly-of-google"]

    assert {one.hour for one in weekly} == {8}
    assert {one.astimezone(UTC).hour for one in weekly} == {6, 7}


def event(*lines: str) -> str:
    return "\n".join(
        ["BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:1", *lines, "END:VEVENT", "END:VCALENDAR", ""]
    )  # fmt: skip


ODD = {
    "duration": (event("DTSTART:20220905T070000Z", "DURATION:PT8H"), ["2022-09-05"]),
    "floating": (event("DTSTART:20220905T090000", "DTEND:20220905T170000"), ["2022-09-05"]),
    "unknown zone": (event("DTSTART;TZID=Nowhere/Land:20220905T090000", "DTEND;TZID=Nowhere/Land:20220905T170000"), ["2022-09-05"]),
    "no end, whole day": (event("DTSTART;VALUE=DATE:20220905"), ["2022-09-05"]),
    "no end, a moment": (event("DTSTART:20220905T090000Z"), []),
    "ends before it begins": (event("DTSTART:20220905T090000Z", "DTEND:20220905T080000Z"), []),
    "lower case": (event("dtstart:20220905T070000Z", "dtend:20220905T160000Z"), ["2022-09-05"]),
    "unfolded": (event("SUMMARY:" + "x" * 400, "DTSTART:20220905T070000Z", "DTEND:20220905T160000Z"), ["2022-09-05"]),
    "no beginning": (event("SUMMARY:a task"), []),
    "over night": (event("DTSTART:20220905T200000Z", "DTEND:20220906T160000Z"), ["2022-09-06"]),
    "for ever": (event("DTSTART:20220905T070000Z", "DTEND:20220905T160000Z", "RRULE:FREQ=MONTHLY"), ["2022-09-05", "2022-10-05", "2022-11-05", "2022-12-05"]),
    "transparent": (event("DTSTART;VALUE=DATE:20220905", "TRANSP:TRANSPARENT"), []),
    "before the time asked for": (event("DTSTART;VALUE=DATE:20210905"), []),
    "sequence of words": (event("DTSTART;VALUE=DATE:20220905", "SEQUENCE:many"), ["2022-09-05"]),
}  # fmt: skip


@pytest.mark.parametrize("name", ODD)
def test_odd_files_are_read(tmp_path: Path, name: str) -> None:
    text, days = ODD[name]

    assert [first for first, _ in away(file_of(tmp_path, text))] == days


def test_two_halves_of_a_day_are_a_day(tmp_path: Path) -> None:
    halves = event("DTSTART:20220905T070000Z", "DTEND:20220905T090000Z").replace(
        "END:VCALENDAR",
        "BEGIN:VEVENT\nUID:2\nDTSTART:20220905T083000Z\nDTEND:20220905T110000Z\nEND:VEVENT\nEND:VCALENDAR",
    )

    assert away(file_of(tmp_path, halves)) == [("2022-09-05", "2022-09-05")]


WRONG = {
    "": "the file is empty; it needs a header line and rows",
    "Dear colleagues": "this is no iCalendar file (.ics); export one from the calendar",
    event("DTSTART:20220905T070000Z", "RRULE:FREQ=SOMETIMES"): "a repetition cannot be read (FREQ=SOMETIMES); correct or remove it",
}  # fmt: skip


@pytest.mark.parametrize("text", WRONG)
def test_what_cannot_be_read_is_refused(tmp_path: Path, text: str) -> None:
    path = file_of(tmp_path, text)

    with pytest.raises(InputError) as refused:
        read_events(path, first=FIRST, last=LAST)

    assert str(refused.value) == f"{path}: {WRONG[text]}"


def test_other_encoding_is_refused_with_its_line(tmp_path: Path) -> None:
    path = file_of(
        tmp_path, event("SUMMARY:Réunion", "DTSTART:20220905T070000Z"), encoding="latin-1"
    )

    with pytest.raises(InputError, match=r"line 5: the text is not UTF-8"):
        read_events(path, first=FIRST, last=LAST)


def test_truncated_file_is_refused(tmp_path: Path) -> None:
    whole = file_of(tmp_path, OUTLOOK).read_bytes()
    path = tmp_path / "cut.ics"
    path.write_bytes(whole[: len(whole) // 2])

    with pytest.raises(
        InputError, match=r"the file ends before its calendar does; export it again$"
    ):
        read_events(path, first=FIRST, last=LAST)


def test_event_repeated_for_many_years_still_counts(tmp_path: Path) -> None:
    daily = event("DTSTART:19900101T070000Z", "DTEND:19900101T160000Z", "RRULE:FREQ=DAILY")

    assert away(file_of(tmp_path, daily)) == [("2022-09-01", "2022-12-31")]


def test_damaged_lines_are_refused(tmp_path: Path) -> None:
    path = file_of(
        tmp_path, event("DTSTART:20220905T070000Z").replace("VERSION:2.0", "no colon here")
    )

    with pytest.raises(
        InputError, match=r"^\S+: the iCalendar file is damaged \(.+\); export it again$"
    ):
        read_events(path, first=FIRST, last=LAST)


def test_meeting_moved_in_somebodys_program_can_be_tried(tmp_path: Path) -> None:
    roadmap = plan(Meeting("talks", required=("n1",), host="nato"))
    calendar = schedule(roadmap, working=WORKING)
    text = calendar_text(calendar, stamp=datetime(2022, 9, 1, tzinfo=UTC))
    moved = text.replace("20220926T", "20220929T").replace("X-TRACKTWO-MEETING:talks\r\n", "")
    path = tmp_path / "moved.ics"
    path.write_bytes(moved.encode())

    events = read_events(path, first=FIRST, last=LAST)

    assert moved_meetings(events, calendar) == {"talks": date(2022, 9, 29)}
    assert not what_breaks(calendar, "talks", date(2022, 9, 29)).is_free
    assert absences_of(events, SEAT, first=FIRST, last=LAST, own=uids_of(roadmap)) == ()
    assert absences_of(events, SEAT, first=FIRST, last=LAST) == (
        Absence("desk", date(2022, 9, 29), date(2022, 9, 29)),
    )
