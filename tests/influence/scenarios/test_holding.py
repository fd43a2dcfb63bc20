"""What fixing a driver opens and closes."""

import pytest

from tests.influence.scenarios.matrices import TRADE, consistent, drawn
from tracktwo.errors import OptionError
from tracktwo.influence.scenarios import Scenario, hold


def _chosen(scenarios: tuple[Scenario, ...]) -> set[tuple[str, ...]]:
    return {one.chosen for one in scenarios}


@pytest.mark.parametrize("seed", range(15))
def test_holding_parts_scenarios_into_those_that_stay_appear_and_vanish(seed: int) -> None:
    matrix = drawn(seed)
    held = {matrix.descriptors[-1].id: matrix.descriptors[-1].states[0]}
    before, after = set(consistent(matrix)), set(consistent(matrix, held=held))

    effect = hold(matrix, held)

    assert _chosen(effect.staying) == before & after
    assert _chosen(effect.appearing) == after - before
    assert _chosen(effect.vanishing) == before - after


def test_holding_moves_the_weights() -> None:
    effect = hold(TRADE, {"Trade": "parted"})

    [stays] = effect.staying
    assert (stays.chosen, effect.appearing) == (("parted", "many"), ())
    assert (effect.basins_before.weight(stays), effect.basins_before.starts) == (1, 4)
    assert (effect.basins_after.weight(stays), effect.basins_after.starts) == (2, 2)


def test_holding_nothing_is_refused() -> None:
    with pytest.raises(OptionError, match="nothing is held; name a descriptor and its state"):
        hold(TRADE, {})
