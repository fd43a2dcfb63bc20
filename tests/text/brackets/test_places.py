"""Offsets as lines and columns."""

import pytest

from tracktwo.text.brackets.places import Place, Places


@pytest.mark.parametrize(
    ("source", "offset", "place"),
    [
        ("", 0, Place(1, 1)),
        ("one\ntwo", 4, Place(2, 1)),
        ("one\r\ntwo", 5, Place(2, 1)),
        ("one\rtwo", 6, Place(2, 3)),
        ("\n\r\n\r", 4, Place(4, 1)),
        ("甲乙丙", 2, Place(1, 3)),
        ("e\u0301x", 2, Place(1, 3)),
    ],
)
def test_offset_is_a_line_and_a_column(source: str, offset: int, place: Place) -> None:
    assert Places.of(source).at(offset) == place
