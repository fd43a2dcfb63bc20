"""What was done is taken back, and done again."""

from playwright.sync_api import expect


def test_steps_are_taken_back_and_done_again(sit) -> None:
    hand = sit().draw()
    before = hand.drawn()

    hand.adds("Talks")
    hand.links("Talks", "Fear")
    hand.sets("weight", "-0.3")
    after = hand.is_done().drawn()
    hand.sheet.focus()
    hand.press("Control+z", "Control+z", "Control+z").is_done()
    undone = hand.drawn()
    hand.press("Control+Shift+z", "Control+Shift+z", "Control+Shift+z").is_done()

    assert after[1][("Talks", "Fear")] == -0.3
    assert (undone, hand.drawn()) == (before, after)


def test_removed_concept_comes_back_with_its_links(sit) -> None:
    hand = sit().draw()
    before = hand.drawn()
    hand.chooses("Fear:")

    hand.press("Delete").is_done()
    without = hand.drawn()
    hand.press("Control+z").is_done()

    assert without[1] == {}
    assert hand.drawn() == before


def test_arranging_is_one_step(sit) -> None:
    hand = sit().draw()
    before = hand.place("Fear")

    hand.does("arrange")
    arranged = hand.is_done().place("Fear")
    hand.does("undo")

    assert arranged != before
    assert hand.is_done().place("Fear") == before


def test_undo_of_what_a_colleague_has_changed_is_asked_about(sit) -> None:
    hand, colleague = sit().draw(), sit("colleague").draw()
    hand.chooses("Fear:")
    hand.page.select_option("#map-kind", "driver")
    hand.is_done()
    colleague.chooses("Fear: outside driver")
    colleague.page.select_option("#map-kind", "risk")
    colleague.is_done()
    expect(hand.page.locator("#map-kind")).to_have_value("risk")

    hand.does("undo")
    expect(hand.asked).to_contain_text("Somebody has changed “Fear” since. Undo it all the same?")
    hand.asked.get_by_role("button", name="Leave it").click()
    left = hand.is_done().drawn()[0]["Fear"]
    hand.does("undo")
    hand.asked.get_by_role("button", name="Undo it").click()
    expect(hand.page.locator("#map-kind")).to_have_value("perception")

    assert (left, hand.is_done().drawn()[0]["Fear"]) == (("risk", "china"), ("perception", "china"))
