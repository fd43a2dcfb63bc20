"""One running site for all that sign; a table of its own for each test."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.web.influence.editor.hand import DESK
from tests.web.journeys.site import Site
from tests.web.records.browser.head import Head, at_the_record

ROOT = Path(__file__).parents[4]
# What a browser signs is the same whichever database keeps it; the server's part is tested on both.
collect_ignore_glob = ["test_*.py"] if "TRACKTWO_TEST_DATABASE_URL" in os.environ else []


@pytest.fixture(scope="session")
def tables(request, tmp_path_factory) -> Iterator[tuple[str, list[dict]]]:
    """The address of a site, and a table for each test that sits."""
    data = tmp_path_factory.mktemp("records") / "data"
    told = _fill(data, sum("take_seat" in test.fixturenames for test in request.session.items))
    site = Site(data).start()
    yield f"http://localhost:{site.port}", told
    site.stop()


@pytest.fixture
def take_seat(browser, tables) -> Iterator[Callable[..., Head]]:
    """Sit down as NATO's head, each time in a browser of one's own."""
    address, waiting = tables
    table, heads = waiting.pop(), []

    def take(**more) -> Head:
        options = {"viewport": DESK, "locale": "en"} | more
        heads.append(at_the_record(browser.new_context(**options), address, table))
        return heads[-1]

    yield take
    for head in heads:
        head.page.context.close()


def _fill(folder: Path, count: int) -> list[dict]:
    script = "tests.web.records.browser.filling"
    command = [sys.executable, "-W", "ignore", "-m", script, str(folder), str(count)]
    ran = subprocess.run(
        command, cwd=ROOT, env=Site(folder).environment, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)
