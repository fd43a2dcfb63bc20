"""Nobody stands first on every page."""

from collections import Counter

from tracktwo_web.kit.turns import in_turn


def test_in_turn_keeps_the_order_and_changes_only_who_begins() -> None:
    turns = {tuple(in_turn("abc", f"page {i}")) for i in range(40)}

    assert turns == {("a", "b", "c"), ("b", "c", "a"), ("c", "a", "b")}


def test_in_turn_is_the_same_for_the_same_key() -> None:
    assert in_turn("ab", "/d/1/rounds/") == in_turn("ab", "/d/1/rounds/")


def test_in_turn_gives_each_the_first_place_about_equally_often() -> None:
    first = Counter(in_turn("ab", f"/page/{i}")[0] for i in range(1000))

    assert abs(first["a"] - first["b"]) < 150


def test_in_turn_of_nothing_is_nothing() -> None:
    assert in_turn([], "key") == []
