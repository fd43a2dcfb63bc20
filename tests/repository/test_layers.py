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
    section = re.search(r"^## Layers.*?(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)[0]
    told = re.findall(r"^```\n(.*?)^```", section, re.MULTILINE | re.DOTALL)

    contracts = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    held = {
        contract["containers"][0]: contract["layers"]
        for contract in contracts["tool"]["importlinter"]["contracts"]
        if "containers" in contract
    }

    assert [block.splitlines()[::-1] for block in told] == [held["tracktwo"], held["tracktwo_web"]]
