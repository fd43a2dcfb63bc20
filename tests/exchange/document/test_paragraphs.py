"""Lines as paragraphs with their places."""

from tracktwo.exchange.document.paragraphs import Paragraph, lines_of, paragraphs_of


def test_lines_are_counted_as_an_editor_does() -> None:
    assert lines_of("a\r\nb\rc\n\nd\n") == ["a", "b", "c", "", "d"]


def test_paragraphs_carry_place_indent_and_gap() -> None:
    assert paragraphs_of(["One.", "", "\ttwo", "   three"]) == [
        Paragraph(1, "One.", gap=True),
        Paragraph(3, "two", depth=4, gap=True),
        Paragraph(4, "three", depth=3),
    ]


def test_markdown_headings_have_levels() -> None:
    lines = ["Title", "=====", "Part", "----", "### Deep ###", "**Bold**", "***", "text"]

    assert paragraphs_of(lines) == [
        Paragraph(1, "Title", gap=True, heading=1),
        Paragraph(3, "Part", gap=True, heading=2),
        Paragraph(5, "Deep", gap=True, heading=3),
        Paragraph(6, "Bold", is_bold=True),
        Paragraph(8, "text", gap=True),
    ]


def test_odd_spaces_and_controls_are_gone() -> None:
    assert [one.text for one in paragraphs_of(["\u3000a\u00a0\u200bb\x1b[31m\u0085c\u00ad"])] == [
        "a b[31m c"
    ]
