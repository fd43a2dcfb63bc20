"""Points are exact, sum to a hundred, and keep the spread inside a side."""

from fractions import Fraction

import pytest

from tests.convergence.conftest import points
from tracktwo.convergence import Points, Valuation
from tracktwo.errors import InputError


def test_mean_and_spread_are_exact() -> None:
    given = points({"north": {"e1": (60, 40), "e2": (100, 0), "e3": (33.3, 66.7)}}, "ab")

    first = given.of("north")[0]

    assert first.mean == (Fraction(60) + 100 + Fraction("33.3")) / 3
    assert (first.n, first.low, first.high) == (3, Fraction("33.3"), 100)
    assert first.sd == pytest.approx(33.570, abs=1e-3)


def test_what_an_expert_leaves_out_is_worth_nothing_and_not_counted() -> None:
    rows = (
        Points("e1", "north", "a", Fraction(100)),
        Points("e2", "north", "a", Fraction(50)),
        Points("e2", "north", "b", Fraction(50)),
    )

    spread = Valuation(rows).of("north")

    assert [(one.option, one.n, one.mean) for one in spread] == [("a", 2, 75), ("b", 1, 25)]


def test_one_expert_has_no_scatter() -> None:
    assert points({"north": {"e1": (100,)}}, "a").of("north")[0].sd == 0


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([("e1", "north", "a", 90)], "expert 'e1' gave 90 points in all to options that serve the side; they must sum to 100"),
        ([("e1", "north", "a", -5)], "expert 'e1' gave 0 points in all to options that serve the side; they must sum to 100"),
        ([("e1", "north", "a", 100), ("e1", "south", "b", 0)], "expert 'e1' sits for 'north' and here for 'south'; an expert sits on one side"),
        ([("e1", "north", "a", 100), ("e1", "north", "a", 0)], "expert 'e1' already gave points to 'a'; keep one"),
        ([("e1", "north", "a", 101)], "points 101 are out of range; they lie between -100 and 100"),
        ([("e1", "north", "a", -101)], "points -101 are out of range; they lie between -100 and 100"),
        ([("e1", "north", "a", Fraction(1, 3))], "points 0.333333 are too fine; write at most three decimals"),
        ([("e1", "", "a", 100)], "no party is named"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused(
    rows: list[tuple[str, str, str, float]], sentence: str
) -> None:
    with pytest.raises(InputError) as caught:
        Valuation(tuple(Points(*names, Fraction(value)) for *names, value in rows))

    assert str(caught.value) == sentence
