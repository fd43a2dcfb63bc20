"""A folder uses only those before it, and folders on one line do not know each other."""

import re
import tomllib
from pathlib import Path

from importlinter.cli import lint_imports


def test_layers_hold(root: Path) -> None:
    outcome = lint_imports(config_filename=str(root / "pyproject.toml"), no_cache=True)

    assert outcome == 0


def test_layers_are_those_of_the_architecture_page(root: Path) -> None:
    page = (root / "ARCHITECTURE.md").read_text(encoding="utf-8")
    told = re.search(r"^## Layers.*?^```\n(.*?)^```", page, re.MULTILINE | re.DOTALL)[1]

    contracts = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    held = contracts["tool"]["importlinter"]["contracts"][1]["layers"]

    assert held == told.splitlines()[::-1]
