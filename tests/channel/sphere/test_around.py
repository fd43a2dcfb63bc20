"""The quick look at corners says yes only where the look at every pair of edges finds none that cross."""

from itertools import combinations

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.channel.sphere.places import away
from tracktwo.channel.sphere import Position
from tracktwo.channel.sphere.arcs import cross_each_other
from tracktwo.channel.sphere.around import goes_around

HERE = Position(21.5, 113.75)


def crosses(corners: np.ndarray) -> bool:
    n = len(corners)
    edges = [(corners[i], corners[(i + 1) % n]) for i in range(n)]
    return any(
        bool(cross_each_other(*edges[i], *edges[j]))
        for i, j in combinations(range(n), 2)
        if 1 < j - i < n - 1
    )


@given(st.lists(st.tuples(st.floats(0, 6.28), st.floats(1, 2000)), min_size=3, max_size=7))
def test_corners_that_go_around_have_no_edges_that_cross(drawn) -> None:
    corners = np.array([away(HERE, bearing, miles).vector for bearing, miles in drawn])
    centre = corners.mean(axis=0)
    assume(np.linalg.norm(centre) > 0.1)
    centre /= np.linalg.norm(centre)

    if goes_around(centre.tolist(), corners.tolist()):
        assert not crosses(corners)


@given(st.lists(st.floats(20, 600), min_size=3, max_size=8), st.booleans())
def test_corners_listed_around_a_place_go_around_it(miles: list[float], is_turned: bool) -> None:
    corners = [away(HERE, 2 * np.pi * n / len(miles), far).vector for n, far in enumerate(miles)]
    listed = corners[::-1] if is_turned else corners

    assert goes_around(HERE.point, np.array(listed).tolist())


def test_square_goes_around_and_a_bow_tie_and_a_double_turn_do_not() -> None:
    square = [away(HERE, n * np.pi / 2 + 0.1, 60).vector.tolist() for n in range(4)]
    pentagram = [away(HERE, 4 * n * np.pi / 5, 60).vector.tolist() for n in range(5)]

    assert goes_around(HERE.point, square)
    assert goes_around(HERE.point, square[::-1])
    assert not goes_around(HERE.point, [square[n] for n in (0, 2, 1, 3)])
    assert not goes_around(HERE.point, pentagram)
    assert not goes_around(HERE.point, [*square, *square])
