"""The k strongest loops, against all loops listed one by one."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracktwo.influence import Network
from tracktwo.influence.loops import strongest_loops

SIZES = (0.0, 0.0, 0.1, 0.3, 0.5, 0.7, 1.0, -0.1, -0.3, -0.5, -0.7, -1.0)


def every_loop(matrix):
    """All simple loops: from each concept, along every way through later ones."""

    def onward(path):
        for onto in np.flatnonzero(matrix[path[-1]]).tolist():
            if onto == path[0]:
                yield tuple(path)
            elif onto > path[0] and onto not in path:
                yield from onward([*path, onto])

    for first in range(len(matrix)):
        yield from onward([first])


def listed(matrix, polarity):
    """Strengths of all loops of a polarity by their concepts."""
    found = {}
    for loop in every_loop(matrix):
        product = np.prod(
            [matrix[one, other] for one, other in zip(loop, loop[1:] + loop[:1], strict=True)]
        )
        if np.sign(product) == polarity:
            found[loop] = abs(product)
    return found


def assert_strongest(matrix, k, polarity):
    everything = listed(matrix, polarity)

    found = strongest_loops(Network.of_matrix(matrix), k=k, polarity=polarity)

    assert found.is_proven
    assert len({loop.places for loop in found.loops}) == len(found.loops)
    assert [loop.strength for loop in found.loops] == pytest.approx(
        sorted(everything.values(), reverse=True)[:k]
    )
    for loop in found.loops:
        assert loop.strength == pytest.approx(everything[loop.places])


def test_a_thousand_small_maps_as_listed():
    rng = np.random.default_rng(0)
    for _ in range(1_000):
        n, density = int(rng.integers(1, 7)), rng.uniform(0.1, 1)
        matrix = rng.uniform(-1, 1, (n, n)) * (rng.random((n, n)) < density)
        assert_strongest(matrix, int(rng.integers(1, 12)), int(rng.choice([-1, 1])))


@settings(max_examples=60, deadline=None)
@given(st.data(), st.integers(1, 6), st.integers(1, 8), st.sampled_from([1, -1]))
def test_few_levels_with_many_ties_as_listed(data, n, k, polarity):
    rows = st.lists(st.sampled_from(SIZES), min_size=n * n, max_size=n * n)

    assert_strongest(np.array(data.draw(rows)).reshape(n, n), k, polarity)


def test_links_back_to_themselves_count():
    network = Network.of_matrix(np.array([[0.5, 0.0], [0.9, -0.25]]))

    assert [loop.places for loop in strongest_loops(network).loops] == [(0,)]
    assert [loop.places for loop in strongest_loops(network, polarity=-1).loops] == [(1,)]


def test_only_loops_that_are_wanted_are_kept_and_still_proven():
    matrix = np.zeros((4, 4))
    matrix[0, 1] = matrix[1, 0] = 0.9
    matrix[0, 2] = matrix[2, 0] = 0.5

    found = strongest_loops(Network.of_matrix(matrix), k=1, accept=lambda loop: 2 in loop)

    assert (found.loops[0].places, found.is_proven) == ((0, 2), True)


def test_budget_that_runs_out_says_how_far_the_proof_goes():
    rng = np.random.default_rng(0)
    matrix = np.sign(rng.uniform(-1, 1, (40, 40)))

    found = strongest_loops(Network.of_matrix(matrix), k=3_000, budget=20_000)

    assert not found.is_proven
    assert found.proven_up_to in (0, 3, 5, 8)


def test_planted_loop_of_length_nine_is_found_among_weak_ones():
    rng = np.random.default_rng(1)
    matrix = rng.uniform(-0.2, 0.2, (40, 40)) * (rng.random((40, 40)) < 0.2)
    ring = [3, 17, 5, 29, 11, 8, 36, 21, 14]
    for one, other in zip(ring, ring[1:] + ring[:1], strict=True):
        matrix[one, other] = 0.95

    found = strongest_loops(Network.of_matrix(matrix), k=1)

    assert found.loops[0].places == (3, 17, 5, 29, 11, 8, 36, 21, 14)
    assert found.is_proven


def test_map_without_loops_has_none():
    found = strongest_loops(Network.of_matrix(np.triu(np.ones((5, 5)), 1)))

    assert (found.loops, found.is_proven) == ((), True)
