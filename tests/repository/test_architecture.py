"""ARCHITECTURE.md names every folder and module of the source, and none that is not there."""

import re
from pathlib import Path

ROW = re.compile(
    r"^\| `(?P<folder>src/[^`]+/)` \| (?P<purpose>[^|]+) \| (?P<modules>[^|]*) \|$", re.MULTILINE
)


def test_architecture_lists_every_module_and_no_other(root: Path) -> None:
    page = (root / "ARCHITECTURE.md").read_text(encoding="utf-8")

    listed = {
        row["folder"]: sorted(re.findall(r"`([^`]+)`", row["modules"]))
        for row in ROW.finditer(page)
    }

    assert listed == _tree(root)


def test_architecture_gives_every_folder_a_purpose(root: Path) -> None:
    page = (root / "ARCHITECTURE.md").read_text(encoding="utf-8")

    without = [row["folder"] for row in ROW.finditer(page) if len(row["purpose"].split()) < 3]

    assert without == []


def _tree(root: Path) -> dict[str, list[str]]:
    """Modules by folder of src, as the page writes them."""
    modules: dict[str, list[str]] = {}
    for path in sorted((root / "src").rglob("*.py")):
        if path.parent.name == "migrations":  # Django's own record of the tables
            continue
        folder = modules.setdefault(f"{path.parent.relative_to(root).as_posix()}/", [])
        if path.name != "__init__.py":
            folder.append(path.stem)
    return modules
