"""`tracktwo text compare` and `convert`: what they print, write and refuse."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tracktwo.exchange.texts import Remark, TextFile, read_text, write_text
from tracktwo.text.changes.operations import Operation, OperationKind, Replacement
from tracktwo.text.units import NegotiatedText, Unit

OLD = "AIMS\n\n1. They [may/must?] meet.\n\n2. They talk of space and of the sea.\n\n3. A line works at night.\n"
NEW = "AIMS\n\n1. They must meet.\n\n2. A line works at night.\n\n3. Trade goes on.\n"
BILINGUAL = NegotiatedText(
    {"en": "Draft"}, ("en", "zh"), (Unit("u1", texts={"en": "They meet.", "zh": "双方会晤。"}),)
)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """The earlier version."""
    path = tmp_path / "old.txt"
    path.write_text(OLD, encoding="utf-8")
    return path


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """The later version: a unit changed, one gone, one come, one with another number."""
    path = tmp_path / "new.txt"
    path.write_text(NEW, encoding="utf-8")
    return path


@pytest.fixture
def tracked(tmp_path: Path) -> Path:
    """A DOCX with a tracked change and a comment."""
    change = Operation("o1", OperationKind.MOD, 0, "u1", "en", (Replacement(5, 9, "part"),))
    path = tmp_path / "tracked.docx"
    text = NegotiatedText({}, ("en",), (Unit("u1", texts={"en": "They meet."}),))
    write_text(TextFile(text, (change,), (Remark("r1", "Why?", "u1", "en", 0, 4),)), path)
    return path


def _lines(printed: str) -> list[str]:
    return [line.strip() for line in printed.splitlines() if line.strip()]


def test_changes_are_told_unit_by_unit(tracktwo: Command, old: Path, new: Path) -> None:
    ran = tracktwo("text", "compare", old, new, columns=120)

    assert (ran.code, ran.err) == (0, "")
    assert _lines(ran.out) == [
        "1 passage changed; 1 passage added; 1 passage taken out; 1 passage renumbered; 1 passage as it was",
        "Passage 2: changed",
        "1. They [-[may/-]must[-?]-] meet.",
        "Passage 3 of the old version: taken out",
        "[-2.-] [-They talk of space and of the sea.-]",
        "Passage 4: added",
        "{+3.+} {+Trade goes on.+}",
        "Only the number changed: 3. → 2.",
    ]


def test_changes_are_struck_and_underlined_on_a_terminal(
    tracktwo: Command, old: Path, new: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)

    told = _lines(tracktwo("text", "compare", old, new, columns=120).out)

    assert [told[n] for n in (2, 6)] == [
        "1. They \x1b[9;31m[may/\x1b[0mmust\x1b[9;31m?]\x1b[0m meet.",
        "\x1b[4;32m3.\x1b[0m \x1b[4;32mTrade goes on.\x1b[0m",
    ]


def test_same_version_has_no_changes(tracktwo: Command, old: Path) -> None:
    ran = tracktwo("text", "compare", old, old)

    assert (ran.code, ran.out) == (0, "Both versions are the same.\n")


def test_long_words_that_stay_are_cut(tracktwo: Command, old: Path, new: Path) -> None:
    old.write_text(f"They may {'talk ' * 100}here.\n", encoding="utf-8")
    new.write_text(f"They must {'talk ' * 100}there.\n", encoding="utf-8")

    told = " ".join(_lines(tracktwo("text", "compare", old, new).out)[2:])

    stayed = " ".join(["talk"] * 12)
    assert told == f"They [-may-]{{+must+}} {stayed}…{stayed} [-here-]{{+there+}}."


def test_moved_units_say_where_they_stood(tracktwo: Command, old: Path, new: Path) -> None:
    units = ["They meet in spring.", "A line works at night.", "Trade goes on as before."]
    old.write_text("\n\n".join(units), encoding="utf-8")
    new.write_text("\n\n".join([units[2], *units[:2]]), encoding="utf-8")

    told = _lines(tracktwo("text", "compare", old, new).out)

    assert told == [
        "1 passage moved; 2 passages as they were",
        "Passage 1: moved from 3",
        "Trade goes on as before.",
    ]


def test_comparison_as_json(tracktwo: Command, old: Path, new: Path) -> None:
    old.write_text("They may meet.\n\nTrade.\n", encoding="utf-8")
    new.write_text("They must meet.\n", encoding="utf-8")

    found = json.loads(tracktwo("text", "compare", old, new, "--json").out)

    unit = {"old_number": "", "new_number": "", "moved": False}
    assert found == {
        "format": "tracktwo text compare",
        "version": 1,
        "language": "en",
        "counts": {"unchanged": 0, "changed": 1, "added": 0, "suppressed": 1, "moved": 0},
        "units": [
            unit
            | {
                "fate": "changed",
                "old_id": "u1",
                "new_id": "u1",
                "stretches": [
                    {"kind": "same", "text": "They ", "moved": False},
                    {"kind": "gone", "text": "may", "moved": False},
                    {"kind": "come", "text": "must", "moved": False},
                    {"kind": "same", "text": " meet.", "moved": False},
                ],
            },
            unit
            | {
                "fate": "suppressed",
                "old_id": "u2",
                "new_id": None,
                "stretches": [{"kind": "gone", "text": "Trade.", "moved": False}],
            },
        ],
    }


def test_our_own_files_are_compared_by_id_and_language(tracktwo: Command, tmp_path: Path) -> None:
    other = NegotiatedText(
        {}, ("en", "zh"), (Unit("u1", texts={"en": "Trade.", "zh": "双方宜会晤。"}),)
    )
    write_text(BILINGUAL, tmp_path / "old")
    write_text(other, tmp_path / "new.md")

    english, chinese = (
        json.loads(
            tracktwo("text", "compare", tmp_path / "old", tmp_path / "new.md", "--json", *more).out
        )
        for more in ((), ("--written-in", "zh"))
    )

    assert (english["language"], [one["fate"] for one in english["units"]]) == ("en", ["changed"])
    assert (chinese["language"], [one["fate"] for one in chinese["units"]]) == ("zh", ["changed"])


def test_tracked_changes_are_said_not_to_be_compared(
    tracktwo: Command, tracked: Path, old: Path
) -> None:
    old.write_text("They meet.\n", encoding="utf-8")

    ran = tracktwo("text", "compare", old, tracked)

    assert (ran.code, ran.out) == (0, "Both versions are the same.\n")
    assert ran.err == f"not compared: tracked changes of {tracked} (1)\n"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("old.txt", "nope.txt"), "nope.txt: there is no such file; check the path"),
        (
            ("old.txt", "zh.txt"),
            "no language is in both: old.txt in en and zh.txt in zh; name it with --written-in",
        ),
        (("text", "text", "--written-in", "fr"), "text is not in fr; --written-in can be en, zh"),
    ],
)
def test_versions_that_cannot_be_compared_are_refused(
    tracktwo: Command,
    old: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    sentence: str,
) -> None:
    monkeypatch.chdir(old.parent)
    Path("zh.txt").write_text("双方会晤。\n", encoding="utf-8")
    write_text(BILINGUAL, "text")

    ran = tracktwo("text", "compare", *arguments)

    assert (ran.code, ran.out, ran.err) == (2, "", f"tracktwo: {sentence}\n")


@pytest.mark.parametrize("ending", ["md", "txt", "docx", "html", "xml"])
def test_text_is_written_by_the_ending(tracktwo: Command, old: Path, ending: str) -> None:
    output, expected = old.with_name(f"made.{ending}"), old.with_name(f"expected.{ending}")

    ran = tracktwo("text", "convert", old, output)

    write_text(read_text(old), expected)
    assert (ran.code, ran.out, ran.err) == (0, "", f"wrote {output}\n")
    assert output.read_bytes() == expected.read_bytes()


def test_language_of_a_plain_text_is_told(tracktwo: Command, old: Path) -> None:
    old.write_text("双方会晤。\n", encoding="utf-8")

    tracktwo("text", "convert", old, old.with_name("made.md"))

    assert read_text(old.with_name("made.md")).text.languages == ("zh",)


def test_lines_are_numbered_where_asked(tracktwo: Command, old: Path) -> None:
    output, plain = old.with_name("made.docx"), old.with_name("plain.docx")

    ran = tracktwo("text", "convert", old, output, "--lines")

    tracktwo("text", "convert", old, plain)
    assert ran.code == 0
    assert output.read_bytes() != plain.read_bytes()
    assert read_text(output).text == read_text(plain).text


def test_what_a_format_cannot_hold_is_said(tracktwo: Command, tracked: Path) -> None:
    output = tracked.with_name("made.txt")

    ran = tracktwo("text", "convert", tracked, output)

    assert (ran.code, ran.err) == (
        0,
        f"wrote {output}\nleft out, since made.txt cannot hold them: tracked changes (1) and comments (1)\n",
    )


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("old.txt", "old.txt"), "cannot write old.txt: it is part of what is read; name another file"),
        (("text", "text/text.en.md"), "cannot write text/text.en.md: it is part of what is read; name another file"),
        (("text", "text"), "cannot write text: it is a folder; name a file in it"),
        (("old.txt", "new.md", "--lines"), "--lines numbers lines of a .docx or .pdf; name such a file"),
        (
            ("old.txt", "new.odt"),
            "new.odt has no ending that says how to write it; name a folder, .md, .txt, .docx, .pdf, .html or .xml (Akoma Ntoso)",
        ),
    ],
)  # fmt: skip
def test_files_that_should_not_be_written_are_refused(
    tracktwo: Command,
    old: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    sentence: str,
) -> None:
    monkeypatch.chdir(old.parent)
    write_text(BILINGUAL, "text")

    ran = tracktwo("text", "convert", *arguments)

    assert (ran.code, ran.out, ran.err) == (2, "", f"tracktwo: {sentence}\n")
    assert old.read_text(encoding="utf-8") == OLD
    assert sorted(path.name for path in old.parent.iterdir()) == ["old.txt", "text"]
