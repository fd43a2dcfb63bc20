"""LibreOffice as a judge: what it makes of a document once all changes are accepted or refused."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

_PYTHON = "/usr/bin/python3"
_ORDERS = {"refused": ".uno:RejectAllTrackedChanges", "accepted": ".uno:AcceptAllTrackedChanges"}


def judged(documents: list[Path], folder: Path) -> dict[tuple[str, str], list[str]]:
    """The lines of each document, by name and by "refused" or "accepted"."""
    _require_office()
    targets = {
        (one.stem, word): (one, folder / f"{one.stem}-{word}.txt")
        for one in documents
        for word in _ORDERS
    }
    jobs = [
        (_ORDERS[word], source.as_uri(), target.as_uri())
        for (_, word), (source, target) in targets.items()
    ]
    script = Path(__file__).with_name("office_script.pyuno")
    profile = (folder / "profile").as_uri()
    subprocess.run(
        [_PYTHON, str(script), profile, f"judge{abs(hash(folder))}", json.dumps(jobs)],
        check=True,
        timeout=180,
        capture_output=True,
    )
    return {key: target.read_text("utf-8-sig").split("\n") for key, (_, target) in targets.items()}


def _require_office() -> None:
    remedy = "apt-get install libreoffice-writer-nogui python3-uno"
    if shutil.which("soffice") is None:
        pytest.skip(f"LibreOffice is not installed; {remedy}")
    found = subprocess.run([_PYTHON, "-c", "import uno"], check=False, capture_output=True)
    if found.returncode:
        pytest.skip(f"LibreOffice's bridge to Python is not installed; {remedy}")
