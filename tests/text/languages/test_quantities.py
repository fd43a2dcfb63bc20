"""Numbers, dates and percents."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracktwo.text.languages.quantities import quantities, quantity_gaps


@pytest.mark.parametrize(
    ("left", "left_language", "right", "right_language"),
    [
        ("on 14 June 2021", "en", "2021年6月14日", "zh"),
        ("on June 14, 2021", "en", "二〇二一年六月十四日", "zh"),
        ("le 14 juin 2021", "fr", "2021年6月14日", "zh"),
        ("1er mai 2020", "fr", "1 May 2020", "en"),
        ("in June 2021", "en", "2021年6月", "zh"),
        ("in 2021", "en", "2021年", "zh"),
        ("30 allies", "en", "三十国", "zh"),
        ("thirty-one days", "en", "31天", "zh"),
        ("five per cent", "en", "百分之五", "zh"),
        ("5.5%", "en", "百分之五点五", "zh"),
        ("5,5 %", "fr", "5.5 per cent", "en"),
        ("1.4 billion", "en", "14亿", "zh"),
        ("20,000", "en", "两万", "zh"),
        ("20 000", "fr", "20,000", "en"),
        ("three days", "en", "三天", "zh"),
        ("Article 3", "en", "第三条", "zh"),
        ("the G7 and COVID-19 in the 1980s, one of them first", "en", "一些统一的十分重要", "zh"),
        ("quatre-vingt-dix jours", "fr", "90 days", "en"),
    ],
)
def test_same_quantities_agree(
    left: str, left_language: str, right: str, right_language: str
) -> None:
    assert quantity_gaps(left, left_language, right, right_language) == ()


@pytest.mark.parametrize(
    ("english", "chinese", "expected"),
    [
        ("within 30 days", "二十天内", [("30", "二十")]),
        ("within 30 days", "尽快", [("30", None)]),
        ("14 June 2021", "2021年6月15日", [("14 June 2021", "2021年6月15日")]),
        ("five per cent", "5", [("five per cent", "5")]),
        ("two ships and 3 planes", "三架", []),
        ("soon", "2026年", [(None, "2026")]),
    ],
)
def test_differing_quantities_are_told(
    english: str, chinese: str, expected: list[tuple[str | None, str | None]]
) -> None:
    found = quantity_gaps(english, "en", chinese, "zh")

    assert [
        (
            english[one.start : one.end] if one else None,
            chinese[other.start : other.end] if other else None,
        )
        for one, other in found
    ] == expected


@settings(max_examples=100)
@given(st.text(alphabet="0123456789一二三十百千万亿〇点年月日%, .第个国百分之 onetwenty", max_size=16), st.sampled_from(["en", "zh", "fr"]))  # fmt: skip
def test_any_source_can_be_read(source: str, language: str) -> None:
    found = quantities(source, language)

    assert all(0 <= one.start < one.end <= len(source) for one in found)
    assert quantity_gaps(source, language, source, language) == ()


def test_language_without_a_table_has_no_quantities() -> None:
    assert quantities("am 14. Juni 2021", "de") == ()
    assert quantities("5", "en")[0].value == Decimal(5)
