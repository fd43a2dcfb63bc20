"""What is found of small talks, and laws that hold of all."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.convergence.conftest import Given
from tests.convergence.instances import drawn
from tracktwo.convergence import SOLUTIONS, Condition, Problem, search
from tracktwo.convergence.enumeration import packages
from tracktwo.convergence.search import search_problem
from tracktwo.errors import OptionError


def test_gains_are_above_no_agreement(talks: Given) -> None:
    on_offer = talks(
        "abc",
        {"north": (70, 30, -20), "south": (-10, 40, 60)},
        no_agreement={"north": Fraction("10.5")},
    )

    found = search(on_offer)

    assert found.nash.options == ("a", "b", "c")
    assert found.nash.utilities == {"north": 80, "south": 90}
    assert found.nash.gains == {"north": Fraction("69.5"), "south": 90}
    assert found.nash.proven
    assert found.frontier.complete


def test_less_than_a_point_for_somebody_is_no_agreement(talks: Given) -> None:
    on_offer = talks(
        "ab", {"north": (100, -99.5), "south": (-100, 100)}, Condition("both", "needs", ("a", "b"))
    )

    found = search(on_offer)

    assert [found.solution(name) for name in SOLUTIONS] == [None, None, None]
    assert (found.conflict.conditions, found.conflict.parties) == (("both",), ("north",))


def test_of_equal_packages_the_one_with_fewest_options_is_told(talks: Given) -> None:
    on_offer = talks("abcd", {"north": (50, 25, 25, 0), "south": (50, 25, 25, 0)},
                     Condition("few", "excludes", ("a", "b")))  # fmt: skip

    found = search(on_offer)

    assert found.nash.options == ("a", "c")


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"points": 1}, "points is 1; the frontier needs 2 or more"),
        ({"effort": 0}, "effort is 0; it must be above 0"),
    ],
)
def test_options_that_do_not_fit_are_refused(talks: Given, options, sentence: str) -> None:
    with pytest.raises(OptionError, match=sentence):
        search(talks("a", {"north": (100,), "south": (100,)}), **options)


problems = st.builds(drawn, st.integers(2, 9), st.integers(0, 10_000), parties=st.integers(2, 3))


@given(problems)
def test_nothing_told_is_beaten(problem: Problem) -> None:
    found = search_problem(problem)

    told = [found.solution(name) for name in SOLUTIONS]
    every = packages(problem).gains
    for package in (*filter(None, told), *found.frontier.packages):
        gains = np.array([package.gains[party] for party in problem.parties])
        beats = (every >= gains).all(axis=1) & (every > gains).any(axis=1)
        assert not beats.any()


@given(problems)
def test_solutions_are_on_the_frontier(problem: Problem) -> None:
    found = search_problem(problem)

    edge = [one.gains for one in found.frontier.packages]
    assert all(one is None or one.gains in edge for one in map(found.solution, SOLUTIONS))


@given(problems, st.integers(2, 50))
def test_scale_of_a_side_moves_neither_nash_nor_kalai_smorodinsky(
    problem: Problem, factor: int
) -> None:
    values = problem.values * np.array([[factor], *[[1]] * (len(problem.parties) - 1)])
    least = (factor, *problem.least[1:])

    before = search_problem(problem)
    after = search_problem(problem.changed(values=values, least=least))

    for name in ("nash", "kalai_smorodinsky"):
        one, other = before.solution(name), after.solution(name)
        assert (one and one.options) == (other and other.options)


@given(problems)
def test_an_option_worth_nothing_to_anybody_changes_nothing(problem: Problem) -> None:
    idle = np.zeros((len(problem.parties), 1), dtype=np.int64)
    rows = tuple(type(row)(row.condition, (*row.weights, 0), row.most) for row in problem.rows)

    more = problem.changed(
        options=(*problem.options, "zz"), values=np.hstack((problem.values, idle)), rows=rows
    )

    before, after = search_problem(problem), search_problem(more)
    assert before.frontier == after.frontier
    assert [before.solution(name) for name in SOLUTIONS] == [after.solution(name) for name in SOLUTIONS]  # fmt: skip


@given(st.permutations("abcde"), st.permutations(["north", "south", "west"]), st.integers(0, 99))
def test_the_order_of_options_and_parties_does_not_matter(options, parties, seed: int) -> None:
    from tests.convergence.conftest import points
    from tracktwo.convergence import Option, Options, Talks

    rng = np.random.default_rng(seed)
    said = {}
    for party in ("north", "south", "west"):
        split = rng.multinomial(100, np.ones(5) / 5)
        said[party] = dict(zip("abcde", split.tolist(), strict=True))
    limits = Condition("few", "at_most", tuple("abcde"), Fraction(3))

    def found(order, sides):
        given_ = {side: {side: [said[side][one] for one in order]} for side in sides}
        offered = Options(tuple(Option(one) for one in order))
        return search(Talks(offered, points(given_, "".join(order)), (limits,)))

    assert found(options, parties) == found("abcde", ["north", "south", "west"])
