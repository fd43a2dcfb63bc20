"""One running site for all that write; a table of its own for each test."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.web.journeys.site import Site
from tests.web.texts.editing.pen import Pen, at_the_text

ROOT = Path(__file__).parents[4]
# A page writes alike whichever database keeps it; what the server keeps is tested on both elsewhere.
collect_ignore_glob = ["test_*.py"] if "TRACKTWO_TEST_DATABASE_URL" in os.environ else []


@pytest.fixture(scope="session")
def text_tables(request, tmp_path_factory) -> Iterator[tuple[str, list[dict]]]:
    """The address of a site, and a table on which nobody has written yet for each test that sits."""
    data = tmp_path_factory.mktemp("texts") / "data"
    count = sum("write" in test.fixturenames for test in request.session.items)
    told = _fill(data, count)
    site = Site(data).start()
    yield f"http://localhost:{site.port}", told
    site.stop()


@pytest.fixture
def write(browser, text_tables) -> Iterator[Callable[..., Pen]]:
    """Take a seat at this test's table, each time in a browser of its own."""
    address, waiting = text_tables
    table, pens = waiting.pop(), []

    def take(seat: str = "member", **more) -> Pen:
        pens.append(at_the_text(browser, address, table, seat, **more))
        return pens[-1]

    yield take
    for pen in pens:
        pen.page.context.close()


def _fill(folder: Path, count: int) -> list[dict]:
    script = "tests.web.texts.editing.filling"
    command = [sys.executable, "-W", "ignore", "-m", script, str(folder), str(count)]
    ran = subprocess.run(
        command, cwd=ROOT, env=Site(folder).environment, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)
