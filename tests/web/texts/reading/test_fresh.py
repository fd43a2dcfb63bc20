"""What the table changes is seen at once, and the reader stays where they were."""

from playwright.sync_api import Page, expect

from tests.web.texts.reading.test_panel import opened

LONG = "A remark of some length that the table reads."


def remarks_on(writer, unit: str, words: str = LONG) -> None:
    """Say something to the table, as a colleague elsewhere does."""
    shown = opened(writer, unit)
    shown.get_by_role("textbox", name="Remark").fill(words)
    shown.get_by_role("button", name="Say it to the table").click()
    expect(shown.get_by_text("Your remark is on the table.")).to_be_visible()


def is_listening(page: Page) -> None:
    expect(page.locator(".reading .live")).to_have_text("Live")
    page.wait_for_timeout(500)  # until the line is open nothing is heard


def place_of(page: Page, unit: str) -> float:
    return page.evaluate(f"document.getElementById('{unit}').getBoundingClientRect().top")


def test_change_of_the_table_is_seen_and_nothing_moves(write) -> None:
    reader, writer = write("other"), write("member")
    is_listening(reader.page)
    reader.page.set_viewport_size({"width": 1440, "height": 300})
    reader.page.evaluate("document.getElementById('u3').scrollIntoView()")
    before = place_of(reader.page, "u3")

    remarks_on(writer, "u1")

    expect(reader.unit("u1").get_by_text("1 remark")).to_have_count(1)
    assert abs(place_of(reader.page, "u3") - before) < 2
    assert reader.heard == []


def test_passage_that_is_being_edited_is_left_alone(write) -> None:
    reader, writer = write("other").edits("u1").writes("What I am writing."), write("member")
    is_listening(reader.page)

    remarks_on(writer, "u1")
    remarks_on(writer, "u3")

    expect(reader.unit("u3").get_by_text("1 remark")).to_have_count(1)
    expect(reader.field).to_have_value("What I am writing.")


def test_open_passage_is_read_anew_while_nothing_is_written_in_it(write) -> None:
    reader, writer = write("other"), write("member")
    is_listening(reader.page)
    shown = opened(reader, "u1")

    remarks_on(writer, "u1")
    expect(shown.get_by_text(LONG)).to_be_visible()

    shown.get_by_role("textbox", name="Remark").fill("Mine.")
    remarks_on(writer, "u1", "A second one.")
    expect(reader.unit("u1").get_by_text("2 remarks")).to_have_count(1)
    expect(shown.get_by_role("textbox", name="Remark")).to_have_value("Mine.")
