"""What two sides' figures amount to."""

import numpy as np
import pytest

from tracktwo.dialogue import Scale
from tracktwo.risk import Comparison, Finding, Settings, SideFigures
from tracktwo.risk.compare import compare, finding
from tracktwo.risk.resampled import Side

SETTINGS = Settings("linear", "equal", 3, 0.8, 0.2, 0.95, 0)


def _seen(side: str, best: list[float], half: float = 0.1):
    values = np.array(best)
    mean = float(values.mean())
    shown = SideFigures(side, len(best), mean - half, mean, mean + half, float(values.std(ddof=1)))
    return shown, Side(values, np.ones(len(best)), "linear", "likelihood", Scale("rating", 0, 1))


NORTH = [0.20, 0.25, 0.30, 0.20, 0.25, 0.30, 0.20, 0.25, 0.30, 0.25]


@pytest.mark.parametrize(
    ("other", "half", "standing", "more", "overlap", "holds"),
    [
        (NORTH, 0.1, "alike", "", True, True),
        ([one + 0.5 for one in NORTH], 0.1, "apart", "south", False, True),
        ([one + 0.3 for one in NORTH], 0.2, "apart", "south", True, True),
        ([0.1, 0.3, 0.9], 0.1, "unclear", "", True, None),
    ],
)
def test_standing(other, half, standing, more, overlap, holds) -> None:
    found = compare(_seen("north", NORTH, half), _seen("south", other, half), SETTINGS)

    told = (found.standing, found.more, found.overlap, found.holds)
    assert told == (standing, more, overlap, holds)


def test_difference_that_hangs_on_one_expert_is_said() -> None:
    north, south = [0.4] * 10, [0.4] * 9 + [0.9]

    found = compare(
        _seen("north", north),
        _seen("south", south),
        Settings("linear", "equal", 3, 0.8, 0.01, 0.2, 0),
    )

    assert (found.standing, found.holds) == ("apart", False)


def test_side_that_is_not_shown_hides_the_comparison() -> None:
    _, small = _seen("south", [0.1, 0.2])

    found = compare(_seen("north", NORTH), (SideFigures("south", None), small), SETTINGS)

    assert found == Comparison("north", "south", "hidden")


def _row(standing: str, more: str = "", *, overlap: bool = True) -> Comparison:
    return Comparison("north", "south", standing, 0.3, 0.1, 0.5, overlap, 0.1, more)


@pytest.mark.parametrize(
    ("rows", "verdict", "side"),
    [
        ([], "hidden", ""),
        ([_row("alike"), Comparison("north", "south", "hidden")], "hidden", ""),
        ([_row("alike"), _row("alike")], "alike", ""),
        ([_row("alike"), _row("unclear")], "unclear", ""),
        ([_row("alike"), _row("apart", "north")], "more", "north"),
        ([_row("unclear"), _row("apart", "south", overlap=False)], "alone", "south"),
        ([_row("unclear", overlap=False), _row("apart", "south")], "more", "south"),
        ([_row("apart", "north"), _row("apart", "south", overlap=False)], "mixed", ""),
    ],
)
def test_finding(rows, verdict, side) -> None:
    assert finding("north", "south", rows) == Finding("north", "south", verdict, side)
