"""Lines broken at a margin, and lines that are not."""

from tracktwo.exchange.document.paragraphs import paragraphs_of
from tracktwo.exchange.document.wrapping import unwrapped


def _read(text: str) -> list[tuple[int, str]]:
    return [(one.line, one.text) for one in unwrapped(paragraphs_of(text.splitlines()))]


def test_full_lines_are_joined() -> None:
    text = "The river rises in the hills and\nruns to the sea, where it meets\nthe tide.\n\nIt is wide."

    assert _read(text) == [
        (1, "The river rises in the hills and runs to the sea, where it meets the tide."),
        (5, "It is wide."),
    ]


def test_short_lines_stay_apart() -> None:
    text = "Dr. A\nProf. B, Director of the Institute\nMs. C\nMr. D\n"

    assert [line for line, _ in _read(text)] == [1, 2, 3, 4]


def test_lines_set_in_under_an_item_belong_to_it() -> None:
    assert _read("- The river\n  rises.\n- It falls.") == [
        (1, "- The river rises."),
        (3, "- It falls."),
    ]


def test_capital_lines_are_one_heading() -> None:
    assert _read("THE RIVER AND\nTHE SEA\nText.") == [(1, "THE RIVER AND THE SEA"), (3, "Text.")]


def test_chinese_lines_are_joined_without_a_space() -> None:
    assert _read("河流从山上流下来，经过平原，\n一直流到大海，与潮水相会于\n海口。") == [
        (1, "河流从山上流下来，经过平原，一直流到大海，与潮水相会于海口。")
    ]


def test_year_after_a_full_stop_begins_an_entry() -> None:
    text = "2002  The ministers met on the river.\n2007  The ministers met by the sea.\n2009  They met.\n"

    assert [line for line, _ in _read(text)] == [1, 2, 3]


def test_hyphen_at_the_margin_stays() -> None:
    assert _read("- a long-\n  term plan") == [(1, "- a long-term plan")]
