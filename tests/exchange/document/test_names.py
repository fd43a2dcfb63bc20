"""Names of one side and of two."""

import pytest

from tracktwo.exchange.document.names import is_same_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("China", "Chinese"), ("CHINA", "China"), ("Russia", "Russian"), ("Korea", "Korean"),
        ("Turkey", "Turkish"), ("Germany", "German"), ("Britain", "British"), ("NATO", "NATO allies"),
        ("North Korea", "North Korean"), ("Lowland", "Lowlanders"), ("People's Republic of China", "Chinese"),
        ("Chine", "chinoises"), ("France", "française"), ("Karsie", "karsiennes"), ("Allemagne", "allemande"),
        ("中国", "中方"), ("北约", "北约方面"),
    ],
)  # fmt: skip
def test_forms_of_a_name_are_one_side(one: str, other: str) -> None:
    assert is_same_name(one, other)
    assert is_same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Austria", "Australia"), ("Iran", "Iraq"), ("Slovakia", "Slovenia"), ("India", "Indonesia"),
        ("Mali", "Malta"), ("North Korea", "South Korea"), ("Northern side", "Southern side"),
        ("France", "French"), ("Somalia", "Somaliland"), ("北约", "北方"), ("", "China"),
    ],
)  # fmt: skip
def test_two_names_are_two_sides(one: str, other: str) -> None:
    assert not is_same_name(one, other)
