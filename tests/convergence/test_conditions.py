"""Each kind of condition allows exactly the packages that its words allow."""

from fractions import Fraction
from itertools import chain, combinations

import pytest

from tests.convergence.conftest import Given
from tracktwo.convergence import Amount, Condition
from tracktwo.convergence.enumeration import packages
from tracktwo.errors import InputError

OPTIONS = "abcd"
POINTS = {"north": (25, 25, 25, 25), "south": (25, 25, 25, 25)}
AMOUNTS = (
    Amount("money", "a", "", Fraction(2)),
    Amount("money", "b", "north", Fraction("1.5")),
    Amount("money", "d", "south", Fraction(1)),
    Amount("openness", "a", "north", Fraction(3)),
    Amount("openness", "c", "south", Fraction(2)),
)


@pytest.mark.parametrize(
    ("condition", "allows"),
    [
        (Condition("x", "needs", ("a", "b", "c")), lambda it: "a" not in it or {"b", "c"} <= it),
        (Condition("x", "excludes", ("a", "b", "c")), lambda it: len(it & {"a", "b", "c"}) < 2),
        (Condition("x", "at_most", ("a", "b", "d"), Fraction(2)), lambda it: len(it & {"a", "b", "d"}) <= 2),
        (Condition("x", "at_least", ("a", "b", "d"), Fraction(2)), lambda it: len(it & {"a", "b", "d"}) >= 2),
        (Condition("x", "must", ("a", "c")), lambda it: {"a", "c"} <= it),
        (Condition("x", "never", ("a", "c")), lambda it: not it & {"a", "c"}),
        (Condition("x", "budget", (), Fraction(3), "money"), lambda it: 2 * ("a" in it) + 1.5 * ("b" in it) + ("d" in it) <= 3),
        (Condition("x", "balance", (), Fraction(1), "openness"), lambda it: abs(3 * ("a" in it) - 2 * ("c" in it)) <= 1),
    ],
    ids=lambda one: getattr(one, "kind", ""),
)  # fmt: skip
def test_condition_allows_what_its_words_say(talks: Given, condition: Condition, allows) -> None:
    found = packages(talks(OPTIONS, POINTS, condition, amounts=AMOUNTS).problem)

    allowed = {frozenset(found.problem.named(found.chosen(n))) for n in range(len(found.bits))}
    every = chain.from_iterable(combinations(OPTIONS, n) for n in range(5))
    assert allowed == {frozenset(one) for one in every if allows(set(one))}


@pytest.mark.parametrize(
    ("condition", "sentence"),
    [
        (Condition("x", "needs", ("a",)), "needs names 1 options; name 2 or more"),
        (Condition("x", "must"), "must names 0 options; name 1 or more"),
        (Condition("x", "must", ("a", "z")), "option 'z' is not among the options; add it there or correct it"),
        (Condition("x", "must", ("a", "a")), "an option stands twice; keep one"),
        (Condition("x", "must", ("a",), by="east"), "party 'east' is not among the parties (north, south)"),
        (Condition("x", "must", ("a",), Fraction(1)), "must has no limit; leave it empty"),
        (Condition("x", "at_most", ("a",)), "at_most needs a limit of 0 or more"),
        (Condition("x", "at_most", ("a",), Fraction(1, 2)), "at_most counts options; its limit must be a whole number"),
        (Condition("x", "at_least", ("a",), Fraction(2)), "at least 2 of 1 options can never be; lower the limit"),
        (Condition("x", "budget", (), Fraction(2), "time"), "amounts of 'time' are not given (there are: money, openness)"),
        (Condition("x", "budget", ("a",), Fraction(2), "money"), "budget is about all options; name none"),
        (Condition("x", "must", ("a",), of="money"), "must is not about amounts; leave of empty"),
        (Condition("x", "hopes", ("a",)), "kind 'hopes' is not known; write one of needs, excludes, at_most, at_least, must, never, budget, balance"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused(talks: Given, condition: Condition, sentence: str) -> None:
    with pytest.raises(InputError) as caught:
        talks(OPTIONS, POINTS, condition, amounts=AMOUNTS)

    assert str(caught.value) == f"condition 'x': {sentence}"
