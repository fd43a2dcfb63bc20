"""A roadmap as a folder: read, written and read again the same; each slip of the pen named with its line."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.roadmap.calendar.plans import plans
from tracktwo.errors import InputError, OptionError
from tracktwo.exchange.document import read_report
from tracktwo.exchange.roadmap import (
    milestones_of_report,
    read_chronology,
    read_roadmap,
    write_roadmap,
)
from tracktwo.roadmap import Roadmap

EXAMPLE = Path("examples/nato-china/roadmap")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE, tmp_path / "roadmap"))


def test_example_is_written_again_byte_for_byte(tmp_path: Path) -> None:
    chronology = read_chronology(EXAMPLE)
    write_roadmap(read_roadmap(EXAMPLE), tmp_path / "again", chronology=chronology)

    assert {one.name: one.read_bytes() for one in (tmp_path / "again").iterdir()} == {
        one.name: one.read_bytes() for one in EXAMPLE.iterdir()
    }


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(plans())
def test_any_roadmap_is_read_again_the_same(tmp_path: Path, roadmap: Roadmap) -> None:
    target = tmp_path / "written"
    shutil.rmtree(target, ignore_errors=True)

    write_roadmap(roadmap, target)

    assert read_roadmap(target) == roadmap


def test_dialogue_folder_is_a_door_too() -> None:
    assert read_roadmap("examples/nato-china") == read_roadmap(EXAMPLE)
    assert read_chronology("examples/nato-china") == read_chronology(EXAMPLE)


def test_chronology_can_be_a_table_alone(tmp_path: Path) -> None:
    table = tmp_path / "what-happened.csv"
    table.write_text("milestone,when,text_en\na,2011,Later.\nb,2010-05,Earlier.\n")

    assert [one.text() for one in read_chronology(table).milestones] == ["Earlier.", "Later."]


def test_sides_may_be_those_of_the_dialogue(folder: Path) -> None:
    settings_ = (folder / "roadmap.toml").read_text("utf-8")
    kept = [part for part in settings_.split("\n\n") if not part.startswith("[[parties]]")]
    (folder / "roadmap.toml").write_text("\n\n".join(kept), "utf-8")
    shutil.copy("examples/nato-china/dialogue.toml", folder.parent)

    assert [one.name() for one in read_roadmap(folder).parties] == [
        "NATO experts",
        "Chinese experts",
    ]


def test_milestones_of_a_report_become_a_chronology(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(
        "A report\n\nMilestones\n\n2002: The ambassador came.\n\n2010–14: Diplomats took part.\n\n2005: A visit.\n",
        encoding="utf-8",
    )

    told = milestones_of_report(read_report(report).milestones, source="report.txt", language="en")

    assert [(one.when.text, one.text()) for one in told.milestones] == [
        ("2002", "The ambassador came."),
        ("2005", "A visit."),
        ("2010/2014", "Diplomats took part."),
    ]


def test_target_must_be_new(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="exists and is not empty"):
        write_roadmap(read_roadmap(EXAMPLE), EXAMPLE)


SLIPS = {
    "no meetings": ("meetings.csv", None, "there is no meetings.csv here; a roadmap needs one"),
    "no id": ("roadmap.toml", ('id = "nato-china-2022"', ""), "id is missing; write it"),
    "unknown key": ("roadmap.toml", ("edition = 2", "version = 2"), "line 4: 'version' is not known here; allowed are id, title, note, first, last, edition, reviewed, conventions, parties, places, countries, blackouts"),
    "not TOML": ("roadmap.toml", ("edition = 2", "edition ="), "line 4: this is not TOML (Invalid value); correct it"),
    "no day": ("roadmap.toml", ("first = 2022-03-01", 'first = "March"'), "line 2: first is 'March'; write a day, such as 2022-10-08"),
    "hours": ("roadmap.toml", ("08:00-20:00", "20:00-08:00"), "line 11: hours is '20:00-08:00'; write such as 08:00-20:00"),
    "zone of a place": ("roadmap.toml", ("Asia/Shanghai", "Asia/Peking"), "time zone 'Asia/Peking' is not known; write one such as Europe/Brussels or Asia/Shanghai"),
    "party of a blackout": ("roadmap.toml", ('first = 2023-03-03\nlast = 2023-03-14\nparties = ["china"]', 'first = 2023-03-03\nlast = 2023-03-14\nparties = ["eu"]'), "parties has 'eu', which is not known; use nato, china"),
    "zone of a seat": ("people.csv", ("Europe/Copenhagen", "Copenhagen"), "line 12: time zone 'Copenhagen' is not known; write one such as Europe/Brussels or Asia/Shanghai"),
    "office twice": ("people.csv", ("naval-staff,china", "mfa-europe,china"), "line 21: office 'mfa-europe' is already on line 16; keep one"),
    "stream": ("people.csv", ("naval-staff,china,military", "naval-staff,china,naval"), "line 21: stream 'naval' is not known; write diplomatic, military, expert"),
    "office of an absence": ("absences.csv", ("naval-staff", "navy"), "line 3: office 'navy' is not in people.csv; add it there or correct it"),
    "day of an absence": ("absences.csv", ("2022-09-05", "5.9.2022"), "line 3: first '5.9.2022' is no day; write year, month and day, such as 2022-10-08"),
    "office of a meeting": ("meetings.csv", ("nato-political; mfa-europe; mission-brussels", "nato-press; mfa-europe"), "line 3: office 'nato-press' is not in people.csv; add it there or correct it"),
    "length": ("meetings.csv", (",3h,", ",3 weeks,"), "line 2: length '3 weeks' is not known; write hours or days, such as 3h or 2d"),
    "format": ("meetings.csv", (",virtual,", ",hybrid,"), "line 2: format 'hybrid' is not known; write in person, virtual"),
    "prepared by officials": ("meetings.csv", (",10,track2-maritime,", ",10,naval-1,"), "line 3: meeting 'consultations-1' is prepared by 'naval-1', which is no meeting of experts (Track II)"),
    "circle": ("items.csv", (",2022-06-30,,,delivered", ",2022-06-30,encounters,,delivered"), "line 2: these items depend on each other in a circle: contacts, encounters, call-procedures, contacts; loosen one of them"),
    "state": ("items.csv", (",scheduled,", ",planned,"), "line 3: state 'planned' is not known; write proposed, agreed, scheduled, held, delivered, slipped, dropped"),
    "lead": ("items.csv", ("nato=nato-political; china=mission-brussels", "nato-political"), "line 2: lead 'nato-political' is not known; write side=office"),
    "reason": ("items.csv", (",slipped,2023-05-31,", ",slipped,,"), "line 4: item 'test-calls' has slipped and has no new date; fill in new_due"),
    "column": ("items.csv", ("theme,area", "theme,field"), "line 1: column 'field' is not known; allowed are item, theme, area, stream, lead, meetings, start, due, depends, measures, state, new_due, evidence, deliverable_en, done_when_en, reciprocity_en, reason_en"),
}  # fmt: skip


@pytest.mark.parametrize("name", SLIPS)
def test_slips_of_the_pen_are_named(folder: Path, name: str) -> None:
    file, change, sentence = SLIPS[name]
    path = folder / file
    if change is None:
        path.unlink()
    else:
        text = path.read_text("utf-8")
        assert change[0] in text
        path.write_text(text.replace(*change, 1), "utf-8")

    with pytest.raises(InputError) as refused:
        read_roadmap(folder)

    assert str(refused.value).removeprefix(f"{folder}").endswith(sentence)
    assert str(refused.value).startswith(str(folder))


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("a,soon,,both,", "line 2: when 'soon' is no date; write such as 2018-06-05, 2018-06, 2018 or 2010/2014"),
        ("a,2014/2010,,both,", "line 2: when '2014/2010' is no date; write such as 2018-06-05, 2018-06, 2018 or 2010/2014"),
        ("a,2018-13,,both,", "line 2: when '2018-13' is no date; write such as 2018-06-05, 2018-06, 2018 or 2010/2014"),
        ("a,2018,,one,", "line 2: milestone 'a' is agreed by one side and nobody says by which; fill in its account"),
        ("a,2018,,some,", "line 2: agreed 'some' is not known; write both, one"),
    ],
)  # fmt: skip
def test_slips_in_a_chronology_are_named(tmp_path: Path, row: str, sentence: str) -> None:
    table = tmp_path / "chronology.csv"
    table.write_text(f"milestone,when,parties,agreed,account\n{row}\n")

    with pytest.raises(InputError) as refused:
        read_chronology(table)

    assert str(refused.value) == f"{table}, {sentence}"


def test_side_of_an_account_must_be_known(folder: Path) -> None:
    path = folder / "chronology.csv"
    path.write_text(path.read_text("utf-8").replace(",china,one,", ",eu,one,"), "utf-8")

    with pytest.raises(InputError, match=r"party 'eu' is not among the parties \(china, nato\)$"):
        read_chronology(folder)
