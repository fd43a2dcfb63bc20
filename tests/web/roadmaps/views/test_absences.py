"""Days on which an office cannot sit, from a calendar file: seen first, chosen, of the own side alone."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tracktwo_web.dialogues.roles import Role
from tracktwo_web.roadmaps.absences_in import MOST_BYTES

BUSY = ("20220502T080000Z", "20220502T150000Z"), ("20220503T080000Z", "20220503T150000Z")
BRIEF = ("20220505T080000Z", "20220505T090000Z")
SPAN = "2022-05-02/2022-05-03"


def _ics(*events: tuple[str, str], more: str = "") -> bytes:
    told = "".join(
        f"BEGIN:VEVENT\r\nUID:{n}\r\nSUMMARY:Secret visit\r\nDTSTART:{start}\r\nDTEND:{end}\r\n"
        f"{more}END:VEVENT\r\n"
        for n, (start, end) in enumerate(events)
    )
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{told}END:VCALENDAR\r\n".encode()


def _read(desk, client, content: bytes, office: str = "west-desk", share: str = "0.5") -> str:
    file = SimpleUploadedFile("mine.ics", content, "text/calendar")
    return desk.send(client, "roadmap_absences_read", file=file, office=office, share=share)


def _noted(desk) -> list[tuple[str, str, str]]:
    found = desk.plan.absences.order_by("office", "first")
    return [(one.office, one.first.isoformat(), one.last.isoformat()) for one in found]


def test_days_of_a_file_are_shown_without_their_events_and_nothing_is_noted(desk) -> None:
    before = _noted(desk)

    page = _read(desk, desk.at(Role.MEMBER, "nato"), _ics(*BUSY, BRIEF))

    assert f'value="{SPAN}" checked' in page
    assert page.count('name="spans"') == 1
    assert "Secret" not in page
    assert _noted(desk) == before


def test_days_that_stay_ticked_are_noted_once(desk) -> None:
    chosen = {"office": "west-desk", "spans": [SPAN, "2022-06-01/2022-06-01"]}

    first = desk.send(desk.head(), "roadmap_absences_note", **chosen)
    second = desk.send(desk.head(), "roadmap_absences_note", **chosen)

    assert "2 stretches of days are noted." in first
    assert "0 stretches of days are noted." in second
    assert _noted(desk) == [
        ("east-desk", "2022-06-06", "2022-06-10"),
        ("west-desk", "2022-05-02", "2022-05-03"),
        ("west-desk", "2022-06-01", "2022-06-01"),
    ]


def test_smaller_share_takes_more_days(desk) -> None:
    page = _read(
        desk, desk.head(), _ics(*BUSY, ("20220505T080000Z", "20220505T110000Z")), share="0.25"
    )

    assert page.count('name="spans"') == 2


@pytest.mark.parametrize(
    "entered",
    [
        {"office": "east-desk", "spans": [SPAN]},
        {"office": "west-desk", "spans": ["2031-01-01/2031-01-02"]},
        {"office": "west-desk", "spans": ["2022-05-03/2022-05-02"]},
        {"office": "west-desk", "spans": ["whenever"]},
        {"office": "west-desk"},
    ],
)
def test_days_of_another_side_or_of_no_roadmap_are_not_noted(desk, entered) -> None:
    before = _noted(desk)

    page = desk.send(desk.head(), "roadmap_absences_note", **entered)

    assert "No days were chosen: nothing is noted." in page
    assert _noted(desk) == before


def test_office_of_the_other_side_is_not_offered(desk) -> None:
    page = _read(desk, desk.head(), _ics(*BUSY), office="east-desk")

    assert "Select a valid choice" in page
    assert 'name="spans"' not in page


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"Dear colleagues", "this is no iCalendar file"),
        (_ics(*BUSY, more="RRULE:FREQ=MINUTELY\r\n"), "repeats within a day"),
        (_ics(*BUSY, more="RRULE:FREQ=SECO\r\n NDLY\r\n"), "repeats within a day"),
        (_ics(*BUSY, more="RRULE:FREQ=DAILY;BYSECOND=1,2,3\r\n"), "repeats within a day"),
        (b"x" * (MOST_BYTES + 1), "The file is larger than 1 MB."),
    ],
)
def test_file_that_cannot_be_read_says_why(desk, content, said) -> None:
    page = _read(desk, desk.head(), content)

    assert said in page
    assert 'name="spans"' not in page


def test_meeting_of_the_roadmap_itself_is_no_absence(desk, client_at) -> None:
    page = desk.send(desk.head(), "roadmap_subscribe", language="en")
    address = re.search(r"/calendar/[\w-]+\.ics", page)[0]
    own = client_at().get(address).content

    page = _read(desk, desk.head(), own, office="west-chair")

    assert "On no day of the roadmap is this calendar that full." in page


@pytest.mark.parametrize(("role", "side"), [(Role.INTERPRETER, "nato"), (Role.OBSERVER, "")])
def test_others_read_no_file_into_the_calendar(desk, role, side) -> None:
    client = desk.at(role, side)

    answers = [
        client.post(desk.url(name), {"office": "west-desk", "spans": [SPAN]})
        for name in ("roadmap_absences_read", "roadmap_absences_note")
    ]

    assert [one.status_code for one in answers] == [403, 403]
