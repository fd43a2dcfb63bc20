"""Calendars as files: whole for a strict reader, the same events for ever, and nobody's name in them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.roadmap.ics.reader import Part, moment, read, text
from tests.roadmap.calendar.plans import WORKING, plan
from tracktwo.errors import InputError, OptionError
from tracktwo.exchange.roadmap import read_roadmap
from tracktwo.exchange.roadmap.ics import (
    calendar_text,
    offices_meetings,
    read_events,
    read_own_events,
)
from tracktwo.exchange.roadmap.ics.lines import escaped, folded
from tracktwo.exchange.roadmap.ics.zones import zone_lines
from tracktwo.roadmap import Calendar, Length, Meeting, Roadmap, schedule

STAMP = datetime(2022, 9, 1, 8, tzinfo=UTC)
MAILBOX = "n1" + "@" + "example.org"
LATER = datetime(2022, 9, 15, 8, tzinfo=UTC)
TALKS = Meeting(
    "talks",
    {"en": "Talks; first, of all\\", "zh": "会谈" * 30, "fr": "Entretiens"},
    stream="military",
    host="china",
    earliest=date(2022, 10, 8),
    length=Length(days=2),
    required=("c1", "n1"),
    optional=("n2",),
    agenda={"en": "One\nTwo"},
    papers_due=10,
)
CALL = Meeting("call", {"en": "Call"}, format="virtual", length=Length(hours=3), required=("n2", "c2"))  # fmt: skip


@pytest.fixture(scope="module")
def given_plan() -> Roadmap:
    return plan(TALKS, CALL)


@pytest.fixture(scope="module")
def calendar(given_plan: Roadmap) -> Calendar:
    return schedule(given_plan, working=WORKING)


def written(calendar: Calendar, **options: object) -> Part:
    options.setdefault("stamp", STAMP)
    return read(calendar_text(calendar, **options).encode())


def events(part: Part) -> dict[str, Part]:
    return {one.value("X-TRACKTWO-MEETING"): one for one in part.all("VEVENT")}


def test_file_says_what_it_is(calendar: Calendar) -> None:
    told = written(calendar)

    assert [told.value(one) for one in ("VERSION", "METHOD", "CALSCALE")] == ["2.0", "PUBLISH", "GREGORIAN"]  # fmt: skip
    assert told.value("PRODID")
    assert list(events(told)) == ["call", "talks"]


def test_event_has_all_that_a_calendar_needs(calendar: Calendar) -> None:
    event = events(written(calendar))["talks"]

    assert text(event.value("SUMMARY")) == "Talks; first, of all\\"
    assert (event.value("DTSTART"), event.parameters("DTSTART")) == (
        "20221008T093000",
        {"TZID": "Asia/Shanghai"},
    )
    assert event.value("DTEND") == "20221009T170000"
    assert event.value("DTSTAMP") == "20220901T080000Z"
    assert [event.value(one) for one in ("SEQUENCE", "STATUS", "CATEGORIES")] == ["0", "TENTATIVE", "military"]  # fmt: skip
    assert text(event.value("DESCRIPTION")).splitlines() == [
        "Agenda: One Two",
        "Host: china",
        "Papers due: 28 September 2022",
        "Required: c1; n1",
        "Invited: n2",
    ]


def test_moments_are_those_of_the_calendar_by_the_zones_of_the_file(calendar: Calendar) -> None:
    told = written(calendar)

    for one in calendar.slots:
        event = events(told)[one.meeting]
        assert moment(told, event, "DTSTART") == one.start.astimezone(UTC)
        assert moment(told, event, "DTEND") == one.end.astimezone(UTC)


def test_another_library_reads_the_same(calendar: Calendar, tmp_path: Path) -> None:
    file = tmp_path / "all.ics"
    file.write_bytes(calendar_text(calendar, stamp=STAMP).encode())

    found = read_events(file, first=date(2022, 9, 1), last=date(2022, 12, 31))

    assert [(one.meeting, one.start, one.end) for one in found] == [
        (one.meeting, one.start, one.end) for one in calendar.slots
    ]


def test_chinese_is_folded_between_characters(calendar: Calendar) -> None:
    event = events(written(calendar, language="zh"))["talks"]

    assert text(event.value("SUMMARY")) == "会谈" * 30


def test_published_calendar_names_no_guests(calendar: Calendar) -> None:
    named = {key for event in written(calendar).all("VEVENT") for key, _, _ in event.properties}

    assert "ATTENDEE" not in named
    assert "ORGANIZER" in named


def test_invitation_names_offices_and_their_parts(calendar: Calendar) -> None:
    told = written(calendar, method="REQUEST")
    guests = [told_ for key, told_, _ in events(told)["talks"].properties if key == "ATTENDEE"]
    addresses = [value for key, _, value in events(told)["talks"].properties if key == "ATTENDEE"]

    assert told.value("METHOD") == "REQUEST"
    assert [(one["CN"], one["ROLE"]) for one in guests] == [
        ("c1", "REQ-PARTICIPANT"),
        ("n1", "REQ-PARTICIPANT"),
        ("n2", "OPT-PARTICIPANT"),
    ]
    assert len(set(addresses)) == 3
    assert all(one.startswith("urn:uuid:") for one in addresses)


def test_mailbox_of_an_office_is_asked_for_an_answer(given_plan: Roadmap) -> None:
    seats = (replace(given_plan.seats[0], address=MAILBOX), *given_plan.seats[1:])
    calendar = schedule(replace(given_plan, seats=seats), working=WORKING)

    told = events(written(calendar, method="REQUEST"))["talks"]

    guests = {value: one["RSVP"] for key, one, value in told.properties if key == "ATTENDEE"}
    assert guests[f"mailto:{MAILBOX}"] == "TRUE"
    assert sorted(guests.values()) == ["FALSE", "FALSE", "TRUE"]


def test_cancellation_takes_back_what_is_named(calendar: Calendar, tmp_path: Path) -> None:
    earlier = saved(tmp_path, calendar_text(calendar, stamp=STAMP))

    told = written(calendar, method="CANCEL", meetings={"talks"}, earlier={k: v for k, v in earlier.items() if v.uid in uids(calendar, "talks")}, stamp=LATER)  # fmt: skip

    (event,) = told.all("VEVENT")
    assert told.value("METHOD") == "CANCEL"
    assert (event.value("STATUS"), event.value("SEQUENCE")) == ("CANCELLED", "1")


def uids(calendar: Calendar, *meetings: str) -> set[str]:
    return {events(written(calendar))[one].value("UID") for one in meetings}


def saved(folder: Path, written_: str):
    file = folder / "earlier.ics"
    file.write_bytes(written_.encode())
    return read_own_events(file)


def test_same_calendar_is_the_same_file(calendar: Calendar, tmp_path: Path) -> None:
    first = calendar_text(calendar, stamp=STAMP)

    again = calendar_text(calendar, stamp=LATER, earlier=saved(tmp_path, first))

    assert again == first


def test_number_rises_at_each_change_and_the_identity_stays(
    given_plan: Roadmap, calendar: Calendar, tmp_path: Path
) -> None:
    moved = schedule(plan(replace(TALKS, earliest=date(2022, 10, 12)), CALL), working=WORKING)
    first = calendar_text(calendar, stamp=STAMP)

    second = calendar_text(moved, stamp=LATER, earlier=saved(tmp_path, first))
    third = calendar_text(calendar, stamp=LATER, earlier=saved(tmp_path, second))

    before, between, after = (events(read(one.encode())) for one in (first, second, third))
    assert [one["talks"].value("SEQUENCE") for one in (before, between, after)] == ["0", "1", "2"]
    assert [one["call"].value("SEQUENCE") for one in (before, between, after)] == ["0", "0", "0"]
    assert len({one["talks"].value("UID") for one in (before, between, after)}) == 1
    assert between["call"].value("DTSTAMP") == "20220901T080000Z"
    assert between["talks"].value("DTSTAMP") == "20220915T080000Z"


def test_meeting_that_is_gone_is_cancelled_once(calendar: Calendar, tmp_path: Path) -> None:
    fewer = schedule(plan(CALL), working=WORKING)
    first = calendar_text(calendar, stamp=STAMP)

    second = calendar_text(fewer, stamp=LATER, earlier=saved(tmp_path, first))
    third = calendar_text(fewer, stamp=LATER + timedelta(1), earlier=saved(tmp_path, second))

    gone = events(read(second.encode()))["talks"]
    assert (gone.value("STATUS"), gone.value("SEQUENCE")) == ("CANCELLED", "1")
    assert moment(read(second.encode()), gone, "DTSTART").date() == date(2022, 10, 8)
    assert third == second


def test_meeting_with_a_fixed_day_is_confirmed(given_plan: Roadmap) -> None:
    calendar = schedule(plan(replace(TALKS, day=date(2022, 10, 12)), CALL), working=WORKING)

    assert events(written(calendar))["talks"].value("STATUS") == "CONFIRMED"


def test_office_has_a_calendar_of_its_own(calendar: Calendar) -> None:
    told = written(calendar, meetings=offices_meetings(calendar, "c2"))

    assert list(events(told)) == ["call"]


def test_unknown_office_is_refused(calendar: Calendar) -> None:
    with pytest.raises(OptionError, match=r"^office 'press' is not in the roadmap; use one of n1, n2, c1, c2$"):  # fmt: skip
        offices_meetings(calendar, "press")


def test_moment_without_a_zone_is_refused(calendar: Calendar) -> None:
    with pytest.raises(OptionError, match="has no time zone"):
        calendar_text(calendar, stamp=STAMP.replace(tzinfo=None))


def test_file_of_others_is_not_taken_for_an_earlier_one(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no calendar that was written here"):
        saved(tmp_path, "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")


def test_example_has_all_languages_and_no_line_that_breaks() -> None:
    calendar = schedule(read_roadmap("examples/nato-china/roadmap"))

    for language in ("en", "zh", "fr"):
        told = written(calendar, language=language, method="REQUEST")
        assert len(told.all("VEVENT")) == len(calendar.slots)
        for one in calendar.slots:
            event = events(told)[one.meeting]
            assert moment(told, event, "DTSTART") == one.start.astimezone(UTC)


@given(st.text())
def test_any_text_survives(words: str) -> None:
    lines = folded(f"SUMMARY:{escaped(words)}").encode("utf-8", "surrogatepass")

    assert all(len(one) <= 75 for one in lines.split(b"\r\n"))
    unfolded = lines.decode("utf-8", "surrogatepass").replace("\r\n ", "")
    assert text(unfolded.removeprefix("SUMMARY:").removesuffix("\r\n")) == words.replace("\r\n", "\n").replace("\r", "\n")  # fmt: skip


@pytest.mark.parametrize(
    "zone",
    ["Europe/Brussels", "Europe/London", "America/Los_Angeles", "Asia/Shanghai", "Asia/Tehran",
     "Australia/Lord_Howe", "America/Sao_Paulo"],
)  # fmt: skip
def test_zone_of_the_file_has_the_clock_of_the_zone(zone: str) -> None:
    lines = list(zone_lines(zone, date(2022, 1, 1), date(2023, 12, 31)))
    body = "\r\n".join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR", ""])
    head = read(body.encode())

    for hours in range(0, 24 * 700, 11):
        utc = datetime(2022, 1, 2, tzinfo=UTC) + timedelta(hours=hours)
        there = utc.astimezone(ZoneInfo(zone))
        if there.replace(fold=1).utcoffset() != there.replace(fold=0).utcoffset():
            continue
        event = Part("VEVENT", [("DTSTART", {"TZID": zone}, f"{there:%Y%m%dT%H%M%S}")])
        assert moment(head, event, "DTSTART") == utc
