"""The filled site on which everything here happens: filled once for a run, whatever walks on it."""

import fcntl
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.web.journeys.site import Site

ROOT = Path(__file__).parents[3]
FILLED, TOLD = "filled", "told.json"


@dataclass
class FilledSite(Site):
    """A site with dialogues, and what one needs to come in."""

    told: dict = field(default_factory=dict, repr=False)
    visitors: dict = field(default_factory=dict, repr=False)
    """Who has come in so far, by name."""

    def start(self) -> "FilledSite":
        super().start()
        self.address = f"http://localhost:{self.port}"  # a passkey is made for a name, not a number
        return self


def a_filled_site(factory: pytest.TempPathFactory) -> FilledSite:
    """A site on a copy of its own of the data that were filled in for all."""
    kept = _filled_once(factory)
    data = factory.mktemp("walk") / "data"
    shutil.copytree(kept, data)
    told = json.loads((data / TOLD).read_text("utf-8"))
    return FilledSite(data, told=told)


def _filled_once(factory: pytest.TempPathFactory) -> Path:
    """Filling takes longer than starting: processes that share a run share what was filled."""
    base = factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    kept = shared / FILLED
    with (shared / f"{FILLED}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (kept / TOLD).exists():
            _fill(kept)
    return kept


def _fill(folder: Path) -> None:
    command = [sys.executable, "-W", "ignore", "-m", "tests.web.walk.filling", str(folder)]
    environment = Site(folder).environment
    ran = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    (folder / TOLD).write_text(ran.stdout, "utf-8")
