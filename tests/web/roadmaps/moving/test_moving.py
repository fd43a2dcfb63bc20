"""A meeting is moved on the sheet of a month, by pointer and by keys; nothing is saved before it is confirmed."""

import re

from playwright.sync_api import expect


def test_dragged_meeting_says_what_it_would_break_and_stays_when_not_confirmed(hand) -> None:
    one = hand()

    one.page.get_by_role("listitem").filter(has_text="Talks I").first.drag_to(one.day("2022-05-26"))
    dialog = one.page.get_by_role("dialog")
    expect(dialog).to_contain_text("It would break:")
    expect(dialog).to_contain_text("holiday")
    dialog.get_by_role("link", name="Not now").click()

    expect(dialog).to_be_hidden()
    one.page.reload()
    expect(one.day("2022-05-10")).to_contain_text("Talks I")
    assert one.heard == []


def test_meeting_carried_by_keys_is_drafted_once_confirmed(hand) -> None:
    one = hand()
    handle = one.day("2022-05-24").get_by_role("button", name="Move Video call")

    handle.focus()
    for key in ("Enter", "ArrowDown", "ArrowRight", "Enter"):
        one.page.keyboard.press(key)
    dialog = one.page.get_by_role("dialog")
    expect(dialog).to_contain_text("Wed 1 June 2022")
    dialog.get_by_role("button", name="Draft this day").click()

    one.page.wait_for_url(re.compile(r"calendar/\?month=2022-06$"))
    expect(one.day("2022-06-01")).to_contain_text("Video call")
    assert one.heard == []


def test_carried_meeting_is_put_back_by_escape(hand) -> None:
    one = hand()

    one.day("2022-05-10").get_by_role("button", name="Move Talks I").focus()
    for key in ("Enter", "ArrowRight", "Escape"):
        one.page.keyboard.press(key)

    expect(one.page.locator("#carried")).to_have_text("Put back.")
    assert one.page.locator(".over, .lifted").count() == 0


def test_day_is_chosen_by_a_tap_too(hand) -> None:
    one = hand(viewport={"width": 820, "height": 1100}, has_touch=True)

    one.day("2022-05-10").get_by_role("button", name="Move Talks I").tap()
    one.day("2022-05-12").locator(".number").tap()

    expect(one.page.get_by_role("dialog")).to_contain_text("Thu 12 May 2022")


def test_head_reads_the_sheet_and_moves_nothing(hand) -> None:
    one = hand("head")

    expect(one.day("2022-05-10")).to_contain_text("Beijing 09:30")
    assert one.page.locator("[data-move], [data-carry], [draggable=true]").count() == 0
