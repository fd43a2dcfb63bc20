"""Circles are found and named; orders are kept."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from tracktwo.roadmap.order import circle_in, in_order

NAMES = st.sampled_from("abcdef")
ORDERS = st.dictionaries(NAMES, st.lists(NAMES, max_size=3, unique=True), max_size=6)


@given(ORDERS)
def test_circle_is_one_and_without_one_there_is_an_order(before: dict[str, list[str]]) -> None:
    circle = circle_in(before)

    if circle:
        assert circle[0] == circle[-1]
        assert all(after in before[one] for one, after in itertools.pairwise(circle))
    else:
        placed = in_order(before)
        assert sorted(placed) == sorted(before)
        assert all(
            placed.index(need) < placed.index(one)
            for one, needs in before.items()
            for need in needs
            if need in before
        )


def test_item_that_waits_for_itself_is_a_circle() -> None:
    assert circle_in({"a": ["a"]}) == ("a", "a")


def test_long_chain_is_walked() -> None:
    chain = {str(n): [str(n + 1)] for n in range(5000)}

    assert circle_in(chain) == ()
    assert circle_in(chain | {"5000": ["0"]})[0] == "0"
