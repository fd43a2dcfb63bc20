"""A passage becomes a field where it stands, and what is typed there is kept."""

from playwright.sync_api import expect

from tests.web.texts.editing.pen import OFFLINE

OURS = "The sides meet twice a year."
STANDS = "The sides meet every year."


def test_words_written_in_place_are_there_again_after_a_reload(write) -> None:
    pen = write().edits().writes(OURS).is_saved()

    pen.page.reload()
    pen.edits()

    expect(pen.field).to_have_value(OURS)
    expect(pen.unit("u1").locator(".private-mark")).to_have_text("your draft")
    assert pen.heard == []


def test_passage_of_any_name_is_written_in_place(write) -> None:
    pen = write()
    pen.page.goto(f"{pen.page.url.partition('texts/')[0]}texts/")
    pen.page.get_by_role("link", name="Odd names").click()

    pen.edits("3/a b").writes(OURS).is_saved()

    assert pen.heard == []


def test_brackets_are_shown_without_their_marks(write) -> None:
    pen = write().edits("u2")

    expect(pen.field).to_have_value("The sides [shall/should] announce exercises.")


def test_text_is_written_with_the_keys_alone(write) -> None:
    pen = write()
    pen.unit("u1").locator("a.state").focus()

    pen.page.keyboard.press("e")
    expect(pen.field).to_be_focused()
    pen.page.keyboard.press("ControlOrMeta+a")
    pen.page.keyboard.type(OURS)
    pen.page.keyboard.press("Escape")

    expect(pen.field).to_have_count(0)
    expect(pen.unit("u1").locator(".edit-unit")).to_be_focused()
    pen.page.keyboard.press("Enter")
    expect(pen.field).to_have_value(OURS)


def test_character_that_is_being_composed_is_not_sent(write) -> None:
    pen = write().opens_the_page_of("u1", "zh")
    sent = []
    pen.page.on(
        "request", lambda one: sent.append(one.post_data_json) if one.method == "POST" else None
    )
    composing = pen.page.context.new_cdp_session(pen.page)
    pen.field.focus()
    pen.page.keyboard.press("ControlOrMeta+End")

    composing.send(
        "Input.imeSetComposition", {"text": "ni", "selectionStart": 2, "selectionEnd": 2}
    )
    pen.page.wait_for_timeout(900)
    assert sent == []
    composing.send("Input.insertText", {"text": "你们"})

    pen.is_saved()
    assert [one["words"] for one in sent] == ["双方每年会晤。你们"]


def test_words_typed_without_a_connection_are_sent_when_it_is_back(write) -> None:
    pen = write().edits()
    pen.goes_offline()
    pen.writes(OURS)
    expect(pen.state).to_have_text(OFFLINE)

    pen.comes_back()

    pen.is_saved()
    pen.page.reload()
    pen.edits()
    expect(pen.field).to_have_value(OURS)


def test_words_that_are_not_saved_are_not_left_behind_unasked(write) -> None:
    pen = write().edits()
    pen.goes_offline()
    pen.writes(OURS)
    asked = []
    pen.page.on("dialog", lambda one: (asked.append(one.type), one.dismiss()))
    expect(pen.state).to_have_text(OFFLINE)

    pen.page.evaluate("setTimeout(() => location.reload())")
    pen.page.wait_for_timeout(500)

    assert asked == ["beforeunload"]
    expect(pen.field).to_have_value(OURS)
    kept = "[...Object.values(localStorage), ...Object.values(sessionStorage)].join()"
    assert "twice a year" not in pen.page.evaluate(kept)
    pen.comes_back()
    pen.is_saved()


def test_draft_that_reads_as_the_text_again_is_none(write) -> None:
    pen = write().edits().writes(OURS).is_saved()

    pen.writes(STANDS)

    expect(pen.state).to_have_text("As the text stands: no draft is kept")
    pen.page.reload()
    expect(pen.unit("u1").locator(".private-mark")).to_have_count(0)


def test_draft_is_laid_on_the_table_from_where_it_was_written(write) -> None:
    pen = write().edits().writes(OURS)

    pen.page.get_by_role("link", name="Lay it on the table").click()
    expect(pen.page.locator(".changed ins")).to_contain_text("twice a")
    pen.page.get_by_role("button", name="Lay it on the table").click()

    expect(pen.page.locator("h1")).to_have_text("Proposal p1: other words")


def test_discarded_draft_does_not_come_back(write) -> None:
    pen = write().edits().writes(OURS).is_saved()

    pen.page.get_by_role("button", name="Discard the draft").click()
    expect(pen.page.locator("#messages")).to_contain_text("The draft is discarded.")
    pen.edits()

    expect(pen.field).to_have_value(STANDS)


def test_everything_goes_by_pages_where_no_script_runs(write) -> None:
    pen = write(java_script_enabled=False).opens_the_page_of()
    pen.writes(OURS)
    pen.page.get_by_role("button", name="Save the draft").click()

    expect(pen.page.locator("#messages")).to_contain_text("The draft is saved.")
    pen.page.get_by_role("link", name="Lay it on the table").click()
    pen.page.get_by_role("button", name="Lay it on the table").click()
    expect(pen.page.locator("h1")).to_have_text("Proposal p1: other words")
