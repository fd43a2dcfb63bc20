"""The command as a user types it, in this process or in one of its own."""

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tracktwo_cli.main import main

EXAMPLE = Path(__file__).parents[2] / "examples" / "nato-china"


@dataclass(frozen=True)
class Ran:
    """What a command left behind: its exit code and what it printed."""

    code: int
    out: str
    err: str


Command = Callable[..., Ran]


@pytest.fixture
def tracktwo(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Type `tracktwo ARGUMENTS` in a terminal of 80 columns that is piped."""

    def typed(*arguments: object, columns: int = 80) -> Ran:
        monkeypatch.setenv("COLUMNS", str(columns))
        monkeypatch.setattr(sys, "argv", ["tracktwo", *map(str, arguments)])
        try:
            main()
            code = 0
        except SystemExit as stopped:
            code = int(stopped.code or 0)
        return Ran(code, *capsys.readouterr())

    return typed


@pytest.fixture(scope="session")
def example() -> Path:
    """The dialogue folder that is shipped."""
    return EXAMPLE


@pytest.fixture
def folder(tmp_path: Path, example: Path) -> Path:
    """A copy of the example that a test may spoil, in a folder where nothing else is."""
    return Path(shutil.copytree(example, tmp_path / "dialogue"))
