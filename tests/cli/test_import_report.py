"""`tracktwo import-report`: what it prints, writes and refuses."""

import json
import re
from pathlib import Path

import docx
import pytest

from tests.cli.conftest import Command
from tests.exchange.document.test_read_report import CHINESE, FLAWED, FRENCH
from tracktwo.exchange import proposal_to_json, read_report
from tracktwo_cli.main import app


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report with every flaw of a typed one."""
    path = tmp_path / "report.txt"
    path.write_text(FLAWED, encoding="utf-8")
    return path


def _lines(printed: str) -> list[str]:
    return [line.strip() for line in printed.splitlines() if line.strip(" ─")]


def test_report_is_told_counts_first(tracktwo: Command, report: Path) -> None:
    ran = tracktwo("import-report", report, columns=120)

    assert (ran.code, ran.err) == (0, "")
    assert _lines(ran.out) == [
        "NORTH LEAGUE–LACUSTRIA RELATIONS",
        "Proposed from report.txt. A person confirms each item; its place in the document stands beside it.",
        "2 sides: North League, Lacustria",
        "2 perceptions of Lacustria by North League",
        "1 perception of North League by Lacustria",
        "2 consequences and risks",
        "3 areas of common interest",
        "3 milestones, 1 of them over several years",
        "1 passage in brackets",
        "1 doubt without brackets",
        "Please look at these first",
        "Line",
        "5  “Ebb/Flow” was read as one term and not as two wordings to choose from.",
        "19  “Lacustrian” was taken to mean Lacustria.",
        "27  A heading stood in a list and was read as a heading: “RECOMMENDATIONS: AREAS OF CONVERGENCE”.",
        "33  The areas are numbered 1, 1; they were taken in the order they stand in.",
        "41  “Openness and risk reduction” has a bullet where other areas are headings; it was taken as an area.",
        "56  2010–14 stands after 2012; the order of the document was kept.",
        "Perceptions of Lacustria by North League",
        "Line",
        "15  III.1  Lacustria dams the river. It tells nobody.",
        "17  III.2  Lacustria counts more ports than coasts/harbours? have room for.",
        "Perceptions of North League by Lacustria",
        "Line",
        "21  IV.1  The North League is made for war.",
        "Consequences and risks",
        "Line",
        "25  V.1  Ships collide at night.",
        "26  V.2  Trade stops.",
        "Areas of common interest",
        "Line",
        "33  VI.1  Safety at sea",
        "37  VI.2  Floods",
        "41  VI.3  Openness and risk reduction",
        "Milestones",
        "Line",
        "52  2002     First visit.",
        "54  2012     Second visit.",
        "56  2010–14  Joint patrols.",
        "Wording that is not settled",
        "Line",
        "5  [ ]  “the present state of”, “the future of”, in: …We spoke of [the present state of/the future of?] both, and of",
        "the Ebb/Flow current.",
        "17  ?    “coasts”, “harbours”, in: …Lacustria counts more ports than coasts/harbours? have room for.",
        "All of it, to edit or to pass on  --folder DIR  --json FILE",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        (FRENCH, "fr", "3 jalons, dont 2 sur plusieurs années"),
        (CHINESE, "zh", "2个里程碑，其中1个跨越多年"),
        (FRENCH, "en", "3 milestones, 2 of them over several years"),
    ],
)
def test_report_is_told_in_a_language(
    tracktwo: Command, report: Path, text: str, language: str, told: str
) -> None:
    report.write_text(text, encoding="utf-8")

    assert told in _lines(tracktwo("import-report", report, "--language", language).out)


def test_long_items_take_two_lines(tracktwo: Command, report: Path) -> None:
    report.write_text(f"RISKS\n\n- {'War and ruin come. ' * 40}\n- Peace.\n", encoding="utf-8")

    told = _lines(tracktwo("import-report", report).out)

    first = next(place for place, line in enumerate(told) if line.startswith("3  "))
    assert told[first + 1].endswith("…")
    assert told[first + 2] == "4  Peace."


def test_many_slashes_are_counted(tracktwo: Command, report: Path) -> None:
    report.write_text("RISKS\n\n- War (?).\n\n" + "The Ebb/Flow current.\n\n" * 9, encoding="utf-8")

    told = tracktwo("import-report", report).out

    assert told.count("“Ebb/Flow” was read") == 5
    assert "4 more terms with a slash were left as they are." in _lines(told)


def test_document_of_another_kind_is_said_in_a_sentence(tracktwo: Command, report: Path) -> None:
    report.write_text("Minutes\n\nThe board met and adjourned.\n", encoding="utf-8")

    ran = tracktwo("import-report", report, columns=300)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "Minutes",
        (
            "Nothing in report.txt was recognised: no heading that says who holds a view of whom, none on consequences, "
            "common interests or milestones, and no wording in brackets or in doubt."
        ),
    ]


def test_docx_is_told_by_paragraph(tracktwo: Command, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Risks", 1)
    document.add_paragraph("War.", style="List Bullet")
    document.save(tmp_path / "report.docx")

    told = _lines(tracktwo("import-report", tmp_path / "report.docx").out)

    assert told[-4:-1] == ["Consequences and risks", "Paragraph", "2  War."]


def test_folder_and_json_are_written(tracktwo: Command, report: Path, tmp_path: Path) -> None:
    folder, file = tmp_path / "out", tmp_path / "made" / "proposal.json"

    ran = tracktwo("import-report", report, "--folder", folder, "--json", file)

    assert (ran.code, ran.err) == (0, f"wrote {file}\nwrote {folder}\n")
    assert file.read_text(encoding="utf-8") == proposal_to_json(read_report(report))
    assert sorted(path.name for path in folder.iterdir()) == [
        "areas.csv", "brackets.csv", "consequences.csv", "dialogue.toml", "milestones.csv",
        "remarks.csv", "statements.csv",
    ]  # fmt: skip


def test_json_on_standard_output_is_all_there_is(tracktwo: Command, report: Path) -> None:
    ran = tracktwo("import-report", report, "--json", "-", "--written-in", "fr")

    assert (ran.code, ran.err) == (0, "")
    assert (json.loads(ran.out)["document"], json.loads(ran.out)["language"]) == (
        "report.txt",
        "fr",
    )


SAVE = "save it as DOCX or as text (UTF-8) and try again"


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (None, "report.txt: there is no such file; check the path"),
        (b"", "report.txt: the file is empty; it needs headings and lists"),
        (b"ab\0cd", "report.txt, line 1: a NUL byte: the file is binary or damaged; give a text or a DOCX"),
        (b"PK\x03\x04zz", f"report.txt: the DOCX is damaged and cannot be opened; {SAVE}"),
        (b"Caf\xe9", "report.txt, line 1: the text is not UTF-8; save it as UTF-8 and try again"),
        (b"%PDF-1.7", f"report.txt: this is a PDF; {SAVE}"),
    ],
)  # fmt: skip
def test_wrong_input_is_one_sentence(
    tracktwo: Command,
    report: Path,
    monkeypatch: pytest.MonkeyPatch,
    raw: bytes | None,
    sentence: str,
) -> None:
    monkeypatch.chdir(report.parent)
    report.unlink()
    if raw is not None:
        report.write_bytes(raw)

    ran = tracktwo("import-report", "report.txt", "--folder", "out", "--json", "out.json")

    assert (ran.code, ran.out, ran.err) == (2, "", f"tracktwo: {sentence}\n")
    assert {path.name for path in report.parent.iterdir()} <= {"report.txt"}


def test_full_folder_is_left_alone(tracktwo: Command, report: Path) -> None:
    ran = tracktwo("import-report", report, "--folder", report.parent)

    sentence = f"tracktwo: {report.parent} exists and is not empty; name a new folder\n"
    assert (ran.code, ran.out, ran.err) == (2, "", sentence)
    assert [path.name for path in report.parent.iterdir()] == ["report.txt"]


def test_nothing_found_writes_no_folder(tracktwo: Command, report: Path, tmp_path: Path) -> None:
    report.write_text("Minutes\n\nThe board met and adjourned.\n", encoding="utf-8")

    ran = tracktwo("import-report", report, "--folder", tmp_path / "out", "--json", tmp_path / "o")

    sentence = "tracktwo: nothing was found in report.txt; no folder was written\n"
    assert (ran.code, ran.out, ran.err) == (2, "", sentence)
    assert [path.name for path in tmp_path.iterdir()] == ["report.txt"]


def test_report_is_never_written_over(tracktwo: Command, report: Path) -> None:
    ran = tracktwo("import-report", report, "--json", report)

    assert (ran.code, ran.out) == (2, "")
    assert report.read_text(encoding="utf-8") == FLAWED


def test_every_option_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs/import-report.md").read_text(encoding="utf-8")
    arguments = app["import-report"].assemble_argument_collection()
    options = {name for argument in arguments for name in argument.names if name.startswith("--")}

    assert options == set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", page))
