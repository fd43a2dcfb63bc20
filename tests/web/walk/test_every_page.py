"""Every page that the site leads to is fit to be seen: in each language, at each width."""

from tests.web.permissions.stated_answers import every_case
from tests.web.walk.routes import FLOOR, NO_PAGE
from tests.web.walk.visitors import VISITORS, come_in
from tests.web.walk.walk import Walker


def test_every_page_is_fit_to_be_seen(browser, site) -> None:
    """By everybody in one test: what several come upon is looked at once."""
    walker = Walker(browser, site.address)

    walks = {name: walker.walk(come_in(name, browser, site)) for name in VISITORS}

    wrong = [f"{name}: {one}" for name, walk in walks.items() for one in walk.wrong]
    assert wrong == [], "\n".join(wrong)
    missed = {name: FLOOR[name] - walk.routes for name, walk in walks.items()}
    assert missed == dict.fromkeys(VISITORS, frozenset())


def test_every_page_that_somebody_may_open_is_walked_by_somebody() -> None:
    stated = {case.route for case in every_case() if _is_a_page(case)}

    assert stated - frozenset().union(*FLOOR.values()) == NO_PAGE.keys()


def _is_a_page(case) -> bool:
    answers = {case.others, *(row.answer for row in case.rows)}
    return case.method == "GET" and not case.is_of_the_api and "page" in answers
