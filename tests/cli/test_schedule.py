"""`tracktwo schedule`: the calendar it prints, the files it writes, what it refuses, and why there may be none."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from tests.cli.conftest import Command
from tests.roadmap.calendar.plans import day, plan
from tracktwo.exchange.roadmap import read_roadmap, write_roadmap
from tracktwo.exchange.roadmap.ics import read_events
from tracktwo.roadmap import (
    Absence,
    Item,
    ItemState,
    Length,
    Meeting,
    schedule,
    schedule_schema,
    schedule_to_json,
)

CALL = Meeting("call", {"en": "Call", "fr": "Appel"}, format="virtual", length=Length(hours=3), required=("n1", "c1"))  # fmt: skip
TALKS = Meeting("talks", {"en": "Talks", "fr": "Entretiens"}, stream="military", host="china", length=Length(days=2), required=("n1", "c1"), optional=("n2",), after=("call",))  # fmt: skip
ITEM = Item("line", {"en": "A line that rings"}, {"en": "It rings."}, stream="military", meetings=("talks",), due=date(2022, 10, 20))  # fmt: skip


@pytest.fixture
def roadmap(tmp_path: Path) -> Path:
    """A call, then talks in Beijing, around Golden Week."""
    write_roadmap(plan(CALL, TALKS, items=(ITEM,)), tmp_path / "plan")
    return tmp_path / "plan"


def changed(folder: Path, **more: object) -> Path:
    """The roadmap with something else in it, in a folder beside it."""
    write_roadmap(replace(read_roadmap(folder), **more), folder.parent / "changed")
    return folder.parent / "changed"


def _lines(printed: str) -> list[str]:
    return [line.strip() for line in printed.splitlines() if line.strip(" ─")]


PROOF = (
    "The calendar keeps every rule and none is better, which is proven: the side that can send "
    "fewest of those who need not be there counts first, then all of them, then early days."
)


def test_calendar_is_told_with_its_proof(tracktwo: Command, roadmap: Path) -> None:
    ran = tracktwo("schedule", roadmap, columns=200)

    assert (ran.code, ran.err) == (0, "")
    assert [re.sub(" {2,}", " | ", line) for line in _lines(ran.out)] == [
        f"2 meetings. {PROOF}",
        "Those who need not be there can be on these days: nato 2 of 2.",
        "Day | Meeting | Place | Host | State | Stream",
        "Mon 26 September 2022 | Call | by video: brussels | nato | may move | diplomatic",
        "09:30, beijing 15:30",
        "28–29 September 2022 | Talks | beijing | china | may move | military",
        "All of it, as a document for programs | --json",
    ]


def test_example_is_told_with_its_note_in_every_language(tracktwo: Command, example: Path) -> None:
    told = {}
    for language in ("en", "zh", "fr"):
        told[language] = _lines(tracktwo("schedule", example, "--language", language, columns=300).out)  # fmt: skip

    assert told["en"][1].startswith("Simulated example")
    assert told["zh"][1].startswith("模拟示例")
    assert told["fr"][2].startswith("22 réunions. Ce calendrier respecte chaque règle")


@pytest.mark.parametrize("columns", [40, 60, 80, 120, 200])
def test_nothing_is_wider_than_the_terminal(tracktwo: Command, roadmap: Path, columns: int) -> None:
    ran = tracktwo("schedule", roadmap, "--on", "2022-09-27", columns=columns)

    assert [line for line in ran.out.splitlines() if len(line) > columns] == []


def test_narrow_terminal_still_has_day_and_name(tracktwo: Command, roadmap: Path) -> None:
    told = _lines(tracktwo("schedule", roadmap, columns=40).out)

    assert "Day                    Meeting" in told


def test_years_whose_days_of_rest_are_not_announced_are_told(
    tracktwo: Command, roadmap: Path
) -> None:
    far = changed(roadmap, first=date(2049, 12, 1), last=date(2050, 2, 1), items=())

    ran = tracktwo("schedule", far, columns=200)

    assert "Not all days of rest are known yet, and the calendar may change: CN, 2049, 2050." in _lines(ran.out)  # fmt: skip
    assert json.loads(tracktwo("schedule", far, "--json").out)["provisional"] == {"CN": [2049, 2050]}  # fmt: skip


def test_office_and_stream_choose_meetings(tracktwo: Command, roadmap: Path) -> None:
    of_office = _lines(tracktwo("schedule", roadmap, "--for", "n2", columns=200).out)
    of_stream = json.loads(tracktwo("schedule", roadmap, "--stream", "diplomatic", "--json").out)

    assert of_office[0] == f"Shown: 1 of 2 meetings. {PROOF}"
    assert [one["id"] for one in of_stream["meetings"]] == ["call"]


def test_json_is_that_of_the_library(tracktwo: Command, roadmap: Path) -> None:
    ran = tracktwo("schedule", roadmap, "--json")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out == schedule_to_json(schedule(read_roadmap(roadmap)))
    jsonschema.validate(json.loads(ran.out), schedule_schema(), cls=jsonschema.Draft202012Validator)


def test_no_calendar_is_told_with_reasons(tracktwo: Command, roadmap: Path, tmp_path: Path) -> None:
    away = Absence("c1", day(0), day(27))
    file = tmp_path / "out.ics"

    ran = tracktwo("schedule", changed(roadmap, absences=(away,)), "--ics", file, columns=200)

    assert (ran.code, ran.err) == (1, "")
    assert _lines(ran.out) == [
        "No calendar keeps every rule: this is proven.",
        "Why there is no calendar",
        "No day is left for “Call”, because all of this holds:",
        "c1 cannot sit on 26 September – 23 October 2022.",
        "The roadmap runs 26 September – 23 October 2022.",
        "It would be enough to give up any one of these:",
        "c1 cannot sit on 26 September – 23 October 2022.",
        "All of it, as a document for programs  --json",
    ]
    assert not file.exists()


def test_reasons_are_in_the_document_too(tracktwo: Command, roadmap: Path) -> None:
    ran = tracktwo("schedule", changed(roadmap, absences=(Absence("c1", day(0), day(27)),)), "--json")  # fmt: skip

    told = json.loads(ran.out)
    assert (ran.code, told["status"], told["meetings"]) == (1, "infeasible", [])
    assert {"kind": "away", "about": ["c1"]} in told["why"]


def test_roadmap_without_meetings_is_refused(tracktwo: Command, roadmap: Path) -> None:
    folder = changed(roadmap, meetings=(), items=())

    ran = tracktwo("schedule", folder)

    sentence = (
        f"tracktwo: {folder / 'meetings.csv'}: there is a header and no row under it; add rows\n"
    )
    assert (ran.code, ran.out, ran.err) == (2, "", sentence)


def test_move_is_tried_and_not_made(tracktwo: Command, roadmap: Path) -> None:
    before = json.loads(tracktwo("schedule", roadmap, "--json").out)

    ran = tracktwo("schedule", roadmap, "--move", "call=2022-09-28", columns=200)
    told = json.loads(tracktwo("schedule", roadmap, "--move", "call=2022-09-28", "--json").out)

    place = _lines(ran.out).index("If it were moved: Call, Wed 28 September 2022, host nato")
    assert _lines(ran.out)[place + 1 : place + 8] == [
        "It would break:",
        "• “Talks” comes after “Call”.",
        "• n1 can be in one place at a time, days of travel counted. With: Talks.",
        "• c1 can be in one place at a time, days of travel counted. With: Talks.",
        "These would have to move too:",
        "• Talks: from Wed 28 September 2022 to Sat 8 October 2022",
        "Fewer would not do.",
    ]
    assert told["tried"]["broken"][0] == {"kind": "after", "about": ["talks", "call"], "others": ["talks"]}  # fmt: skip
    assert told["tried"]["shifts"] == [
        {"meeting": "talks", "day_before": "2022-09-28", "host_before": "china", "day": "2022-10-08", "host": "china"}
    ]  # fmt: skip
    assert told | {"tried": None} == before
    jsonschema.validate(told, schedule_schema(), cls=jsonschema.Draft202012Validator)


def test_move_that_breaks_nothing_is_free(tracktwo: Command, roadmap: Path) -> None:
    told = _lines(tracktwo("schedule", roadmap, "--move", "talks=2022-10-08").out)

    assert "Nothing stands in the way." in told


def test_move_against_a_rule_of_its_own_is_not_mended_by_others(
    tracktwo: Command, roadmap: Path
) -> None:
    told = _lines(tracktwo("schedule", roadmap, "--move", "talks=2022-10-07,nato", columns=200).out)

    place = told.index("It would break:")
    assert told[place + 1 : place + 5] == [
        "• “Talks” is hosted by: china.",
        "• Public holidays are kept: CN.",
        "• Nobody meets at the weekend: BE.",
        "What it breaks by itself, no other move mends.",
    ]


def test_as_little_as_can_be_moves_of_an_earlier_calendar(
    tracktwo: Command, roadmap: Path, tmp_path: Path
) -> None:
    earlier = tmp_path / "earlier.json"
    earlier.write_text(tracktwo("schedule", roadmap, "--json").out, encoding="utf-8")
    away, new = Absence("c1", day(2), day(2)), replace(CALL, id="second", names={"en": "Second"}, required=("n2",))  # fmt: skip
    folder = changed(roadmap, absences=(away,), meetings=(CALL, TALKS, new))

    ran = tracktwo("schedule", folder, "--keep", earlier, columns=200)
    told = json.loads(tracktwo("schedule", folder, "--keep", earlier, "--json").out)

    place = _lines(ran.out).index("Since the earlier calendar")
    assert _lines(ran.out)[place - 2] == (
        "3 meetings. The calendar keeps every rule, and moves as little as can be of the earlier one: this is proven."
    )
    assert [one["meeting"] for one in told["repair"]["shifts"]] == ["talks"]
    assert (told["repair"]["added"], told["repair"]["gone"]) == (["second"], [])
    jsonschema.validate(told, schedule_schema(), cls=jsonschema.Draft202012Validator)


def test_meeting_that_is_gone_is_said_to_be(
    tracktwo: Command, roadmap: Path, tmp_path: Path
) -> None:
    earlier = tmp_path / "earlier.json"
    earlier.write_text(tracktwo("schedule", roadmap, "--json").out, encoding="utf-8")

    told = _lines(tracktwo("schedule", changed(roadmap, meetings=(CALL,), items=()), "--keep", earlier).out)  # fmt: skip

    assert "• talks: no longer in the roadmap" in told


def test_standing_on_a_day_is_told(tracktwo: Command, roadmap: Path) -> None:
    late = replace(ITEM, state=ItemState.SLIPPED, new_due=date(2022, 10, 22), reason={"en": "It rained."})  # fmt: skip

    told = _lines(tracktwo("schedule", changed(roadmap, items=(late,)), "--on", "2022-10-21", columns=200).out)  # fmt: skip

    place = told.index("Put off")
    assert told[place + 1 : place + 4] == [
        "A line that rings; due 20 October 2022; now due 22 October 2022; It rained.",
        "Review",
        "Next on 26 September 2023.",
    ]


def test_file_for_calendars_is_written_and_brought_up_to_date(
    tracktwo: Command, roadmap: Path, tmp_path: Path
) -> None:
    file = tmp_path / "made" / "meetings.ics"

    first = tracktwo("schedule", roadmap, "--ics", file)
    again = tracktwo("schedule", changed(roadmap, absences=(Absence("c1", day(0), day(0)),)), "--ics", file)  # fmt: skip

    events = read_events(file, first=day(0), last=day(27))
    text = file.read_text(encoding="utf-8")
    assert (first.code, first.err, again.code) == (0, f"wrote {file}\n", 0)
    assert [one.meeting for one in events] == ["call", "talks"]
    assert text.count("SEQUENCE:1") == 2


def test_invitations_of_one_office_name_everybody_invited(
    tracktwo: Command, roadmap: Path, tmp_path: Path
) -> None:
    file = tmp_path / "n2.ics"

    tracktwo("schedule", roadmap, "--ics", file, "--for", "n2", "--method", "request")

    text = file.read_bytes().replace(b"\r\n ", b"").decode()
    assert "METHOD:REQUEST" in text
    assert (text.count("BEGIN:VEVENT"), text.count("ATTENDEE")) == (1, 3)


def test_absences_come_from_the_calendar_of_an_office(
    tracktwo: Command, roadmap: Path, tmp_path: Path
) -> None:
    file = tmp_path / "c1.ics"
    file.write_bytes(
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//A//B//EN\r\nBEGIN:VEVENT\r\nUID:leave\r\n"
        b"DTSTAMP:20220901T080000Z\r\nDTSTART;VALUE=DATE:20220926\r\nDTEND;VALUE=DATE:20220927\r\n"
        b"END:VEVENT\r\nEND:VCALENDAR\r\n"
    )

    told = json.loads(tracktwo("schedule", roadmap, "--away", f"c1={file}", "--json").out)

    assert [one["day"] for one in told["meetings"]] == ["2022-09-27", "2022-09-29"]


def test_meeting_moved_in_somebodys_calendar_is_a_proposal(
    tracktwo: Command, roadmap: Path, tmp_path: Path
) -> None:
    file = tmp_path / "c1.ics"
    tracktwo("schedule", roadmap, "--ics", file)
    file.write_bytes(file.read_bytes().replace(b"20220926T", b"20220927T"))

    ran = tracktwo("schedule", roadmap, "--away", f"c1={file}")

    assert (ran.code, ran.err) == (
        0,
        f"{file}: call is on 2022-09-27 there; try it with --move call=2022-09-27\n",
    )


OFFICES = "n1, n2, c1, c2"
HELP = "(tracktwo schedule --help lists what there is)"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], f'Command "schedule" parameter PATH requires an argument. {HELP}'),
        (["nowhere"], "nowhere: there is no such file or folder; check the path"),
        (["plan/people.csv"], "plan/people.csv: this is a file; give the folder with roadmap.toml"),
        (["plan", "--for", "press"], f"office 'press' is not in the roadmap; use one of {OFFICES}"),
        (["plan", "--for", "c2"], "no meeting is left by --for and --stream; choose otherwise"),
        (["plan", "--stream", "naval"], f'Invalid value "naval" for --stream. Choose from: "diplomatic", "military", "expert". {HELP}'),
        (["plan", "--on", "1 September"], "--on is '1 September'; write a day such as 2022-09-01"),
        (["plan", "--effort", "0"], "--effort is 0; write a number above 0"),
        (["plan", "--move", "talks"], "--move is 'talks'; write MEETING=DAY, such as naval-3=2023-04-03"),
        (["plan", "--move", "talks=Monday"], "the day of --move is 'Monday'; write a day such as 2022-09-01"),
        (["plan", "--move", "tea=2022-10-10"], "meeting 'tea' is not in the calendar; name one that is"),
        (["plan", "--move", "talks=2023-10-10"], "2023-10-10 is outside the roadmap (2022-09-26 to 2022-10-23)"),
        (["plan", "--move", "talks=2022-10-10,us"], "host 'us' is no side with a place of its own; use one of china, nato"),
        (["plan", "--keep", "no.json"], "no.json: there is no such file; check the path"),
        (["plan", "--keep", "plan/people.csv"], "plan/people.csv: this is no calendar; name a file that `tracktwo schedule --json` wrote"),
        (["plan", "--away", "c1"], "--away is 'c1'; write OFFICE=FILE.ics"),
        (["plan", "--away", "press=a.ics"], f"office 'press' is not in the roadmap; use one of {OFFICES}"),
        (["plan", "--away", "c1=plan/people.csv"], "plan/people.csv: this is no iCalendar file (.ics); export one from the calendar"),
        (["plan", "--ics", "plan"], "cannot write plan: it is a folder; name a file in it"),
        (["plan", "--ics", "plan/people.csv"], "cannot write plan/people.csv: it is part of what is read; name another file"),
    ],
)  # fmt: skip
def test_wrong_input_is_one_sentence(
    tracktwo: Command,
    roadmap: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    sentence: str,
) -> None:
    monkeypatch.chdir(roadmap.parent)
    before = {path: path.read_bytes() for path in roadmap.iterdir()}

    ran = tracktwo("schedule", *arguments)

    assert (ran.code, ran.out, ran.err) == (2, "", f"tracktwo: {sentence}\n")
    assert {path: path.read_bytes() for path in roadmap.iterdir()} == before
    assert list(roadmap.parent.iterdir()) == [roadmap]


def test_calendar_of_somebody_else_is_not_written_over(
    tracktwo: Command, roadmap: Path, tmp_path: Path
) -> None:
    file = tmp_path / "mine.ics"
    file.write_text("BEGIN:VCALENDAR\nEND:VCALENDAR\n", encoding="utf-8")

    ran = tracktwo("schedule", roadmap, "--ics", file)

    sentence = f"tracktwo: {file}: this file holds no calendar that was written here; name another one to write\n"
    assert (ran.code, ran.out, ran.err) == (2, "", sentence)
    assert file.read_text(encoding="utf-8") == "BEGIN:VCALENDAR\nEND:VCALENDAR\n"


def test_bad_row_is_told_with_its_line(tracktwo: Command, roadmap: Path) -> None:
    table = roadmap / "meetings.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("china", "chine"), encoding="utf-8")

    ran = tracktwo("schedule", roadmap)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"tracktwo: {table}, line 3: ")


def test_every_key_of_the_document_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs/schedule.md").read_text(encoding="utf-8")
    explained = page[page.index("## The JSON document") :]
    cells = re.findall(r"^\| (`[^|]+) \|", explained, re.MULTILINE)

    documented = {key for cell in cells for key in re.findall(r"`(\w+)(?:\[\])?`", cell)}

    assert documented == set(schedule_schema()["properties"])
