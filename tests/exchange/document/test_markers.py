"""Marks at the beginning of lines."""

import pytest

from tracktwo.exchange.document.markers import Marker, marked, number_value


@pytest.mark.parametrize(
    ("line", "kind", "number", "rest"),
    [
        ("▪ War.", "bullet", "", "War."),
        ("•War.", "bullet", "", "War."),
        ("– War.", "bullet", "", "War."),
        ("\uf0b7 War.", "bullet", "", "War."),
        ("IV. RISKS", "roman", "IV", "RISKS"),
        ("IV - Risques", "roman", "IV", "Risques"),
        ("III RISKS", "roman", "III", "RISKS"),
        ("Chapter 3: Risks", "chapter", "3", "Risks"),
        ("PART TWO. RISKS", "chapter", "TWO", "RISKS"),
        ("Annexe A – Jalons", "chapter", "A", "Jalons"),
        ("第三章 风险", "chapter", "三", "风险"),
        ("三、风险", "han", "三", "风险"),
        ("（二）风险", "part", "二", "风险"),
        ("1. War", "arabic", "1", "War"),
        ("12) War", "arabic", "12", "War"),
        ("(3) War", "arabic", "3", "War"),
        ("1、战争", "arabic", "1", "战争"),
        ("1.战争", "arabic", "1", "战争"),
        ("2° Guerre", "arabic", "2", "Guerre"),
        ("5.1 Safety", "nested", "5.1", "Safety"),
        ("a) War", "letter", "a", "War"),
        ("(iv) War", "letter", "iv", "War"),
        ("A. War", "letter", "A", "War"),
    ],
)
def test_mark_is_taken_off(line: str, kind: str, number: str, rest: str) -> None:
    assert marked(line) == (Marker(kind, number), rest)


@pytest.mark.parametrize(
    "line",
    [
        "War.",
        "1.5 million",
        "2002 Visit",
        "I am",
        "-5 degrees",
        "U.S. policy",
        "10:30 start",
        "•",
        "partition",
    ],
)
def test_line_without_mark_is_whole(line: str) -> None:
    assert marked(line) == (None, line)


@pytest.mark.parametrize(
    ("number", "value"),
    [
        ("IV", 4),
        ("XXXIX", 39),
        ("7", 7),
        ("十", 10),
        ("二十三", 23),
        ("九", 9),
        ("TWO", 0),
        ("", 0),
    ],
)
def test_number_has_a_value(number: str, value: int) -> None:
    assert number_value(number) == value
