"""When things go wrong during a storm of answers, nothing confirmed is lost and no half answer is kept.

The storm itself is `benchmarks/web/faults.py`, where each fault comes many more times.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.servers import environment

ROOT = Path(__file__).parents[3]
CODE = """
import json
import sys

from benchmarks.web.faults import FAULTS

found = FAULTS[sys.argv[1]](sys.argv[2], int(sys.argv[3]))
book = found.book
told = {"wrong": found.wrong, "logged": found.logged, "statuses": dict(book.statuses)}
print(json.dumps(told | {"page": book.pages.get(503, b"").decode()}))
"""


@pytest.mark.parametrize("database", ["sqlite", "postgres"])
def test_server_killed_in_a_storm_loses_no_confirmed_answer(database: str) -> None:
    told = _fault("kills", database, times=2)

    assert (told["wrong"], told["logged"]) == ([], [])
    assert set(told["statuses"]) == {"303"}


def test_database_that_goes_and_comes_back_is_told_calmly_and_loses_nothing() -> None:
    told = _fault("gone", "postgres", times=1)

    assert (told["wrong"], told["logged"]) == ([], [])
    assert set(told["statuses"]) == {"303", "503"}
    assert "The server cannot reach its records just now" in told["page"]


def test_full_disk_is_told_calmly_and_loses_nothing() -> None:
    told = _fault("full", "sqlite", times=1)

    assert (told["wrong"], told["logged"]) == ([], [])
    assert set(told["statuses"]) == {"303", "503"}
    assert "The server cannot reach its records just now" in told["page"]


def _fault(name: str, database: str, *, times: int) -> dict:
    """A fault during a storm, in a process of its own, on a database of its own."""
    ran = subprocess.run(
        [sys.executable, "-c", CODE, name, database, str(times)],
        env=environment({"PYTHONPATH": str(ROOT)}),
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert ran.returncode == 0, ran.stderr[-3000:]
    return json.loads(ran.stdout.splitlines()[-1])
