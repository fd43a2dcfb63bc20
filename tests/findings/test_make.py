"""The pages in the repository are those the command makes."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
FINDINGS = ROOT / "docs/findings"


def test_pages_are_made_again_byte_for_byte(reference) -> None:
    from findings.make import pages

    made = {name: text.encode() for name, text in pages(reference(".")).items()}

    stale = {name for name in made.keys() | _kept().keys() if made.get(name) != _kept().get(name)}
    assert stale == set(), "run make findings"


def test_pictures_are_small() -> None:
    sizes = {path.name: path.stat().st_size for path in FINDINGS.glob("*.svg")}

    assert [name for name, size in sizes.items() if size > 60_000] == []


def test_command_without_data_says_how_to_fetch_them(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "findings.make", "--data", str(tmp_path)]

    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    folder = tmp_path / "un"
    remedy = f"fetch it with: tracktwo data un-roll-calls --download {folder}"
    assert done.returncode == 1
    assert done.stderr == f"findings: {folder}: no such folder; {remedy}\n"


def _kept() -> dict[str, bytes]:
    paths = [path for pattern in ("*.md", "*.svg") for path in FINDINGS.glob(pattern)]
    return {path.name: path.read_bytes() for path in paths}
