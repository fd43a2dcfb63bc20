"""The live totals of an open consultation: they move by themselves, also after the server was away."""

import re

from playwright.sync_api import expect

from tests.web.journeys.people import DESK, PHONE, arrive, join

BATCH = 3
"""People of a side after whose answers its totals move."""
STATEMENTS = 2
PAUSE = 2_100
"""Milliseconds after which an answer is worth counting again."""
COUNTED = re.compile(r"(\d+) answers are counted here")


def test_totals_move_and_find_their_way_back_to_a_restarted_server(browser, site) -> None:
    watching = arrive(browser, site, at=DESK, locale="en")
    join(watching, site.told["consultation"], "NATO")
    watching.go(site.told["live"])
    live = watching.page.locator(".live")
    expect(live).to_have_text("Live")

    _move_a_batch(browser, site, watching)
    site.stop()
    expect(live).to_have_text("Connection lost, trying again")
    site.start()
    expect(live).to_have_text("Live", timeout=30_000)
    _move_a_batch(browser, site, watching)

    watching.page.context.close()


def _move_a_batch(browser, site, watching) -> None:
    """Let a batch of the public answer everything, and see the watched totals move by themselves."""
    totals = watching.page.locator("#tally")
    expected = int(COUNTED.search(totals.inner_text())[1]) + BATCH * STATEMENTS
    for _ in range(BATCH):
        _answer(browser, site, "Chinese", STATEMENTS)
    watching.page.wait_for_timeout(PAUSE)
    _answer(browser, site, "NATO", 1)  # counted with the others, and too few to be seen
    _wait_for(totals, expected)


def _wait_for(totals, expected: int) -> None:
    """Wait until at least so many answers are counted: totals may move more than once on the way."""
    for _ in range(60):
        if int(COUNTED.search(totals.inner_text())[1]) >= expected:
            return
        totals.page.wait_for_timeout(500)
    expect(totals).to_contain_text(f"{expected} answers are counted")


def _answer(browser, site, side: str, statements: int) -> None:
    person = arrive(browser, site, at=PHONE, javascript=False, locale="en")
    join(person, site.told["consultation"], side)
    person.go(site.told["live"].replace("live/", "answer/"))
    for _ in range(statements):
        person.page.locator("label.choice").first.click()
        person.press("Save and go on")
        person.sees("Answer recorded.")
    person.page.context.close()
