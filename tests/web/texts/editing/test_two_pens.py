"""Two of one side on one passage: each sees the other's words, somebody chooses, nothing is lost."""

import pytest
from playwright.sync_api import expect

ONE, OTHER = "The sides meet twice.", "The sides meet often."


@pytest.fixture
def two(write):
    """Two of one side with the same passage open."""
    return write().edits(), write("colleague").edits()


@pytest.mark.parametrize(("answer", "stands"), [("Keep mine", OTHER), ("Take theirs", ONE)])
def test_second_pen_compares_and_chooses(two, answer, stands) -> None:
    pen, colleague = two
    pen.writes(ONE).is_saved()

    colleague.writes(OTHER)
    expect(colleague.asked).to_contain_text("A colleague has written here meanwhile.")
    expect(colleague.asked.locator("del")).to_have_text("twice")
    expect(colleague.asked.locator("ins")).to_have_text("often")
    expect(colleague.field).to_have_value(OTHER)
    colleague.asked.get_by_role("button", name=answer).click()

    expect(colleague.asked).to_be_hidden()
    colleague.is_saved()
    pen.page.reload()
    pen.edits()
    expect(pen.field).to_have_value(stands)


def test_own_words_can_be_worked_on_before_choosing(two) -> None:
    pen, colleague = two
    pen.writes(ONE).is_saved()
    colleague.writes(OTHER)
    expect(colleague.asked).to_be_visible()

    colleague.asked.get_by_role("button", name="Go on editing").click()
    expect(colleague.field).to_be_focused()
    colleague.writes("The sides meet twice, and often.")
    colleague.page.wait_for_timeout(700)
    expect(colleague.state).to_contain_text("Not saved")
    colleague.asked.get_by_role("button", name="Keep mine").click()

    colleague.is_saved()
    pen.page.reload()
    pen.edits()
    expect(pen.field).to_have_value("The sides meet twice, and often.")


def test_colleagues_see_that_somebody_writes_and_the_other_side_does_not(write) -> None:
    pen, colleague, other = write(), write("colleague"), write("other")
    for one in (pen, colleague, other):
        one.has_asked_for_drafts()

    pen.edits().writes(ONE).is_saved()

    writing = "[data-unit=u1] .beside-unit .writing"
    expect(colleague.page.locator(writing)).to_have_text("A colleague is writing here")
    expect(pen.page.locator(writing)).to_have_count(0)
    other.page.wait_for_timeout(6000)
    expect(other.page.locator(writing)).to_have_count(0)
