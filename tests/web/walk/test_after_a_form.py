"""Pages that only a form leads to: what was entered wrongly, and what is shown once."""

import pytest

from tests.web.walk.look import LANGUAGES, Look
from tests.web.walk.visitors import come_in

REPORT = """THE TALKS

III. NATO PERCEPTIONS OF CHINA

1. China arms at sea.
2. China hides what it spends.

IV. CHINESE PERCEPTIONS OF NATO

1. NATO looks for an enemy.
"""


def look_of(who: str, browser, site, language: str) -> Look:
    return Look(browser, site.address, language, come_in(who, browser, site).cookies)


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
def test_form_sent_empty_says_what_it_misses(browser, site, who, path) -> None:
    found = {}

    for number, language in enumerate(LANGUAGES):
        look = look_of(who, browser, site, language)
        look.page.goto(site.address + path.format(**site.told))
        look.page.evaluate(
            "document.querySelectorAll('main input[type=text], main textarea').forEach(e => e.value = '')"
        )
        press_last(look)
        found[language] = [look.page.locator(".errors").count(), *look.at_everything(number)]
        look.page.context.close()

    assert found == {language: [1] for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_token_is_shown_once(browser, site, language) -> None:
    look = look_of("head", browser, site, language)
    look.page.goto(f"{site.address}{site.told['dialogue']}token")

    press_last(look)

    assert look.page.locator("#token").input_value().startswith("seat_")
    assert look.at_everything(LANGUAGES.index(language)) == []
    look.page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_report_proposes_is_read_before_it_is_taken(browser, site, language) -> None:
    look = look_of("secretariat", browser, site, language)
    look.page.goto(f"{site.address}{site.told['dialogue']}bring-in/report/")
    report = {"name": "report.txt", "mimeType": "text/plain", "buffer": REPORT.encode()}

    look.page.locator("input[type=file]").set_input_files(report)
    press_last(look)

    assert look.page.locator("main ol.statements > li").count() == 3
    assert look.at_everything(LANGUAGES.index(language)) == []
    look.page.context.close()
