"""A passage opens beside the text, and the address goes along."""

import re

from playwright.sync_api import Locator, Page, expect

NARROW = {"width": 820, "height": 1000}


def panel(page: Page) -> Locator:
    return page.locator("#panel")


def opened(pen, unit: str) -> Locator:
    """The panel, once a passage has been opened in it by the word beside it."""
    pen.unit(unit).locator("a.state").click()
    expect(panel(pen.page).locator("[data-unit-page]")).to_have_attribute("data-unit-page", unit)
    return panel(pen.page)


def test_passage_opens_beside_the_text_and_escape_closes_it(write) -> None:
    pen = write("head")
    home = pen.page.url

    shown = opened(pen, "u2")
    expect(shown).to_be_focused()
    expect(pen.page).to_have_url(re.compile("/units/u2/$"))
    expect(pen.unit("u2")).to_have_class(re.compile("is-open"))
    pen.page.keyboard.press("Escape")

    expect(shown).to_be_hidden()
    expect(pen.page).to_have_url(home)
    expect(pen.unit("u2").locator("a.state")).to_be_focused()
    assert pen.heard == []


def test_bracket_leads_to_its_open_point(write) -> None:
    pen = write("head")

    pen.page.locator("#sheet [data-bracket=b1]").click()

    expect(panel(pen.page).locator("#at-b1")).to_be_in_viewport()
    expect(pen.page).to_have_url(re.compile("/units/u2/#at-b1$"))


def test_back_and_forward_lead_where_one_was(write) -> None:
    pen = write("head")
    home = pen.page.url
    opened(pen, "u1")
    title = opened(pen, "u2").locator("h1")

    pen.page.go_back()
    expect(title).to_contain_text("Passage 1.")
    pen.page.go_back()
    expect(panel(pen.page)).to_be_hidden()
    expect(pen.page).to_have_url(home)
    pen.page.go_forward()
    expect(title).to_contain_text("Passage 1.")
    pen.page.reload()
    expect(pen.page.locator("main h1")).to_contain_text("Passage 1.")


def test_position_is_taken_without_leaving_the_text(write) -> None:
    pen = write("head")
    shown = opened(pen, "u2")

    shown.get_by_label("oppose").first.check()
    shown.get_by_role("button", name="Take this position").click()

    expect(shown.get_by_text("The position of your side stands")).to_be_visible()
    expect(shown.locator(".stance.oppose")).to_have_text("opposes")
    expect(pen.page.locator("#sheet")).to_be_visible()


def test_words_that_are_not_sent_are_asked_about(write) -> None:
    pen = write("member")
    shown = opened(pen, "u1")
    shown.get_by_role("textbox", name="Remark").fill("Too often.")
    asked = []
    pen.page.once("dialog", lambda one: (asked.append(one.message), one.dismiss()))

    pen.page.keyboard.press("Escape")

    expect(shown.get_by_role("textbox", name="Remark")).to_have_value("Too often.")
    assert asked == ["What you have written here is not sent. Leave it?"]


def test_remark_that_cannot_be_sent_stays(write) -> None:
    pen = write("member")
    shown = opened(pen, "u1")
    shown.get_by_role("textbox", name="Remark").fill("Too often.")
    pen.page.route("**/remark", lambda route: route.abort())

    shown.get_by_role("button", name="Say it to the table").click()

    expect(shown.get_by_role("alert")).to_have_text(
        "This could not be sent. It is still here: try again."
    )
    expect(shown.get_by_role("textbox", name="Remark")).to_have_value("Too often.")


def test_narrow_page_goes_to_the_passage(write) -> None:
    pen = write("member", viewport=NARROW)

    pen.unit("u1").locator("a.state").click()

    expect(pen.page.locator("main h1")).to_contain_text("Passage 1.")
    expect(panel(pen.page)).to_have_count(0)
