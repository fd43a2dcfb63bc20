"""What several promises of the repository are checked against."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
Shipped = Callable[..., list[Path]]


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def shipped() -> Shipped:
    """Files that are in the repository or about to be: known to git, or new and not ignored."""

    def matching(*patterns: str) -> list[Path]:
        command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", "--"]
        listed = subprocess.run([*command, *patterns], cwd=ROOT, capture_output=True, check=True)
        names = sorted(set(listed.stdout.decode().split("\0")) - {""})
        return [ROOT / name for name in names if (ROOT / name).is_file()]

    return matching
