"""A sign-in link lets one person in, once."""

from playwright.sync_api import expect

from tests.web.journeys.people import DESK, arrive


def test_link_that_is_opened_twice_lets_in_once(browser, site) -> None:
    path = site.told["links"]["twice"]
    first, second = (arrive(browser, site, at=DESK, locale="en") for _ in range(2))
    first.go(path)
    second.go(path)  # looking uses nothing up: programs that read mail do so before people

    first.press("Sign in")
    first.page.wait_for_url("**/account/2fa/")
    second.press("Sign in")
    second.sees("This link no longer signs anybody in")
    second.go(path)

    expect(second.page.locator("h1")).to_have_count(1)
    second.sees("This link no longer signs anybody in")
    assert second.page.locator("main form").count() == 0
