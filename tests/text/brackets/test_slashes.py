"""Slashes that join one term."""

import pytest

from tracktwo.text.brackets.slashes import joins


@pytest.mark.parametrize(
    "text",
    [
        "and/or",
        "land And/Or sea",
        "et/ou",
        "和/或",
        "海上和／或空中",
        "n/a",
        "km/h",
        "w/o",
        "10/11",
        "he/she",
    ],
)
def test_slash_in_a_term_joins(text: str) -> None:
    assert joins(text.replace("／", "/"), text.replace("／", "/").index("/"))


@pytest.mark.parametrize(
    "text", ["may/must", "band/or", "and/order", "a/b", "1/b", "应/宜", "/", "an/a"]
)
def test_other_slash_parts(text: str) -> None:
    assert not joins(text, text.index("/"))
