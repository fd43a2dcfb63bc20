"""The maritime picture: what it shows, in which time, to whom; and files of exactly that."""

import csv
import datetime as dt
import io
import json
import re
from html import unescape
from xml.etree import ElementTree as ET

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.exchange.channel.messages import words
from tracktwo.channel.messages import Status, Type
from tracktwo_web.channel.domain.wording import Wording
from tracktwo_web.channel.models import Message
from tracktwo_web.dialogues.roles import Role

EVIL = "<script>alert(1)</script>"
NOTICED = {
    "designation": EVIL,
    "purpose": words("Search and rescue", zh="搜救"),
    "states": ["A"],
    "organising_level": "Fleet",
    "commanding_level": "Group",
    "area_name": "Model bank",
    "areas": [{"circle": {"centre": "12-45N 050-15E", "miles": "40"}}],
    "start": "2026-03-10T08:00:00Z",
    "end": "2026-03-12T16:00:00Z",
    "lower_metres": 0,
    "upper_metres": 3000,
}
NEAR = NOTICED | {"designation": "QUIET TIDE", "areas": [{"circle": {"centre": "13-00N 050-15E", "miles": "20"}}], "upper_metres": 2000}  # fmt: skip
WRECK = {
    "subject": "wreck",
    "certainty": "located",
    "surveyed": True,
    "positions": ["13-00N 179-30E"],
}
ALL = {"start": "", "at": "2027-01-01T00:00"}
ROWS = re.compile(r'<tr id="row-(\d+)".*?</tr>', re.DOTALL)


def meant(kind: str, fields: dict[str, object], **told: object) -> Wording:
    return Wording(kind, fields, **{"status": Status.ACTUAL} | told)


def numbers(page: str) -> list[str]:
    """The messages of the rows, in their order."""
    return [re.search(r"[A-Z]+-[A-Z-]+ \d{4}/\d\d(?=</a>)", row[0])[0] for row in ROWS.finditer(page)]  # fmt: skip


def test_both_sides_marks_stand_on_the_chart_and_in_the_table(desk) -> None:
    desk.sends(desk.nato, meant("PN", NOTICED))
    desk.sends(desk.china, meant("PN", NEAR))
    desk.sends(desk.china, meant("NW", WRECK))

    page = desk.page(desk.officer(), "line_picture", desk.nato.pk, **ALL)
    theirs = desk.page(desk.officer("china"), "line_picture", desk.china.pk, **ALL)

    assert sorted(numbers(page)) == ["CHINA-NW 0001/26", "CHINA-PN 0001/26", "NATO-PN 0001/26"]
    assert numbers(page) == numbers(theirs)
    assert "13-00.00N 179-30.00E" in page
    assert page.count(">LOCATED<") == 1
    assert "NATO-PN 0001/26 and CHINA-PN 0001/26 are in each other’s way from 2026-03-10 08:00 UTC to 2026-03-12 16:00 UTC, 0 to 2000 m." in page  # fmt: skip
    assert "CHINA-PN 0001/26 and NATO-PN 0001/26 are in" in theirs
    assert EVIL not in page
    chart = ET.fromstring(page[page.index("<svg viewBox") : page.index("</svg>") + 6])
    links = {one.get("id"): one.get("href") for one in chart.findall("a")}
    assert links == {f"mark-{n}": f"#row-{n}" for n in (1, 2, 3)}
    assert all(f'href="#mark-{n}"' in page for n in (1, 2, 3))
    assert [" meets" in one.get("class") for one in chart.findall("a")].count(True) == 2


def test_exercises_and_what_is_meant_are_never_on_one_chart(desk) -> None:
    desk.sends(desk.nato, meant("PN", NEAR))
    desk.sends(desk.china, Wording("PN", NEAR))

    meant_, exercised = (
        desk.page(desk.officer(), "line_picture", desk.nato.pk, **ALL | asked)
        for asked in ({}, {"exercise": ""})
    )

    assert (numbers(meant_), numbers(exercised)) == (["NATO-PN 0001/26"], ["CHINA-EX-PN 0001/26"])
    assert ("EXERCISE EXERCISE" in meant_, "EXERCISE EXERCISE" in exercised) == (False, True)
    assert "in each other’s way from" not in meant_ + exercised


def test_time_kind_and_side_are_asked_for(desk) -> None:
    first = desk.sends(desk.nato, meant("PN", NEAR))
    desk.sends(desk.china, meant("NW", WRECK))
    desk.sends(desk.nato, meant("PN", {}, type=Type.CANCEL, refs=(first.code,)))
    cancelled = desk.nato.messages.get(type="cancel").sent

    def seen(**asked: str) -> list[str]:
        return numbers(desk.page(desk.officer(), "line_picture", desk.nato.pk, **ALL | asked))

    before = f"{cancelled - dt.timedelta(seconds=1):%Y-%m-%dT%H:%M:%S}"
    assert seen() == ["CHINA-NW 0001/26"]
    assert seen(at=before) == ["CHINA-NW 0001/26", "NATO-PN 0001/26"]
    assert seen(at=before, start="2026-03-12T16:00") == ["CHINA-NW 0001/26"]
    assert seen(at=before, end="2026-03-09T16:00") == ["CHINA-NW 0001/26"]
    assert seen(at=before, kinds="PN") == ["NATO-PN 0001/26"]
    assert seen(at=before, office="CHINA") == ["CHINA-NW 0001/26"]
    page = desk.page(
        desk.officer(), "line_picture", desk.nato.pk, start="noon", end="2026-03-09T16:00"
    )
    assert "Write the moment in UTC" in page
    empty = desk.page(desk.officer(), "line_picture", desk.nato.pk, at="2026-01-01T00:00")
    assert "No message tells of a place in this time." in empty


