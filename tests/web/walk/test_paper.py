"""Results and methods as they are printed: the findings, without what only a screen can do."""

import re

import pytest

from tests.web.journeys.people import DESK, arrive
from tests.web.walk.visitors import come_in

ON_SCREEN_ONLY = "nav, .skip, .stages, .languages, .actions, .foot ul, .sits, .button, summary"
PAGE = re.compile(rb"/Type\s*/Page\b")


@pytest.fixture(scope="module")
def results(browser, site):
    """A delegate's browser before the results of the released round, and their address."""
    person = arrive(browser, site, at=DESK, locale="fr")
    person.page.context.add_cookies(come_in("head", browser, site).cookies)
    person.go(site.told["dialogue"])
    address = person.page.locator("main a[href$='/results/']").first.get_attribute("href")
    yield person, address
    person.page.context.close()


@pytest.mark.parametrize("part", ["", "pictures/", "methods/", "statements/"])
def test_results_print_whole_and_without_navigation(results, part) -> None:
    person, address = results
    _show(person, f"{address}{part}")
    figures = person.page.locator("figure").count()

    person.page.emulate_media(media="print")
    shown = person.page.locator(ON_SCREEN_ONLY)
    printed = person.page.pdf(format="A4", print_background=True)

    assert [one.inner_text() for one in shown.all() if one.is_visible()] == []
    assert person.page.locator("h1").is_visible()
    assert len(person.page.locator("main").inner_text()) > 500
    assert sum(one.is_visible() for one in person.page.locator("figure").all()) == figures
    assert printed.startswith(b"%PDF")
    assert 1 <= len(PAGE.findall(printed)) < 40


def test_where_one_stands_stays_on_the_screen(results) -> None:
    person, address = results
    _show(person, f"{address}you/")
    private = person.page.locator(".private")
    assert private.first.is_visible()

    person.page.emulate_media(media="print")

    assert [one.is_visible() for one in private.all()] == [False] * private.count()


def _show(person, path: str) -> None:
    person.page.emulate_media(media="screen")
    person.go(path)
