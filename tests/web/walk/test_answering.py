"""Answering as people do it: by keyboard, changing their minds, going back, pressing twice, offline."""

import re

import pytest
from playwright.sync_api import expect

from tests.web.journeys.people import DESK, PHONE, arrive, join, sit_down

RECORDED = "Answer recorded."
DONE = re.compile(r"(\d+) of")


@pytest.fixture
def delegate(browser, site):
    """The head of a delegation, before a statement of the open round."""
    person = arrive(browser, site, at=DESK, locale="en")
    sit_down(person, f"/seat/{site.told['other_head']}")
    person.page.locator("#now a.button").click()
    expect(person.page.locator(".statement").first).to_be_focused()
    yield person
    person.page.context.close()


def done(person) -> int:
    """How many statements the page says are answered."""
    return int(DONE.search(person.page.locator(".progress").inner_text())[1])


def statement(person) -> str:
    return person.page.locator("#statement").inner_text()


def answer(person, *, guess: str = "40") -> str:
    """Answer the statement shown; what it was."""
    text = statement(person)
    person.page.get_by_label("Agree", exact=False).first.check()
    person.page.locator("input[name^=guess-]").first.fill(guess)
    person.press("Save and go on")
    expect(person.page.locator("#statement")).not_to_have_text(text)
    return text


@pytest.mark.parametrize(("key", "value"), [("a", "1"), ("p", "0"), ("d", "-1")])
def test_answer_by_keyboard_alone(delegate, key, value) -> None:
    page, before, text = delegate.page, done(delegate), statement(delegate)
    line = page.locator("#said").element_handle()

    page.keyboard.press(key)
    expect(page.locator(f"[name=vote][value='{value}']")).to_be_checked()
    expect(page.locator(".guess [type=range]").first).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.type("70")
    page.keyboard.press("Enter")

    expect(page.locator("#statement")).not_to_have_text(text)
    expect(page.locator("#statement")).to_be_focused()
    # The line that is read out is the same one as before: a line that came anew would be silent.
    assert line.inner_text().startswith(RECORDED)
    assert line.get_attribute("role") == "status"
    assert done(delegate) == before + 1


def test_answer_that_misses_something_says_so_where_one_is(delegate) -> None:
    page, text = delegate.page, statement(delegate)

    page.keyboard.press("Enter")

    assert statement(delegate) == text
    assert page.evaluate("document.activeElement.name") == "vote"
    assert page.evaluate("document.activeElement.validationMessage") != ""


def test_answer_is_changed_by_going_back_on_the_card(delegate) -> None:
    page = delegate.page
    text = answer(delegate, guess="40")
    before = done(delegate)

    delegate.press("Back")
    expect(page.locator("#statement")).to_have_text(text)
    expect(page.locator("#statement")).to_be_focused()
    shown = (page.locator("[name=vote]:checked").get_attribute("value"), _guess(page))
    page.keyboard.press("d")
    page.locator("input[name^=guess-]").first.fill("15")
    delegate.press("Save and go on")
    expect(page.locator("#statement")).not_to_have_text(text)
    delegate.press("Back")
    expect(page.locator("#statement")).to_have_text(text)

    changed = (page.locator("[name=vote]:checked").get_attribute("value"), _guess(page))
    assert (shown, changed, done(delegate)) == (("1", "40"), ("-1", "15"), before)


def test_browsers_own_back_leaves_the_cards_and_comes_forward_to_the_next(delegate) -> None:
    page = delegate.page
    answer(delegate)
    answered = done(delegate)

    page.go_back()
    expect(page.locator("#now")).to_be_visible()
    page.go_forward()

    expect(page.locator("[name=vote]:checked")).to_have_count(0)
    assert done(delegate) == answered


def test_save_pressed_twice_answers_once(delegate) -> None:
    page, before, text = delegate.page, done(delegate), statement(delegate)
    page.keyboard.press("a")

    page.locator("[data-save]").dblclick()

    expect(page.locator("#statement")).not_to_have_text(text)
    page.wait_for_load_state("networkidle")
    assert done(delegate) == before + 1
    page.reload()
    assert done(delegate) == before + 1
    expect(page.locator("[name=vote]:checked")).to_have_count(0)


def test_save_pressed_twice_without_javascript_answers_once(browser, site) -> None:
    person = arrive(browser, site, at=PHONE, javascript=False, locale="en")
    join(person, site.told["consultation"], "NATO")
    person.go(site.told["live"].replace("live/", "answer/"))
    person.page.locator("label.choice").first.click()

    person.page.locator("[data-save]").dblclick()

    person.sees(RECORDED)
    assert done(person) == 1
    person.page.context.close()


def test_lost_network_says_so_and_loses_nothing(delegate) -> None:
    page, before, text = delegate.page, done(delegate), statement(delegate)
    lost = page.locator("[data-lost]")
    page.keyboard.press("d")
    page.locator("input[name^=guess-]").first.fill("35")
    page.get_by_text("Add a comment").click()
    page.fill("[name=comment]", "Said before the line went dead.")

    page.context.set_offline(True)
    delegate.press("Save and go on")
    expect(lost).to_be_visible()
    kept = (
        page.locator("[name=vote]:checked").get_attribute("value"),
        _guess(page),
        page.input_value("[name=comment]"),
    )
    page.context.set_offline(False)
    delegate.press("Save and go on")

    expect(page.locator("#statement")).not_to_have_text(text)
    assert lost.get_attribute("role") == "alert"
    assert kept == ("-1", "35", "Said before the line went dead.")
    assert done(delegate) == before + 1


def test_words_that_could_not_be_sent_are_not_left_behind_unasked(delegate) -> None:
    page, asked = delegate.page, []
    page.keyboard.press("a")
    page.get_by_text("Add a comment").click()
    page.fill("[name=comment]", "Not yet sent.")
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))

    page.context.set_offline(True)
    delegate.press("Save and go on")
    expect(page.locator("[data-lost]")).to_be_visible()
    page.context.set_offline(False)
    page.reload()

    assert asked == ["beforeunload"]


def test_seat_whose_door_has_closed_is_shown_why(delegate) -> None:
    page = delegate.page
    page.keyboard.press("a")
    page.context.clear_cookies()

    delegate.press("Save and go on")

    delegate.sees("There is nothing at this address for you")


def _guess(page) -> str:
    return page.locator("input[name^=guess-]").first.input_value()
