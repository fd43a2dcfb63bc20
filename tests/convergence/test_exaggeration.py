"""Scaling moves only the egalitarian solution; other exaggerations are told with what they bring."""

from tests.convergence.conftest import Given
from tracktwo.convergence import exaggeration, search

POINTS = {"north": (70, 30, -20, -35, 0), "south": (-45, 20, 30, 50, 0)}


def test_scale_moves_the_egalitarian_solution_alone(talks: Given) -> None:
    on_offer = talks("abcde", POINTS)

    found = exaggeration(on_offer, search(on_offer))

    moved = {one.solution for one in found if one.way == "scale" and one.changes}
    assert moved == {"egalitarian"}
    assert len(found) == 3 * 2 * 3


def test_change_is_told_in_true_points(talks: Given) -> None:
    on_offer = talks("ab", {"north": (60, 40), "south": (-35, 100)})

    told = [one for one in exaggeration(on_offer, search(on_offer)) if one.changes]

    one = next(one for one in told if one.solution == "nash")
    assert (one.party, one.way, one.options, one.drops) == ("south", "costs", ("b",), ("a",))
    assert one.change == {"north": -60, "south": 35}
    assert one.pays


def test_who_asks_too_much_may_end_without_agreement(talks: Given) -> None:
    on_offer = talks("ab", {"north": (100, -92), "south": (-92, 100)})

    told = exaggeration(on_offer, search(on_offer))

    lost = [one for one in told if one.way == "walk-away"]
    assert {one.options for one in lost} == {None}
    assert all(one.changes and not one.pays for one in lost)
    assert {tuple(one.change.values()) for one in lost} == {(-8, -8)}
