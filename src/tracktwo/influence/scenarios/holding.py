"""What fixing a driver does: which scenarios it opens, which it closes, and how the weights move."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tracktwo.errors import OptionError
from tracktwo.influence.scenarios.basins import Basins, find_basins
from tracktwo.influence.scenarios.matrix import CrossImpactMatrix
from tracktwo.influence.scenarios.scenario import FoundScenarios, Scenario
from tracktwo.influence.scenarios.search import MOST, always, find_scenarios
from tracktwo.influence.scenarios.succession import Succession


@dataclass(frozen=True, slots=True)
class Holding:
    """Scenarios and basins with nothing fixed (`before`) and with some descriptors held (`after`)."""

    before: FoundScenarios
    after: FoundScenarios
    basins_before: Basins
    basins_after: Basins

    @property
    def staying(self) -> tuple[Scenario, ...]:
        """Scenarios that hold together either way, as they are after."""
        return _beyond(self.after, self.before, known=True)

    @property
    def appearing(self) -> tuple[Scenario, ...]:
        """Scenarios that hold together only because something is held."""
        return _beyond(self.after, self.before, known=False)

    @property
    def vanishing(self) -> tuple[Scenario, ...]:
        """Scenarios that are in another state of what is held."""
        return _beyond(self.before, self.after, known=False)


def hold(
    matrix: CrossImpactMatrix,
    held: Mapping[str, str],
    *,
    tolerance: float = 0.0,
    succession: Succession = "global",
    seed: int = 0,
    most: int = MOST,
    may_go_on: Callable[[], bool] = always,
) -> Holding:
    """What changes when the descriptors in `held` (id to state) are fixed from outside.

    Options are those of `find_scenarios` and `find_basins`. Raises `OptionError` where nothing is
    held or a descriptor or state is not there.

    >>> import numpy as np
    >>> from tracktwo.influence.scenarios import Descriptor
    >>> trade, pacts = Descriptor("Trade", ("open", "parted")), Descriptor("Pacts", ("few", "many"))
    >>> judged = np.array([[0, 0, 2, -2], [0, 0, -1, 1], [1, -1, 0, 0], [-3, 3, 0, 0]])
    >>> effect = hold(CrossImpactMatrix((trade, pacts), judged), {"Trade": "parted"})
    >>> [one.chosen for one in effect.staying], [one.chosen for one in effect.vanishing]
    ([('parted', 'many')], [('open', 'few')])
    """
    if not held:
        raise OptionError("nothing is held; name a descriptor and its state")

    def search(fixed: Mapping[str, str]) -> FoundScenarios:
        return find_scenarios(
            matrix, tolerance=tolerance, held=fixed, most=most, may_go_on=may_go_on
        )

    def basins(fixed: Mapping[str, str]) -> Basins:
        return find_basins(matrix, succession=succession, held=fixed, seed=seed)

    return Holding(search({}), search(held), basins({}), basins(held))


def _beyond(these: FoundScenarios, others: FoundScenarios, *, known: bool) -> tuple[Scenario, ...]:
    chosen = {one.chosen for one in others.scenarios}
    return tuple(one for one in these.scenarios if (one.chosen in chosen) is known)
