"""Solutions among points: lists on which a peer errs, and max-min that is max-min."""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.convergence.outcomes import Domain, Issue, Profile, bargain, utilities
from tracktwo.errors import InputError

Reference = Callable[[str], Path]


def test_nash_keeps_the_point_of_disagreement_that_was_given(reference: Reference) -> None:
    trap = json.loads(reference("risk/peer_traps.json").read_text("utf-8"))["nash_disagreement"]
    points = np.array(trap["points"])

    found = [bargain(points, (case["r"], case["r"])).nash for case in trap["cases"]]

    assert [points[place].tolist() for place in found] == [case["nash"] for case in trap["cases"]]
    assert [case["nash"] for case in trap["cases"]] != [case["negmas"] for case in trap["cases"]]


def test_two_losses_do_not_make_a_gain(reference: Reference) -> None:
    trap = json.loads(reference("risk/peer_traps.json").read_text("utf-8"))["nash_two_negatives"]

    found = bargain(np.array(trap["points"], dtype=float), trap["r"])

    assert trap["right"] == "no agreement"
    assert (found.nash, found.kalai_smorodinsky, found.egalitarian) == (None, None, None)
    assert found.frontier.tolist() == []


def test_nobody_agrees_to_gain_nothing() -> None:
    found = bargain(np.array([[1.0, 0.2], [0.4, 0.2]]), (0.0, 0.2))

    assert (found.nash, found.frontier.tolist(), found.ideals) == (None, [0], (1.0, 0.0))


@given(st.integers(0, 10_000), st.integers(2, 3))
def test_kalai_smorodinsky_is_max_min(seed: int, parties: int) -> None:
    points = np.random.default_rng(seed).random((60, parties))

    found = bargain(points, (0.0,) * parties)

    shares = (points / points.max(axis=0)).min(axis=1)
    assert shares[found.kalai_smorodinsky] == shares.max()
    assert found.kalai_smorodinsky in found.frontier


def test_a_bad_outcome_more_moves_nothing() -> None:
    points = np.array([[1.0, 0.4], [0.8, 0.55], [0.5, 0.9]])

    more = np.vstack((points, [[0.01, 0.01]]))

    assert bargain(points, (0, 0)).nash == bargain(more, (0, 0)).nash


def test_utilities_are_those_of_every_outcome_one_by_one() -> None:
    domain = Domain(
        (Issue("a", ("1", "2")), Issue("b", ("x", "y", "z")), Issue("c", ("0", "1", "2", "3")))
    )
    rng = np.random.default_rng(0)
    profiles = [
        Profile(party, tuple(tuple(rng.random(n).tolist()) for n in domain.shape)) for party in "pq"
    ]

    found = utilities(domain, profiles)

    for place in range(domain.size):
        where = np.unravel_index(place, domain.shape)
        sums = [sum(own[n] for own, n in zip(one.worth, where, strict=True)) for one in profiles]
        assert found[place] == pytest.approx(sums, abs=1e-11)


@pytest.mark.parametrize(
    ("issues", "sentence"),
    [
        ((), "there is no issue; a domain has one or more"),
        ((Issue("a", ()),), "issue 'a' has no value; give it one or more"),
        ((Issue("a", ("1", "1")),), "issue 'a' has a value twice; keep one"),
        ((Issue("a", ("1",)),) * 2, "issue 'a' appears twice; names must differ"),
        (tuple(Issue(f"i{n}", tuple("0123456789")) for n in range(8)), "the domain has 1e+08 outcomes; up to 20,000,000 can be looked at"),
    ],
)  # fmt: skip
def test_domains_that_cannot_be_looked_at_are_refused(issues, sentence: str) -> None:
    with pytest.raises(InputError) as caught:
        Domain(issues)

    assert str(caught.value) == sentence
