"""The pages in the repository are those the command makes."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
FINDINGS = ROOT / "docs/findings"
NUMBER = re.compile(r"(\d+(?:\.\d+)?)")


def test_pages_are_made_again_but_for_the_rounding_of_a_last_digit(reference) -> None:
    from findings.make import pages

    made, kept = pages(reference(".")), _kept()

    stale = {name for name in made.keys() | kept.keys() if not _same(made, kept, name)}
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


def _same(made: dict[str, str], kept: dict[str, str], name: str) -> bool:
    """Whether two texts agree; processors sum in different orders, so a last digit may be one off."""
    ours, theirs = (NUMBER.split(texts.get(name, "")) for texts in (made, kept))
    return len(ours) == len(theirs) and all(map(_agree, ours, theirs))


def _agree(one: str, other: str) -> bool:
    if not (NUMBER.fullmatch(one) and NUMBER.fullmatch(other)):
        return one == other
    digits = max(len(text.partition(".")[2]) for text in (one, other))
    return abs(float(one) - float(other)) < 1.5 * 10**-digits


def _kept() -> dict[str, str]:
    paths = [path for pattern in ("*.md", "*.svg") for path in FINDINGS.glob(pattern)]
    return {path.name: path.read_text(encoding="utf-8") for path in paths}
