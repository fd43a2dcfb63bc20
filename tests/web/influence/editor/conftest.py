"""One running site for all that draw; a table of its own for each test."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.web.influence.editor.hand import Hand, at_the_table
from tests.web.journeys.site import Site

ROOT = Path(__file__).parents[4]
# A map looks the same whichever database keeps it; what the server writes is tested on both elsewhere.
collect_ignore_glob = ["test_*.py"] if "TRACKTWO_TEST_DATABASE_URL" in os.environ else []


@pytest.fixture(scope="session")
def tables(request, tmp_path_factory) -> Iterator[tuple[str, list[dict]]]:
    """The address of a site, and a table nobody has drawn at yet for each test that sits."""
    data = tmp_path_factory.mktemp("maps") / "data"
    told = _fill(data, sum("sit" in test.fixturenames for test in request.session.items))
    site = Site(data).start()
    yield f"http://localhost:{site.port}", told
    site.stop()


@pytest.fixture
def sit(browser, tables) -> Iterator[Callable[..., Hand]]:
    """Take a seat at this test's table, each time in a browser of its own."""
    address, waiting = tables
    table, hands = waiting.pop(), []

    def take(seat: str = "member", **more) -> Hand:
        hands.append(at_the_table(browser, address, table, seat, **more))
        return hands[-1]

    yield take
    for hand in hands:
        hand.page.context.close()


def _fill(folder: Path, count: int) -> list[dict]:
    script = "tests.web.influence.editor.filling"
    command = [sys.executable, "-W", "ignore", "-m", script, str(folder), str(count)]
    ran = subprocess.run(
        command, cwd=ROOT, env=Site(folder).environment, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)
