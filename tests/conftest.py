"""What several test folders share."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests.browser import chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[1]

# Laws are tried on the same cases in each run, however slow the machine: a test that fails fails again.
# `pytest --hypothesis-profile=explore` looks for new ones.
settings.register_profile(
    "steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("explore", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")


LONG = tuple(
    f"tests/{path}"
    for path in (
        "web/walk/test_every_page.py",
        "web/journeys/",
        "web/operations/test_faults.py",
        "faults/",
        "cli/test_backup.py",
        "cli/test_channel_nodes.py",
        "cli/test_demo",
    )
)
"""Tests of a minute: they come first, so that no process is left with one at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: not item.nodeid.startswith(LONG))


@pytest.fixture(scope="session")
def reference() -> Callable[[str], Path]:
    """Real data that are not part of the repository; without them the test says so and skips."""
    folder = Path(os.environ.get("TRACKTWO_REFERENCE_DATA", ROOT.parent / "shared" / "data"))

    def find(name: str) -> Path:
        path = folder / name
        if not path.exists():
            pytest.skip(f"no reference data at {name}: set TRACKTWO_REFERENCE_DATA")
        return path

    return find


@pytest.fixture(scope="session")
def made() -> ModuleType:
    """Analyses made by hand: `two_parties`, `public_table`, `rated`, `with_texts`."""
    from tests.reports import an_analysis

    return an_analysis


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    """A browser for a file of tests whose pages come from another process, or from files."""
    with chromium() as running:
        yield running
