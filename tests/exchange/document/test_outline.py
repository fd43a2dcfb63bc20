"""Headings, items and plain text, and which section lies in which."""

from tracktwo.exchange.document.outline import outline
from tracktwo.exchange.document.paragraphs import paragraphs_of


def _headings(text: str) -> list[tuple[str, str, str]]:
    """Every heading, its number, and the heading around it."""
    sections = outline(paragraphs_of(text.splitlines()))
    return [
        (
            one.heading.text,
            one.heading.number,
            one.parent.heading.text if one.parent and one.parent.heading else "",
        )
        for one in sections
        if one.heading
    ]


def test_roman_and_arabic_headings_are_two_levels() -> None:
    text = "I. RISKS\n\nText here.\n\n1. At sea\n\nText here.\n\n2. On land\n\nText here.\n\nII. HOPES\n\nText."

    assert _headings(text) == [
        ("RISKS", "I", ""),
        ("At sea", "1", "RISKS"),
        ("On land", "2", "RISKS"),
        ("HOPES", "II", ""),
    ]


def test_count_that_begins_anew_lies_inside() -> None:
    text = "5. Risks\n\nText here.\n\n1. At sea\n\nText here.\n\n1. On land\n\nText here.\n\n6. Hopes\n\nText."

    assert _headings(text) == [
        ("Risks", "5", ""),
        ("At sea", "1", "Risks"),
        ("On land", "1", "Risks"),
        ("Hopes", "6", ""),
    ]


def test_numbered_titles_in_a_row_are_a_list() -> None:
    assert _headings("Hopes\n\n1. Fish\n2. Ships\n3. Floods\n\nThat is all of it.") == [
        ("Hopes", "", "")
    ]


def test_heading_in_a_list_is_a_heading_where_it_goes_on_counting() -> None:
    text = "4. Risks\n\n- War.\n- 5. Common ground\n\nText."

    assert [one[:2] for one in _headings(text)] == [("Risks", "4"), ("Common ground", "5")]


def test_number_in_a_list_that_does_not_go_on_is_an_item() -> None:
    assert [one[0] for one in _headings("4. Risks\n\n- War.\n- 9. Lives\n\nText.")] == ["Risks"]


def test_short_lines_are_headings_only_without_marked_ones() -> None:
    plain = "Risks\n\nText here.\n\nHopes\n\nText here."

    assert [one[0] for one in _headings(plain)] == ["Risks", "Hopes"]
    assert [one[0] for one in _headings(f"# A\n\n# B\n\n{plain}")] == ["A", "B"]


def test_lead_in_with_the_word_of_a_topic_is_a_heading() -> None:
    assert _headings("Risks:\n- War.\n\nThey are:\n- Many.") == [("Risks", "", "")]


def test_table_of_contents_is_left_out() -> None:
    assert _headings("I. RISKS ........ 3\nII. HOPES ........ 5\n\nI. RISKS\n\nText.") == [
        ("RISKS", "I", "")
    ]


def test_head_of_a_table_is_no_heading() -> None:
    assert [one[0] for one in _headings("Milestones\n\nYear\n\n2002 Visit.\n\n2003 War.")] == [
        "Milestones"
    ]


def test_shouting_is_no_heading() -> None:
    text = "THERE IS NO WARRANTY. THE RISK IS YOURS, AND YOURS ALONE\n\nText."

    assert _headings(text) == []
