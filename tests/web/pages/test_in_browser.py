"""Pages of the frame as a browser shows them: nothing overflows, complains or comes from elsewhere."""

import pytest

from tests.browser import chromium

PATHS = ("/", "/privacy", "/account/login/", "/account/password/reset/", "/nowhere")
WIDTHS = (390, 820, 1440)
LANGUAGES = ("en", "zh-CN", "fr")


@pytest.fixture
def browser(live_server):
    with chromium() as running:
        yield running


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_fit_every_width_and_load_only_what_is_ours(browser, live_server, language) -> None:
    context = browser.new_context(locale=language)
    page, asked, complaints = context.new_page(), set(), []
    page.on("request", lambda request: asked.add(request.url.split("/", 3)[2]))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text))

    across = {}
    for path in PATHS:
        page.goto(live_server.url + path)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            across[path, width] = page.evaluate("document.documentElement.scrollWidth")
    context.close()

    assert across == {(path, width): width for path, width in across}
    assert asked == {live_server.url.removeprefix("http://")}
    assert [one for one in complaints if "404" not in one] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser, live_server, scheme) -> None:
    from axe_playwright_python.sync_playwright import Axe

    # The pages' own policy lets no script of a tester run.
    context = browser.new_context(
        bypass_csp=True, color_scheme=scheme, viewport={"width": 390, "height": 900}
    )
    page = context.new_page()
    found = {}
    for path in PATHS:
        page.goto(live_server.url + path)
        found[path] = [one["id"] for one in Axe().run(page).response["violations"]]
    context.close()

    assert found == {key: [] for key in PATHS}


def test_pages_work_without_javascript(browser, live_server) -> None:
    context = browser.new_context(java_script_enabled=False, locale="en")
    page = context.new_page()

    page.goto(live_server.url + "/privacy")
    page.click("button[value='fr']")

    shown = (page.url, page.get_attribute("html", "lang"))
    context.close()
    assert shown == (live_server.url + "/privacy", "fr")


def test_first_tab_leads_past_the_frame(browser, live_server) -> None:
    page = browser.new_page()
    page.goto(live_server.url + "/")

    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    assert page.evaluate("document.activeElement.getBoundingClientRect().left >= 0")
