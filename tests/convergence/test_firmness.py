"""What is firm stays in whichever experts are drawn, and the seed says which are."""

import pytest

from tests.convergence.conftest import Given
from tracktwo.convergence import firmness
from tracktwo.errors import OptionError

SAID = {
    "north": {"n1": (80, 20, 0, -50), "n2": (70, 30, 0, -60), "n3": (60, -90, 40, -10)},
    "south": {"s1": (50, 50, 0, -20), "s2": (60, 40, 0, -30), "s3": (100, 0, 0, -40)},
}


def test_options_are_firm_contested_or_never_in(talks: Given) -> None:
    found = firmness(talks("abcd", SAID), seed=3)

    assert (found.of("firm"), found.of("contested"), found.of("never")) == (("a",), ("b", "c"), ("d",))  # fmt: skip
    assert 0 < found.share["b"] < 1
    assert (found.draws, found.agreed, found.proven) == (200, 200, True)


def test_seed_fixes_the_draws(talks: Given) -> None:
    on_offer = talks("abcd", SAID)

    assert firmness(on_offer, seed=1, draws=30) == firmness(on_offer, seed=1, draws=30)
    assert firmness(on_offer, seed=1, draws=30) != firmness(on_offer, seed=2, draws=30)


def test_experts_who_say_the_same_leave_nothing_contested(talks: Given) -> None:
    same = {party: {f"{party}{n}": (60, 40) for n in range(5)} for party in ("north", "south")}

    assert firmness(talks("ab", same)).of("contested") == ()


def test_without_agreement_nothing_is_in(talks: Given) -> None:
    on_offer = talks("ab", {"north": (100, -100), "south": (-100, 100)})

    found = firmness(on_offer, draws=5)

    assert (found.agreed, found.of("never")) == (0, ("a", "b"))


def test_an_option_that_cancels_out_on_average_may_still_be_drawn(talks: Given) -> None:
    said = {
        "north": {"n1": (50, 50), "n2": (100, -50)},
        "south": {"s1": (50, 50), "s2": (100, -50)},
    }

    assert firmness(talks("ab", said), draws=50).of("contested") == ("b",)


def test_no_draws_are_refused(talks: Given) -> None:
    with pytest.raises(OptionError, match="0 draws are asked for; ask for 1 or more"):
        firmness(talks("ab", {"north": (60, 40), "south": (40, 60)}), draws=0)
