"""docs/running.md has every command of the platform with every option, and no other."""

import re

from tests.pages import options, page

from tracktwo_cli.main import app

WITHOUT_PLATFORM = {
    "analyse",
    "channel",
    "chronology",
    "data",
    "import-report",
    "influence",
    "packages",
    "record",
    "release",
    "report",
    "risk",
    "scenarios",
    "schedule",
    "text",
}
"""They work on files, and have pages of their own."""
ROW = re.compile(r"^\|(?P<command>[^|]*)\|(?P<options>[^|]*)\|[^|]+\|$", re.MULTILINE)
OPTION = re.compile(r"`(--[a-z-]+)`")


def test_table_has_every_command_with_every_option_and_no_other() -> None:
    told = _told()
    shared = told.pop("every one of these")

    known = {name for name in app if not name.startswith("-")} - WITHOUT_PLATFORM

    assert {name: options_ | shared for name, options_ in told.items()} == {
        name: options(name) for name in known
    }


def _told() -> dict[str, set[str]]:
    """Options by command, as the table has them: a row without a command goes on with the last."""
    text = page("docs/running.md")
    table = text[text.index("## Commands") : text.index("## Variables")]
    told: dict[str, set[str]] = {}
    command = ""
    for row in list(ROW.finditer(table))[2:]:
        command = _name(row["command"]) or command
        told.setdefault(command, set()).update(OPTION.findall(row["options"]))
    return told


def _name(cell: str) -> str:
    found = re.match(r"`tracktwo ([a-z-]+)", cell.strip())
    return found[1] if found else cell.strip()
