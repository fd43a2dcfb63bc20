"""The lock of a server is the part of the lock that it needs."""

import re
import subprocess
import sys

from tests.pages import ROOT

PART_OF_LOCK = """
import sys
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path

sys.dont_write_bytecode = True
loader = SourceFileLoader("lock_for_web", "scripts/lock-for-web")
module = module_from_spec(spec_from_loader("lock_for_web", loader))
loader.exec_module(module)
sys.stdout.write(module.part_of(Path("requirements.lock").read_text(encoding="utf-8")))
"""


def test_lock_of_a_server_is_the_part_of_the_lock_that_it_needs() -> None:
    whole = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    part = (ROOT / "deploy/requirements.lock").read_text(encoding="utf-8")
    entries = [re.split(r"\n(?=\S)", lock.strip()) for lock in (whole, part)]
    names = {re.match(r"[\w.-]+", entry)[0] for entry in entries[1]}

    ran = subprocess.run(
        [sys.executable, "-c", PART_OF_LOCK],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert part == ran.stdout, "run: make lock"
    assert set(entries[1]) <= set(entries[0])
    assert {"django", "uvicorn", "numpy"} <= names
    assert {"pytest", "mypy", "playwright", "distributed"} & names == set()
