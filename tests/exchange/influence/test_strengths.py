"""Strengths as people write them."""

from pathlib import Path

import pytest

from tracktwo.exchange.influence.place import Place
from tracktwo.exchange.influence.strengths import WORDS, as_number, is_strength, strength

HERE = Place(Path("map.csv"), 2)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("0.7", 0.7), (" +.5 ", 0.5), ("-1e-1", -0.1), ("1.", 1.0), ("- 0.5", -0.5), ("−0,5".replace(",", "."), -0.5),
        ("０．７", 0.7), ("－１", -1.0), ("Strong", 0.7), ("- VERY STRONG", -0.9), ("+中等", 0.5), ("–très faible", -0.1),
    ],
)  # fmt: skip
def test_strength_is_read_as_it_is_written(text, meant):
    assert strength(text, HERE) == meant
    assert is_strength(text)


def test_words_are_evenly_spaced_and_none_means_two_things():
    words = [word for each in WORDS.values() for word in each]

    assert list(WORDS) == [0.1, 0.3, 0.5, 0.7, 0.9]
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("text", ["", "+", "worse", "0.5%", "1_0", "inf", "0x1", "٠.٥ من"])
def test_other_texts_are_no_strength(text):
    assert not is_strength(text)


def test_number_is_as_short_as_it_can_be():
    assert [as_number(value) for value in (1, 0.0, -0.5, 1 / 3)] == [
        "1",
        "0",
        "-0.5",
        "0.3333333333333333",
    ]
