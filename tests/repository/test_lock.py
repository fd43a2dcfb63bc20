"""One lock: versions and hashes, no addresses."""

import re
import tomllib
from pathlib import Path


def test_lock_pins_every_package_by_version_and_hash(root: Path) -> None:
    lock = (root / "requirements.lock").read_text(encoding="utf-8")
    entries = re.split(r"(?<!\\)\n", lock.strip())

    loose = [
        entry.split("\n")[0]
        for entry in entries
        if not re.match(r"[\w.-]+(\[[\w,-]+\])?==[\w.!+-]+", entry) or "--hash=sha256:" not in entry
    ]

    assert loose == []


def test_lock_has_no_address(root: Path) -> None:
    lock = (root / "requirements.lock").read_text(encoding="utf-8")

    addresses = re.findall(r"\S*(?:://|index-url|find-links|@ )\S*", lock)

    assert addresses == []


def test_lock_holds_everything_the_project_asks_for(root: Path) -> None:
    lock = (root / "requirements.lock").read_text(encoding="utf-8")
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [
        *project["project"]["dependencies"],
        *(need for extra in project["project"]["optional-dependencies"].values() for need in extra),
        *(need for group in project["dependency-groups"].values() for need in group),
    ]
    pinned = {
        name.lower() for name in re.findall(r"^([\w.-]+)(?:\[[\w,-]+\])?==", lock, re.MULTILINE)
    }

    missing = [need for need in asked if re.match(r"[\w.-]+", need)[0].lower() not in pinned]

    assert missing == []
