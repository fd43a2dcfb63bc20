"""Pages that only a form leads to: what was entered wrongly, and what is shown once."""

import pytest

from tests.web.journeys.people import DESK
from tests.web.walk.look import LANGUAGES, Look
from tests.web.walk.visitors import come_in

REPORT = """THE TALKS

III. NATO PERCEPTIONS OF CHINA

1. China arms at sea.
2. China hides what it spends.

IV. CHINESE PERCEPTIONS OF NATO

1. NATO looks for an enemy.
"""


@pytest.fixture(scope="module")
def look_of(browser, site):
    """Somebody's look at pages in a language; a browser for each serves all in turn, files and all."""
    looks = {language: Look(browser, site.address, language) for language in LANGUAGES}

    def become(who: str, language: str) -> Look:
        looks[language].become(come_in(who, browser, site).cookies)
        looks[language].page.set_viewport_size(DESK)
        return looks[language]

    yield become
    for look in looks.values():
        look.page.context.close()


def press_last(look: Look) -> None:
    look.page.locator("main form button:visible").last.click()
    look.page.wait_for_load_state()


EMPTY = [
    ("convenor", "/convene/new"),
    ("convenor", "{dialogue}office/seats"),
    ("convenor", "{dialogue}office/procedure"),
    ("convenor", "{dialogue}office/services/"),
    ("secretariat", "{dialogue}rounds/new"),
    ("secretariat", "{dialogue}bring-in/report/"),
    ("head", "{dialogue}statements/new"),
]


@pytest.mark.parametrize(("who", "path"), EMPTY)
def test_form_sent_empty_says_what_it_misses(look_of, site, who, path) -> None:
    found = {}

    for number, language in enumerate(LANGUAGES):
        look = look_of(who, language)
        look.page.goto(site.address + path.format(**site.told))
        look.page.evaluate(
            "document.querySelectorAll('main input[type=text], main textarea').forEach(e => e.value = '')"
        )
        press_last(look)
        found[language] = [look.page.locator(".errors").count(), *look.at_everything(number)]

    assert found == {language: [1] for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_token_is_shown_once(look_of, site, language) -> None:
    look = look_of("head", language)
    look.page.goto(f"{site.address}{site.told['dialogue']}token")

    press_last(look)

    assert look.page.locator("#token").input_value().startswith("seat_")
    assert look.at_everything(LANGUAGES.index(language)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_report_proposes_is_read_before_it_is_taken(look_of, site, language) -> None:
    look = look_of("secretariat", language)
    look.page.goto(f"{site.address}{site.told['dialogue']}bring-in/report/")
    report = {"name": "report.txt", "mimeType": "text/plain", "buffer": REPORT.encode()}

    look.page.locator("input[type=file]").set_input_files(report)
    press_last(look)

    assert look.page.locator("main ol.statements > li").count() == 3
    assert look.at_everything(LANGUAGES.index(language)) == []
