"""The code behind the pages is imported from the repository, where `make findings` runs it."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session", autouse=True)
def _repository_on_the_path():
    sys.path.insert(0, str(ROOT))
    yield
    sys.path.remove(str(ROOT))


@pytest.fixture(scope="session")
def calls(reference):
    from findings.rollcalls import read_roll_calls

    return read_roll_calls(reference("unga"))
