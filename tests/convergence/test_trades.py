"""Trades are better for everybody, and the smallest that there are."""

from fractions import Fraction

import numpy as np
import pytest

from tests.convergence.conftest import Given
from tests.convergence.instances import drawn
from tracktwo.convergence import Condition, trades
from tracktwo.convergence.enumeration import packages
from tracktwo.convergence.solver.model import Effort
from tracktwo.convergence.trades import _by_looking, _by_solver
from tracktwo.errors import OptionError


def test_trade_swaps_what_one_side_values_little(talks: Given) -> None:
    on_offer = talks(
        "abcd",
        {"north": (60, 30, -10, 10), "south": (-20, 10, 80, 10)},
        Condition("two", "at_most", tuple("abcd"), Fraction(2)),
    )

    found = trades(on_offer, ["b", "d"])

    first = found.trades[0]
    assert (first.adds, first.drops, first.package.options) == (("a", "c"), ("b", "d"), ("a", "c"))  # fmt: skip
    assert first.more == {"north": 10, "south": 40}


def test_conditions_that_the_table_breaks_are_named(talks: Given) -> None:
    on_offer = talks(
        "ab", {"north": (60, 40), "south": (40, 60)}, Condition("not-a", "never", ("a",))
    )

    found = trades(on_offer, ["a"])

    assert found.broken == ("not-a",)
    assert found.table.gains == {"north": 60, "south": 40}
    assert found.trades == ()
    assert found.complete


@pytest.mark.parametrize("seed", range(20))
def test_solver_finds_trades_as_small_as_looking_does(seed: int) -> None:
    problem = drawn(9, seed)
    table = np.random.default_rng(seed).choice(9, 3, replace=False).tolist()
    here = problem.gains(table)
    wanted = tuple(max(now + 1, 1) for now in here)

    looked = _by_looking(problem, table, wanted, 4)
    solved, complete = _by_solver(problem, table, wanted, 4, Effort(20))

    def key(one):
        above = [gain - low for gain, low in zip(one.gains, wanted, strict=True)]
        return len(set(one.chosen) ^ set(table)), min(above)

    assert complete
    assert [key(one) for one in solved[:1]] == [key(one) for one in looked[:1]]
    assert [key(one)[0] for one in solved] == sorted(key(one)[0] for one in solved)
    for one in (*looked, *solved):
        assert problem.holds(one.chosen)
        assert all(gain >= low for gain, low in zip(one.gains, wanted, strict=True))
    every = packages(problem).gains
    assert bool(looked) == bool((every >= np.array(wanted)).all(axis=1).any())


@pytest.mark.parametrize(
    ("table", "options", "sentence"),
    [
        (["z"], {}, "option 'z' is not on offer; write ids of the options"),
        (["a", "a"], {}, "option 'a' lies on the table twice; name it once"),
        (["a"], {"most": 0}, "0 trades are asked for; ask for 1 or more"),
        (["a"], {"least": Fraction(0)}, "a trade must give everybody more than 0 points; raise the least gain"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_refused(talks: Given, table, options, sentence: str) -> None:
    with pytest.raises(OptionError) as caught:
        trades(talks("ab", {"north": (60, 40), "south": (40, 60)}), table, **options)

    assert str(caught.value) == sentence
