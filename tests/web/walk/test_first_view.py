"""What the first view of a participant's page costs: bytes, not time."""

import gzip

import pytest

from tests.web.journeys.people import PHONE, arrive
from tests.web.walk.visitors import come_in

BUDGET = 40_000
"""Bytes over the wire, headers included, pages compressed as the proxy of `deploy/` does."""


@pytest.mark.parametrize("locale", ["en", "zh-CN", "fr"])
def test_answering_page_comes_within_its_budget(browser, site, locale) -> None:
    person = arrive(browser, site, at=PHONE, locale=locale)
    person.page.context.add_cookies(come_in("head", browser, site).cookies)
    sizes: dict[str, float] = {}
    network = person.page.context.new_cdp_session(person.page)
    network.send("Network.enable")
    network.on("Network.loadingFinished", lambda one: _note(one, sizes))

    page = person.page.goto(f"{site.address}{site.told['answering']}").body()
    person.page.wait_for_load_state("networkidle")
    saved = len(page) - len(gzip.compress(page))
    person.page.context.close()

    assert len(sizes) > 5
    assert sum(sizes.values()) - saved <= BUDGET


def _note(loaded: dict, sizes: dict[str, float]) -> None:
    sizes[loaded["requestId"]] = loaded["encodedDataLength"]
