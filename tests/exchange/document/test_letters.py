"""Titles, capitals and widths."""

import pytest

from tracktwo.exchange.document.letters import columns, is_capital, is_title


@pytest.mark.parametrize(
    "text", ["Maritime security", "Fish, ships and floods", "海上安全", "U.S. policy at sea"]
)
def test_title_is_a_title(text: str) -> None:
    assert is_title(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "It rains.",
        "They are:",
        "双方同意。",
        "It rained. Then it snowed",
        "word " * 17,
        "字" * 33,
    ],
)
def test_sentence_is_no_title(text: str) -> None:
    assert not is_title(text)


@pytest.mark.parametrize(
    ("text", "capital"),
    [("RISKS", True), ("NATO–CHINA", True), ("UN", False), ("RISKs", False), ("IT RAINS.", False)],
)
def test_line_of_capitals(text: str, capital: bool) -> None:
    assert is_capital(text) is capital


def test_columns_of_a_text() -> None:
    assert [columns(one) for one in ("abc", "é", "海上", "海a")] == [3, 1, 4, 3]
