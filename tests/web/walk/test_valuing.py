"""Dividing points on a phone: the sum follows what is typed, and the server says the same without JavaScript."""

import pytest
from playwright.sync_api import expect

from tests.web.journeys.people import PHONE, arrive, sit_down


@pytest.fixture
def delegate(browser, site):
    """The head of a delegation, before the points of an open round, with a draft of 70."""
    person = arrive(browser, site, at=PHONE, locale="en")
    sit_down(person, f"/seat/{site.told['weighing_head']}")
    person.page.locator("#now a.button").click()
    person.sees("Your points")
    yield person
    person.page.context.close()


def test_sum_follows_what_is_typed_and_what_is_saved(delegate) -> None:
    page = delegate.page
    said, third = page.locator("[data-sum-said]"), page.locator(".num").nth(2)

    third.fill("20")
    expect(said).to_have_text("90 of 100 points divided: 10 to go.")
    third.fill("40")
    expect(said).to_have_text("110 points divided: 10 too many.")
    third.fill("30")
    expect(said).to_have_text("100 of 100 points divided. Save them, and your ballot counts.")
    page.locator("[type=checkbox]").nth(2).check()
    expect(said).to_have_text("70 of 100 points divided: 30 to go.")
    third.fill("")
    page.locator("[type=checkbox]").nth(2).uncheck()
    delegate.press("Save")

    expect(said).to_have_text(
        "70 of 100 points divided: 30 are left. Until then it is a draft and does not count."
    )
    expect(third).to_have_value("")
