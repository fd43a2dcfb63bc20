"""Whatever a page shows to type for a command that works on files runs as it stands there."""

import webbrowser
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.conftest import tracktwo as typed  # noqa: F401 -- a fixture
from tests.pages import BLOCK, ROOT, page, shown, split

ON_FILES = {
    "analyse",
    "channel",
    "chronology",
    "import-report",
    "influence",
    "packages",
    "report",
    "risk",
    "scenarios",
    "schedule",
}
OF_A_NODE = [["channel", "connect"]]
"""Typed where an installation is, with another side's card: `tests/cli` does that."""
PAGES = ("README.md", "docs/formats.md", *(f"docs/{command}.md" for command in sorted(ON_FILES)))
EXAMPLES = (*PAGES, "examples/nato-china/README.md")
REPORT = """A report of two sides

I. How the North sees the South

1. The South wants the ferry.
2. The South fears the storm.

II. How the South sees the North

1. The North wants the bridge.
"""


def _lines() -> list[str]:
    """The lines with a command to type; those with words in capitals only say what goes where."""
    lines = {line for name in EXAMPLES for line in shown(name) if _is_an_example(line)}
    return sorted(lines)


def _is_an_example(line: str) -> bool:
    words = line.split()
    is_ours = words[:1] == ["tracktwo"] and words[1] in ON_FILES
    if words[1:3] in OF_A_NODE:
        return False
    return is_ours and not any(word.strip("[]").isupper() or word == "[options]" for word in words)


@pytest.fixture
def _files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The files that the pages speak of, and a browser that nobody sees."""
    from docx import Document

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(webbrowser, "open", lambda _: True)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    (tmp_path / "votes.csv").write_text(_table("who", "item", "answer"))
    (tmp_path / "rollcalls.csv").write_text(_table("state", "rcid", "vote"))
    (tmp_path / "report.txt").write_text(REPORT)
    drawn = _shown_map()
    (tmp_path / "ours.txt").write_text(drawn)
    theirs = drawn.replace("hotline", "line") + "line -> exercises : 0.4\n"
    (tmp_path / "theirs.txt").write_text(theirs)
    (tmp_path / "visits.csv").write_text("measure,target,weight\nvisits,distrust,-0.4\n")
    (tmp_path / "today.csv").write_text("concept,value\ndistrust,0.3\n")
    document = Document()
    for line in REPORT.splitlines():
        document.add_paragraph(line)
    document.save(tmp_path / "joint-report.docx")
    document.save(tmp_path / "rapport.docx")


@pytest.mark.usefixtures("_files")
@pytest.mark.parametrize("line", _lines())
def test_examples_of_the_pages_run(typed: Callable[..., object], line: str) -> None:  # noqa: F811
    ran = typed(*split(line)[1][1:])

    assert ran.code == 0, ran.err


def test_pages_have_examples() -> None:
    assert {line.split()[1] for line in _lines()} == ON_FILES


def _shown_map() -> str:
    blocks = [one["text"] for one in BLOCK.finditer(page("docs/influence.md"))]
    return next(text for text in blocks if text.startswith("title:"))


def _table(*columns: str) -> str:
    said = ("yes", "no", "abstain", "yes", "no")
    rows = [
        f"p{who},s{item},{said[(who * item) % 5]}" for who in range(1, 9) for item in range(1, 6)
    ]
    return "\n".join([",".join(columns), *rows, ""])
