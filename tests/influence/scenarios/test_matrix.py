"""A cross-impact matrix: what it refuses, and judgements as whole steps."""

import numpy as np
import pytest

from tests.influence.scenarios.matrices import TRADE, of_rows
from tracktwo.errors import InputError, OptionError
from tracktwo.influence.scenarios import CrossImpactMatrix, Descriptor

TWO = {"A": ("a", "b"), "B": ("c", "d")}


def _with(value: float, *, row: int = 0, column: int = 2) -> list[list[float]]:
    rows = [[0.0] * 4 for _ in range(4)]
    rows[row][column] = value
    return rows


@pytest.mark.parametrize(
    ("name", "states", "told"),
    [
        ("", ("a", "b"), "a descriptor is called ''; give it a plain name without ="),
        ("A=B", ("a", "b"), "a descriptor is called 'A=B'; give it a plain name without ="),
        (" A", ("a", "b"), "a descriptor is called ' A'; give it a plain name without ="),
        ("A", ("a",), "descriptor 'A' has a single state; give it two or more"),
        ("A", ("a", ""), "a state of descriptor 'A' is called ''; give it a plain name"),
        ("A", ("a", "b\n"), "a state of descriptor 'A' is called 'b\\n'; give it a plain name"),
        ("A", ("a", "b", "a"), "descriptor 'A' has state 'a' twice; keep one"),
    ],
)
def test_descriptor_that_cannot_be_written_down_is_refused(
    name: str, states: tuple[str, ...], told: str
) -> None:
    with pytest.raises(InputError) as caught:
        Descriptor(name, states)

    assert str(caught.value) == told


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (
            [[0.0] * 4] * 3,
            "the impacts are 3 by 4 for 4 states; make them 4 by 4",
        ),
        (
            _with(1, column=1),
            "'A=a' has an impact on 'A=b', a state of the same descriptor; leave it empty or 0",
        ),
        (
            _with(float("nan")),
            "the impact of 'A=a' on 'B=c' is nan; use numbers from -1000 to 1000",
        ),
        (_with(-1001), "the impact of 'A=a' on 'B=c' is -1001; use numbers from -1000 to 1000"),
        (_with(0.1234567), "the impact of 'A=a' on 'B=c' is 0.1234567; round it to 6 decimals"),
    ],
)
def test_matrix_with_an_impossible_judgement_is_refused(rows: list[list[float]], told: str) -> None:
    with pytest.raises(InputError) as caught:
        of_rows(TWO, rows)

    assert str(caught.value) == told


def test_matrix_with_a_descriptor_twice_is_refused() -> None:
    twice = (Descriptor("A", ("a", "b")), Descriptor("A", ("c", "d")))

    with pytest.raises(InputError, match="descriptor 'A' appears twice; keep one"):
        CrossImpactMatrix(twice, np.zeros((4, 4)))


def test_matrix_of_one_descriptor_is_refused() -> None:
    with pytest.raises(InputError, match="needs two descriptors or more"):
        CrossImpactMatrix((Descriptor("A", ("a", "b")),), np.zeros((2, 2)))


def test_descriptor_and_state_that_are_not_there_are_named() -> None:
    with pytest.raises(OptionError) as descriptor:
        TRADE.held_places({"Tade": "open"})
    with pytest.raises(OptionError) as state:
        TRADE.held_places({"Trade": "few"})

    assert str(descriptor.value) == "there is no descriptor 'Tade'; there are Trade, Pacts"
    assert str(state.value) == "descriptor 'Trade' has no state 'few'; it has open, parted"


@pytest.mark.parametrize(
    ("value", "per_unit"), [(2, 1), (0.5, 10), (0.3, 10), (1.25, 100), (1e-6, 1_000_000)]
)
def test_steps_are_the_fewest_that_make_judgements_whole(value: float, per_unit: int) -> None:
    matrix = of_rows(TWO, _with(value))

    assert (matrix.per_unit, int(matrix.steps[0, 2])) == (per_unit, round(value * per_unit))


def test_matrix_does_not_change_with_what_it_was_made_of() -> None:
    given = np.zeros((4, 4))
    matrix = CrossImpactMatrix((Descriptor("A", ("a", "b")), Descriptor("B", ("c", "d"))), given)

    given[0, 2] = 3

    assert not matrix.impacts.any()