def test_files_hold_exactly_what_is_shown(desk) -> None:
    desk.sends(desk.nato, meant("PN", NEAR))
    desk.sends(desk.china, Wording("PN", NOTICED))
    desk.sends(desk.china, Wording("NW", WRECK))
    asked = ALL | {"exercise": "", "kinds": "PN"}
    page = desk.page(desk.officer(), "line_picture", desk.nato.pk, **asked)

    links = [unescape(one) for one in re.findall(r'href="(marks\.[^"]+)"', page)]
    table, map_ = (
        desk.officer().get(desk.url("line_picture", desk.nato.pk) + one) for one in links
    )

    rows = list(csv.DictReader(io.StringIO(table.content.decode())))
    features = json.loads(map_.content)["features"]
    assert [one["id"] for one in rows] == numbers(page) == ["CHINA-EX-PN 0001/26"]
    assert [one["id"] for one in features] == numbers(page)
    assert {one["status"] for one in rows} == {"exercise"} == {one["properties"]["status"] for one in features}  # fmt: skip
    assert [one["certainty"] for one in rows] == ["reported"]
    assert table["Content-Disposition"] == 'attachment; filename="picture-NATO-CHINA-exercise-20270101T0000Z.csv"'  # fmt: skip
    where = desk.url("line_picture_file", desk.nato.pk, "csv")
    wrong = desk.officer().get(where, {"start": "noon"})
    assert wrong["Location"] == desk.url("line_picture", desk.nato.pk) + "?start=noon"
    assert desk.officer().get(desk.url("line_picture_file", desk.nato.pk, "exe")).status_code == 404


def test_readers_of_a_side_see_their_own_line_and_nobody_else_does(desk) -> None:
    desk.sends(desk.nato, meant("PN", NEAR))

    for name, args in (("line_picture", ()), ("line_picture_file", ("csv",))):
        url = desk.url(name, desk.nato.pk, *args)
        answers = [
            client.get(url).status_code
            for client in (
                desk.at(Role.ADVISER, "nato"),
                desk.officer("china"),
                desk.at(Role.SECRETARIAT),
                desk.at(Role.INTERPRETER, "nato"),
            )
        ]
        assert answers == [200, 404, 403, 403]


def test_many_marks_take_as_many_queries_as_one_and_have_pages(desk) -> None:
    first = desk.sends(desk.nato, meant("NW", WRECK))
    now, url = timezone.now(), desk.url("line_picture", desk.nato.pk)
    desk.officer().get(url)
    with CaptureQueriesContext(connection) as one:
        desk.officer().get(url, ALL)
    Message.objects.bulk_create(
        Message(
            line=desk.nato, is_own=True, entry=first.entry, code=f"NATO-NW {n:04}/26", series="NATO-NW/26", number=n,
            kind="NW", type="new", status="actual", precedence="routine", sent=now,
            content=first.content | {"id": f"NATO-NW {n:04}/26"},
        )
        for n in range(2, 204)
    )  # fmt: skip

    with CaptureQueriesContext(connection) as many:
        page = desk.officer().get(url, ALL).content.decode()

    assert len(many) == len(one)
    assert len(numbers(page)) == 200
    assert re.search(r'id="mark-203" href="\?[^"]*page=2#row-203"', page)
    assert numbers(desk.officer().get(url, ALL | {"page": "2"}).content.decode())[-1] == "NATO-NW 0203/26"  # fmt: skip


def test_file_is_as_of_the_moment_at_which_the_page_was_shown(desk) -> None:
    desk.sends(desk.china, Wording("NW", WRECK))
    page = desk.page(desk.officer(), "line_picture", desk.nato.pk, exercise="")
    later = desk.sends(desk.china, Wording("NW", WRECK))
    desk.nato.messages.filter(code=later.code).update(sent=timezone.now() + dt.timedelta(minutes=1))

    assert re.search(r'name="start" value="20\d\d-[^"]+"', page)
    link = unescape(re.search(r'href="(marks\.csv[^"]+)"', page)[1])
    table = desk.officer().get(desk.url("line_picture", desk.nato.pk) + link).content.decode()

    assert re.search(r"[?&]at=20\d\d-", link)
    assert re.search(r"[?&]start=20\d\d-", link)
    assert [one["id"] for one in csv.DictReader(io.StringIO(table))] == numbers(page)
