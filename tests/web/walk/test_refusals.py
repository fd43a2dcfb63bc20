"""Pages on which something is refused or has failed: as calm, and as readable, as all others."""

from urllib.parse import urlsplit

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from tests.web.walk.look import LANGUAGES, Look
from tests.web.walk.visitors import come_in

NOT_TO_BE_HAD = ("400", "403_csrf", "413", "429", "500", "503", "busy")
"""Pages that nobody can call up as they please: shown at an address of the site all the same."""
REFUSED = ("Failed to load resource",)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_refused_is_told_calmly(browser, site, language) -> None:
    look = Look(browser, site.address, language, come_in("head", browser, site).cookies)
    found = {}

    for number, path in enumerate(("/nowhere", f"{site.told['dialogue']}office/")):
        answer = look.page.goto(f"{site.address}{path}")
        found[path] = [answer.status, *_wrong(look, number)]

    assert found == {"/nowhere": [404], f"{site.told['dialogue']}office/": [403]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_fails_is_told_calmly(browser, site, language) -> None:
    look, found = Look(browser, site.address, language), {}
    pages = {f"/failing/{name}": _page(name, language) for name in NOT_TO_BE_HAD}
    look.page.route("**/failing/*", lambda route: _answer(route, pages))

    for number, path in enumerate(pages):
        look.page.goto(f"{site.address}{path}")
        found[path] = _wrong(look, number)

    assert found == {path: [] for path in pages}


def _page(name: str, language: str) -> str:
    with translation.override(language):
        return render_to_string(f"{name}.html")


def _answer(route, pages: dict[str, str]) -> None:
    page = pages[urlsplit(route.request.url).path]
    route.fulfill(content_type="text/html; charset=utf-8", body=page)


def _wrong(look: Look, number: int) -> list[str]:
    """What is wrong, but for the browser's own word that the page was refused."""
    return [one for one in look.at_everything(number) if not one.startswith(REFUSED)]
