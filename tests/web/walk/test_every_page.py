"""Every page that the site leads to is fit to be seen: in each language, at each width."""

import pytest

from tests.web.permissions.stated_answers import every_case
from tests.web.walk.routes import FLOOR, NO_PAGE
from tests.web.walk.visitors import VISITORS, come_in
from tests.web.walk.walk import Walker


@pytest.fixture(scope="module")
def walker(browser, site) -> Walker:
    return Walker(browser, site.address)


@pytest.mark.parametrize("name", VISITORS)
def test_every_page_is_fit_to_be_seen(walker, browser, site, name) -> None:
    walk = walker.walk(come_in(name, browser, site))

    assert walk.wrong == []
    assert FLOOR[name] - walk.routes == set()


def test_every_page_that_somebody_may_open_is_walked_by_somebody() -> None:
    stated = {case.route for case in every_case() if _is_a_page(case)}

    assert stated - frozenset().union(*FLOOR.values()) == NO_PAGE.keys()


def _is_a_page(case) -> bool:
    answers = {case.others, *(row.answer for row in case.rows)}
    return case.method == "GET" and not case.is_of_the_api and "page" in answers
