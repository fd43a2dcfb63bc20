"""A little of what `benchmarks/fuzz.py` does for an hour: damaged input is read or refused in a sentence."""

import random

from tests.fuzz.parsers import parsers
from tests.fuzz.tries import Outcome, try_once

TRIES = 60


def test_damaged_input_is_read_or_refused() -> None:
    for parser in parsers():
        outcome, chance = Outcome(), random.Random(parser.name)
        for good in parser.seeds:
            parser.read(good)

        for _ in range(TRIES):
            try_once(parser, chance, outcome)

        assert (parser.name, outcome.broken) == (parser.name, [])
