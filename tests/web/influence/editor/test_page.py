"""The page around the drawing: what it loads and when, its table, its promises of safety and access."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.web.influence.editor.hand import DESK, PHONE
from tests.web.walk.look import AXE

TOO_SMALL = """[...document.querySelectorAll("#drawing :is(button, input, select, textarea)")]
    .filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect())
    .filter((box) => box.height < 44 || box.width < 44).length"""
DARK = """(() => {
    const sheet = document.querySelector("[data-id=layer2-node]");
    const { data } = sheet.getContext("2d").getImageData(0, 0, sheet.width, sheet.height);
    const dark = [];
    for (let i = 0; i < data.length; i += 4) dark.push(data[i + 3] > 128 && data[i] < 128);
    return dark;
})()"""


def test_drawing_is_fetched_only_when_asked_for(sit) -> None:
    hand = sit()
    fetched: list[str] = []
    hand.page.on("request", lambda request: fetched.append(request.url))

    hand.page.reload()
    before = [url for url in fetched if "cytoscape" in url or "/editor/" in url]
    hand.draw()
    after = [url for url in fetched if "cytoscape" in url]

    assert (before, len(after)) == ([], 1)


def test_table_is_as_the_server_would_write_it(sit) -> None:
    hand = sit().draw()
    hand.adds("Talks")
    hand.page.select_option("#map-side", "nato")
    hand.page.select_option("#map-kind", "driver")
    hand.links("Talks", "Fear")
    hand.sets("weight", "-0.25")
    hand.sets("low", "-0.5")
    hand.page.select_option("#map-delay", "weeks")
    hand.sets("confidence", "70")
    ours = hand.is_done().rows()

    hand.does("leave")
    hand.page.reload()

    assert hand.rows() == ours


@pytest.mark.parametrize(
    ("at", "scheme", "chosen"), [(DESK, "light", "From Exercises"), (PHONE, "dark", "Fear:")]
)
def test_drawing_breaks_no_promise(sit, at, scheme, chosen) -> None:
    hand = sit(viewport=at, color_scheme=scheme).draw()
    hand.chooses(chosen)

    found = Axe().run(hand.page, options=AXE).response["violations"]

    assert [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in found] == []
    assert hand.page.evaluate("document.documentElement.scrollWidth - innerWidth") == 0
    assert hand.page.locator("style").count() == 0
    assert (hand.page.evaluate(TOO_SMALL), hand.heard) == (0, [])


def test_renamed_concept_is_drawn_as_if_it_had_always_been_called_so(sit) -> None:
    hand = sit().draw()
    hand.chooses("Fear:")
    hand.sets("text", "Worry about being encircled by others")
    hand.is_done()
    hand.sheet.focus()
    hand.press("Escape", "0")

    drawn = _ink(hand)
    hand.page.reload()
    hand.sees_the_sheet().sheet.focus()
    hand.press("0")

    there = _ink(hand)
    assert sum(one != other for one, other in zip(drawn, there, strict=True)) < len(there) / 1000


def test_picture_of_the_page_follows_the_drawing(sit) -> None:
    hand = sit()
    circles = hand.page.locator("#picture:visible svg circle")
    expect(circles).to_have_count(4)

    hand.draw().chooses("Hotline:")
    expect(circles).to_have_count(0)
    hand.press("Delete").is_done().does("leave")

    expect(circles).to_have_count(3)


def test_spiral_is_shown_on_request(sit) -> None:
    hand = sit()
    ids = [one["id"] for one in hand.state()["concepts"] if one["text"] != "Hotline"]
    show = "ids => document.dispatchEvent(new CustomEvent('tracktwo:highlight', {detail: {concepts: ids}}))"

    hand.page.evaluate(show, ids)
    hand.sees_the_sheet()
    shown = _picture(hand)
    hand.sheet.focus()
    hand.press("Escape")

    assert (shown == _picture(hand), hand.heard) == (False, [])


def test_spiral_is_shown_from_the_sentence_that_tells_it(sit) -> None:
    hand = sit().draw()
    hand.links("Arms", "Exercises")
    hand.is_done().does("leave")

    hand.page.get_by_role("link", name="What it says").click()
    hand.page.get_by_role("link", name="Show it on the drawing").first.click()
    hand.sees_the_sheet()
    shown = _picture(hand)
    hand.sheet.focus()
    hand.press("Escape")

    assert "#show=" in hand.page.url
    assert (shown == _picture(hand), hand.heard) == (False, [])


def test_drawing_that_cannot_be_fetched_says_so(sit) -> None:
    hand = sit()
    hand.page.route("**/state", lambda route: route.abort())

    hand.page.click("#draw")
    expect(hand.page.locator("#map .error:visible")).to_have_text(
        "The drawing could not be loaded. Please try again."
    )
    hand.page.unroute("**/state")

    hand.draw()


def test_observer_looks_and_draws_nothing(sit) -> None:
    hand = sit("observer", drawn="joint").draw()
    hand.sheet.dblclick(position={"x": 200, "y": 200})

    expect(hand.page.locator("[data-name]")).to_be_hidden()
    disabled = hand.page.locator("#drawing .map-tools [data-do]:disabled")
    assert [one.get_attribute("data-do") for one in disabled.all()] == [
        "add",
        "connect",
        "undo",
        "redo",
        "arrange",
    ]


def _picture(hand) -> str:
    """What the sheet's ink is, whatever is around it."""
    hand.page.wait_for_timeout(200)  # it is painted in the next frame
    return hand.page.evaluate("document.querySelector('[data-id=layer2-node]').toDataURL()")


def _ink(hand) -> list[bool]:
    """Where the sheet is dark."""
    hand.page.wait_for_timeout(400)
    return hand.page.evaluate(DARK)
