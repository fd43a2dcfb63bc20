"""Several draw one map at once, some of them without a connection: nothing is lost, and all see the same."""

import pytest
from playwright.sync_api import expect

from tests.web.influence.editor.hand import Hand


@pytest.fixture
def two(sit) -> tuple[Hand, Hand]:
    """Two of one side, both drawing."""
    return sit().draw(), sit("colleague").draw()


def test_two_draw_at_once_and_end_with_the_same_map(two) -> None:
    for number in range(3):
        for hand, name in zip(two, ("Talks", "Tariffs"), strict=True):
            hand.adds(f"{name} {number}")
            hand.links(f"{name} {number}", "Fear")
    for hand in two:
        hand.is_done()
        expect(hand.page.locator("#links tbody tr")).to_have_count(9)

    concepts, links = two[0].drawn()
    assert (len(concepts), len(links)) == (10, 9)
    assert two[0].rows() == two[1].rows()


def test_a_map_that_arrives_late_takes_nothing_away(two) -> None:
    hand, colleague = two
    late = []
    hand.page.route("**/state", lambda route: late.append((route, route.fetch())), times=1)
    colleague.adds("Tariffs")
    colleague.is_done()
    while not late:
        hand.page.wait_for_timeout(20)
    hand.adds("Talks")  # is chosen, and the panel speaks of it
    hand.is_done()
    shown = "window.gone = 0; new MutationObserver(() => { gone += document.querySelector('[data-concept]').hidden })"
    hand.page.evaluate(
        f"{shown}.observe(document.querySelector('[data-panel]'), {{subtree: true, attributes: true}})"
    )

    route, answer = late.pop()
    route.fulfill(response=answer)
    expect(hand.page.locator("#concepts")).to_contain_text("Tariffs")

    assert hand.page.evaluate("gone") == 0
    assert set(hand.drawn()[0]) >= {"Talks", "Tariffs"}


def test_changes_wait_for_a_connection_also_across_a_reload(sit) -> None:
    hand = sit().draw()
    hand.goes_offline()

    hand.adds("Talks")
    hand.links("Talks", "Fear")
    hand.sets("weight", "-0.6")
    waiting = "No connection. 3 changes are kept on this device and sent later."
    expect(hand.saved).to_have_text(waiting)
    hand.page.reload()
    hand.sees_the_sheet()  # it was left drawing
    expect(hand.saved).to_have_text(waiting)
    expect(hand.page.locator("#links")).to_contain_text("−0.6")
    hand.comes_back()

    hand.is_done()
    assert hand.drawn()[1][("Talks", "Fear")] == -0.6


def test_changes_of_different_fields_are_joined_unasked(two) -> None:
    hand, colleague = two
    hand.goes_offline()
    hand.chooses("Fear:")
    hand.sets("text", "Worry")
    colleague.chooses("Fear:")
    colleague.page.select_option("#map-kind", "risk")
    colleague.is_done()

    hand.comes_back()

    assert hand.is_done().drawn()[0]["Worry"] == ("risk", "china")


@pytest.mark.parametrize(("answer", "name"), [("Keep yours", "Worry"), ("Keep theirs", "Dread")])
def test_two_names_for_one_concept_are_asked_about(two, answer, name) -> None:
    hand, colleague = two
    hand.goes_offline()
    hand.chooses("Fear:")
    hand.sets("text", "Worry")
    colleague.chooses("Fear:")
    colleague.sets("text", "Dread")
    colleague.is_done()

    hand.comes_back()
    expect(hand.asked).to_contain_text("Somebody changed “Dread” meanwhile.")
    expect(hand.asked).to_contain_text("Theirs: Dread")
    expect(hand.asked).to_contain_text("Yours: Worry")
    hand.asked.get_by_role("button", name=answer).click()

    hand.is_done()
    expect(colleague.page.locator("#concepts")).to_contain_text(name)
    assert set(hand.drawn()[0]) == {"Exercises", name, "Arms", "Hotline"}


def test_what_somebody_is_writing_is_not_overwritten(two) -> None:
    hand, colleague = two
    hand.chooses("Fear:")
    hand.page.locator("#map-text").focus()
    hand.press("Control+a")
    hand.page.keyboard.type("Wor")
    colleague.chooses("Fear:")
    colleague.sets("text", "Dread")
    colleague.is_done()
    expect(hand.page.locator("#concepts")).to_contain_text("Dread")

    hand.page.keyboard.type("ry")
    hand.press("Tab")

    expect(hand.asked).to_contain_text("Yours: Worry")
    hand.asked.get_by_role("button", name="Keep yours").click()
    assert "Worry" in hand.is_done().drawn()[0]


def test_concept_that_a_colleague_removed_can_be_put_back(two) -> None:
    hand, colleague = two
    hand.goes_offline()
    hand.chooses("Hotline:")
    hand.sets("text", "Red telephone")
    colleague.chooses("Hotline:")
    colleague.press("Delete").is_done()

    hand.comes_back()
    expect(hand.asked).to_contain_text(
        "Somebody removed “Hotline” meanwhile, and you had changed it."
    )
    hand.asked.get_by_role("button", name="Keep yours").click()

    assert hand.is_done().drawn()[0]["Red telephone"] == ("measure", "")


def test_same_link_drawn_by_two_is_one_link(two) -> None:
    hand, colleague = two
    hand.goes_offline()
    hand.links("Arms", "Exercises")
    hand.sets("weight", "0.9")
    colleague.links("Arms", "Exercises")
    colleague.is_done()

    hand.comes_back()

    assert hand.is_done().drawn()[1][("Arms", "Exercises")] == 0.9


def test_closed_drawing_keeps_what_was_not_taken_until_told_to_forget_it(sit) -> None:
    hand, head = sit().draw(), sit("head")
    hand.goes_offline()
    hand.adds("Too late")
    head.page.goto(head.page.url + "release")
    head.page.locator("main form button.button").first.click()
    head.page.wait_for_url("**/maps/*/")

    hand.comes_back()
    expect(hand.saved).to_have_text(
        "Drawing is closed now. 1 change was not taken and is kept on this device."
    )
    hand.asked.get_by_role("button", name="Forget them").click()

    expect(hand.saved).to_have_text("Drawing is closed now. All changes are saved.")
    expect(hand.page.locator("#drawing [data-do=add]")).to_be_disabled()
    assert "Too late" not in hand.drawn()[0]
