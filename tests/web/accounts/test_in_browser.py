"""A convenor's first day in a real browser, with a passkey in a device that Chromium imitates."""

import pytest
from django.utils import timezone

from tests.browser import chromium, put_in_a_passkey_device
from tests.web.world import a_user
from tracktwo_web.accounts.domain.sign_in import sign_in_path

PATHS = (
    "/account/2fa/",
    "/account/2fa/totp/activate/",
    "/account/2fa/webauthn/add/",
    "/account/password/change/",
    "/account/logout/",
)


@pytest.fixture
def link(live_server) -> str:
    """A convenor's sign-in link; made before a browser's loop runs, in which Django refuses to ask."""
    return live_server.url + sign_in_path(a_user(), now=timezone.now())


@pytest.fixture
def browser(link):
    with chromium() as running:
        yield running


def enter(page, link: str) -> None:
    page.goto(link)
    page.click("main button")
    page.wait_for_url("**/account/2fa/")


def test_passkey_is_added_and_signs_in_by_itself(browser, live_server, link) -> None:
    page = browser.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text))
    put_in_a_passkey_device(page)

    enter(page, link)
    page.goto(live_server.url + "/account/2fa/webauthn/add/")
    page.click("#mfa_webauthn_add")
    page.wait_for_url("**/account/2fa/recovery-codes/")
    codes = page.locator("main code").count()
    page.goto(live_server.url + "/account/logout/")
    page.click("main button")
    page.wait_for_url(live_server.url + "/")
    page.goto(live_server.url + "/account/login/")
    page.click("#passkey_login")
    page.wait_for_url("**/convene/")

    assert codes == 10
    assert complaints == []


def test_passkey_that_is_refused_says_what_to_do(browser, live_server, link) -> None:
    page = browser.new_page()
    put_in_a_passkey_device(page, isUserVerified=False)

    enter(page, link)
    page.goto(live_server.url + "/account/2fa/webauthn/add/")
    page.click("#mfa_webauthn_add")

    page.wait_for_selector("[data-passkey-failed]:visible")
    assert page.inner_text("[data-passkey-failed]") == (
        "The passkey was not used. Try again, or take another way."
    )


def test_account_pages_fit_and_axe_finds_nothing(browser, live_server, link) -> None:
    from axe_playwright_python.sync_playwright import Axe

    # The pages' own policy lets no script of a tester run.
    page = browser.new_context(bypass_csp=True).new_page()
    enter(page, link)

    across, found = {}, {}
    for path in PATHS:
        page.goto(live_server.url + path)
        found[path] = [one["id"] for one in Axe().run(page).response["violations"]]
        for width in (390, 820, 1440):
            page.set_viewport_size({"width": width, "height": 900})
            across[path, width] = page.evaluate("document.documentElement.scrollWidth")

    assert found == {key: [] for key in PATHS}
    assert across == {(path, width): width for path, width in across}
