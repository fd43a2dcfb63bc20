"""Ladders: an order of rungs with ids of their own."""

import pytest

from tracktwo.errors import InputError
from tracktwo.risk import Ladder, Rung


def test_above_the_top_there_is_nothing() -> None:
    ladder = Ladder((Rung("talk"), Rung("war", {"en": "War"})))

    assert ladder.above("talk") == Rung("war", {"en": "War"})
    assert ladder.above("war") is None


def test_rung_that_stands_twice_is_refused() -> None:
    with pytest.raises(InputError, match="rung 'talk' appears twice; ids must differ"):
        Ladder((Rung("talk"), Rung("talk")))
