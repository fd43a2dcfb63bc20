"""A map drawn with a mouse, with keys alone, and with a thumb."""

from playwright.sync_api import expect

from tests.web.influence.editor.hand import PHONE, Hand


def test_map_is_drawn_with_a_mouse(sit) -> None:
    hand = sit(drawn="joint").draw()
    box = hand.sheet.bounding_box()

    _name_at(hand, box["x"] + 150, box["y"] + 120, "Talks")
    _name_at(hand, box["x"] + 450, box["y"] + 320, "Trust")
    hand.page.mouse.click(box["x"] + 150, box["y"] + 120)
    _drag(hand, hand.rim(), (box["x"] + 450, box["y"] + 320))
    hand.sets("weight", "0.85")
    hand.page.mouse.click(box["x"] + 450, box["y"] + 320)
    hand.page.select_option("#map-kind", "perception")
    hand.page.select_option("#map-side", "china")
    before = hand.is_done().place("Trust")
    _drag(hand, (box["x"] + 450, box["y"] + 320), (box["x"] + 500, box["y"] + 380))

    hand.is_done()
    moved = hand.place("Trust")
    assert hand.drawn() == (
        {"Talks": ("", ""), "Trust": ("perception", "china")},
        {("Talks", "Trust"): 0.85},
    )
    assert (moved[0] > before[0], moved[1] > before[1]) == (True, True)


def test_concept_is_renamed_where_it_stands(sit) -> None:
    hand = sit().draw()
    hand.chooses("Fear:")
    x, y = hand.rim()

    hand.page.mouse.dblclick(x - 40, y)
    hand.page.keyboard.type("Worry")
    hand.press("Enter").is_done()

    assert set(hand.drawn()[0]) == {"Exercises", "Worry", "Arms", "Hotline"}


def test_map_is_drawn_with_keys_alone(sit) -> None:
    hand = sit()
    hand.page.locator("#draw").focus()

    hand.press("Enter").sees_the_sheet()
    expect(hand.sheet).to_be_focused()
    hand.press("n")
    hand.page.keyboard.type("Talks")
    hand.press("Enter", "l")
    _walk_to(hand, "Fear:", "Shift+Tab")
    hand.press(
        "Enter", "Enter", "ArrowLeft", "ArrowLeft", "Tab"
    )  # the link, its slider, its number
    hand.sheet.focus()
    hand.press("Escape")
    _walk_to(hand, "Hotline:")
    hand.press("Delete")

    hand.is_done()
    assert hand.drawn() == (
        {
            "Exercises": ("action", "nato"),
            "Fear": ("perception", "china"),
            "Arms": ("capability", "china"),
            "Talks": ("", ""),
        },
        {("Exercises", "Fear"): 0.7, ("Fear", "Arms"): 0.5, ("Talks", "Fear"): 0.4},
    )


def test_keys_tell_what_they_come_upon_and_let_go(sit) -> None:
    hand = sit().draw()

    told = [
        _told_after(hand, key) for key in ("Tab", "ArrowRight", "ArrowDown", "ArrowLeft", "Tab")
    ]
    hand.press("Escape", "Escape")
    expect(hand.page.locator("[data-do=leave]")).to_be_focused()
    hand.sheet.focus()
    for _ in range(9):
        hand.press("Tab")
    expect(hand.sheet).not_to_be_focused()

    assert told == [
        "Exercises: action, NATO experts. 1 link out, 0 in.",
        "Fear: perception, Chinese experts. 1 link out, 2 in.",
        "Arms: capability, Chinese experts. 0 links out, 1 in.",
        "Hotline: measure, nobody’s in particular. 1 link out, 0 in.",
        "From Hotline to Fear: weakens (−0.4).",
    ]


def test_concept_is_moved_with_keys(sit) -> None:
    hand = sit().draw()
    hand.chooses("Fear:")

    hand.press("Shift+ArrowRight", "Shift+ArrowUp").is_done()

    assert hand.place("Fear") == (0.5567, 0.44)


def test_map_is_drawn_with_a_thumb(sit) -> None:
    hand = sit(viewport=PHONE, has_touch=True, is_mobile=True, drawn="joint")
    hand.page.tap("#draw")
    hand.sees_the_sheet()
    hand.sheet.evaluate("one => one.scrollIntoView({block: 'center'})")
    box = hand.sheet.bounding_box()

    for x, y, name in ((90, 90, "Talks"), (200, 260, "Trust")):
        _tap(hand, box["x"] + x, box["y"] + y)
        _tap(hand, box["x"] + x, box["y"] + y)
        hand.page.keyboard.type(name)
        hand.press("Enter")
    _tap(hand, box["x"] + 90, box["y"] + 90)
    hand.page.tap("[data-rim]")
    _tap(hand, box["x"] + 200, box["y"] + 260)

    hand.is_done()
    assert hand.drawn() == ({"Talks": ("", ""), "Trust": ("", "")}, {("Talks", "Trust"): 0.5})


def test_link_is_described_in_the_panel(sit) -> None:
    hand = sit().draw()
    hand.chooses("From Exercises to Fear")

    hand.sets("low", "0.5")
    hand.sets("high", "0.8")
    hand.sets("weight", "0.9")  # the range is stretched to hold it
    hand.page.select_option("#map-delay", "months")
    hand.sets("confidence", "80")
    hand.sets("evidence", "Interviews")
    hand.is_done()

    link = next(one for one in hand.state()["links"] if one["evidence"])
    said = {
        name: link[name] for name in ("weight", "low", "high", "delay", "confidence", "evidence")
    }
    assert said == {
        "weight": 0.9,
        "low": 0.5,
        "high": 0.9,
        "delay": "months",
        "confidence": 0.8,
        "evidence": "Interviews",
    }


def test_what_cannot_be_meant_is_said_and_not_kept(sit) -> None:
    hand = sit().draw()
    hand.chooses("From Exercises to Fear")

    hand.sets("low", "0.8")
    expect(hand.page.locator("[data-wrong]")).to_contain_text("within its own range")
    hand.is_done()

    expect(hand.page.locator("#map-low")).to_have_value("")
    assert [one["low"] for one in hand.state()["links"]] == [None, None, None]


def _name_at(hand: Hand, x: float, y: float, name: str) -> None:
    hand.page.mouse.dblclick(x, y)
    hand.page.keyboard.type(name)
    hand.press("Enter")


def _drag(hand: Hand, start: tuple[float, float], end: tuple[float, float]) -> None:
    mouse = hand.page.mouse
    mouse.move(*start)
    mouse.down()
    mouse.move((start[0] + end[0]) / 2, (start[1] + end[1]) / 2, steps=4)
    mouse.move(*end, steps=4)
    mouse.up()


def _tap(hand: Hand, x: float, y: float) -> None:
    hand.page.touchscreen.tap(x, y)
    hand.page.wait_for_timeout(60)  # between the two taps of one


def _told_after(hand: Hand, key: str) -> str:
    return hand.press(key).page.locator("[data-aloud]").inner_text()


def _walk_to(hand: Hand, told: str, key: str = "Tab") -> None:
    for _ in range(20):
        if _told_after(hand, key).startswith(told):
            return
    raise AssertionError(told)
