"""A running site with a roadmap, and the secretariat's browser at its calendar."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.web.influence.editor.hand import DESK
from tests.web.journeys.site import Site

ROOT = Path(__file__).parents[4]
# What a hand does in a browser is the same whichever database keeps it.
collect_ignore_glob = ["test_*.py"] if "TRACKTWO_TEST_DATABASE_URL" in os.environ else []


@dataclass
class Hand:
    """Somebody at the calendar. What the console says is kept in `heard`."""

    page: Page
    calendar: str
    heard: list[str] = field(default_factory=list)

    def opens(self, month: str = "2022-05") -> None:
        self.page.goto(f"{self.calendar}?month={month}")

    def day(self, day: str) -> object:
        return self.page.locator(f'[data-day="{day}"]')


@pytest.fixture(scope="session")
def planned(tmp_path_factory) -> Iterator[tuple[str, dict]]:
    """The address of a site, and what one needs to come in."""
    data = tmp_path_factory.mktemp("roadmap") / "data"
    script = "tests.web.roadmaps.moving.filling"
    ran = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", script, str(data)],
        cwd=ROOT,
        env=Site(data).environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    site = Site(data).start()
    yield f"http://localhost:{site.port}", json.loads(ran.stdout)
    site.stop()


@pytest.fixture
def hand(browser, planned) -> Iterator[Callable[..., Hand]]:
    """Take a seat: the secretariat's, or a head's."""
    address, told = planned
    contexts = []

    def take(seat: str = "secretariat", **more) -> Hand:
        context = browser.new_context(**{"viewport": DESK, "locale": "en"} | more)
        contexts.append(context)
        link = f"{address}/seat/{told[seat]}"
        page = context.request.get(link).text()
        token = re.search(r'csrfmiddlewaretoken" value="([^"]+)', page)[1]
        assert context.request.post(link, form={"csrfmiddlewaretoken": token}).ok
        found = Hand(context.new_page(), f"{address}{told['calendar']}")
        found.page.set_default_timeout(30_000)
        found.page.on("console", lambda said: found.heard.append(said.text))
        found.page.on("pageerror", lambda error: found.heard.append(str(error)))
        found.opens()
        return found

    yield take
    for context in contexts:
        context.close()
