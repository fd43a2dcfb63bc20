"""Talks by hand: few options, an expert a side unless more are given."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

import pytest

from tracktwo.convergence import Condition, Option, Options, Points, Talks, Valuation

Given = Callable[..., Talks]


def points(experts: Mapping[str, Mapping[str, Sequence[float]]], options: str) -> Valuation:
    """Points by party and expert, in the order of the options."""
    return Valuation(
        tuple(
            Points(expert, party, option, Fraction(str(value)))
            for party, of in experts.items()
            for expert, values in of.items()
            for option, value in zip(options, values, strict=True)
        )
    )


@pytest.fixture
def talks() -> Given:
    """Options of one letter, points by party (one expert) or by party and expert, conditions."""

    def make(
        options: str,
        given: Mapping[str, Sequence[float] | Mapping[str, Sequence[float]]],
        *conditions: Condition,
        **more: object,
    ) -> Talks:
        experts = {
            party: of if isinstance(of, Mapping) else {f"{party}-1": of}
            for party, of in given.items()
        }
        return Talks(
            Options(tuple(Option(one) for one in options)),
            points(experts, options),
            conditions,
            **more,
        )

    return make
