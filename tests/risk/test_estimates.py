"""Estimates are checked one by one and beside each other."""

from dataclasses import replace

import pytest

from tracktwo.dialogue import Scale
from tracktwo.errors import InputError
from tracktwo.risk import Estimate, Estimates

ONE = Estimate("war", "e1", "north", 1, "likelihood", 0.1, 0.2, 0.4)


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([replace(ONE, risk="")], "no risk is named"),
        ([replace(ONE, expert=" ")], "no expert is named"),
        ([replace(ONE, side="")], "no side is named"),
        ([replace(ONE, round=3)], "round 3 is not known; write 1 (alone) or 2 (after seeing the others)"),
        ([replace(ONE, quantity="chance")], "quantity 'chance' is not known; write likelihood or severity"),
        ([replace(ONE, high=120)], "high 120 is out of range; a likelihood lies between 0 and 1 (write 0.2 for 20 in a hundred)"),
        ([replace(ONE, low=float("nan"))], "low nan is out of range; a likelihood lies between 0 and 1 (write 0.2 for 20 in a hundred)"),
        ([replace(ONE, quantity="severity", high=11)], "high 11 is out of range; severity lies between 0 and 10"),
        ([replace(ONE, low=0.3)], "low 0.3, best 0.2 and high 0.4 are not in order; low may not exceed best, nor best high"),
        ([replace(ONE, sure=0.3)], "sure 0.3 is out of range; write 0.5 to 1, how sure the expert is that the truth lies between low and high"),
        ([ONE, replace(ONE, side="south", round=2)], "expert 'e1' sits for 'north' and here for 'south'; an expert sits on one side"),
        ([ONE, replace(ONE, best=0.3)], "expert 'e1' already gave the likelihood of 'war' in round 1; keep one"),
    ],
)  # fmt: skip
def test_estimates_refuse_what_cannot_be_meant(rows, sentence) -> None:
    with pytest.raises(InputError) as caught:
        Estimates(tuple(rows))

    assert str(caught.value) == sentence


def test_severity_is_checked_on_the_scale_its_risk_states() -> None:
    row = replace(ONE, quantity="severity", low=40, best=60, high=90)

    given = Estimates((row,), {"war": Scale("rating", 0, 100)})

    assert given.scale("war", "severity").width == 100


def test_latest_is_everybodys_last_word() -> None:
    again = replace(ONE, round=2, best=0.3)
    other = replace(ONE, expert="e2")

    assert set(Estimates((again, other, ONE)).latest) == {again, other}
