"""All that is asked of a matrix in one go: scenarios, basins, what holding does, what is fragile."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tracktwo.influence.scenarios.basins import Basins, find_basins
from tracktwo.influence.scenarios.changes import Changes, find_changes
from tracktwo.influence.scenarios.holding import Holding, hold
from tracktwo.influence.scenarios.matrix import CrossImpactMatrix
from tracktwo.influence.scenarios.scenario import FoundScenarios
from tracktwo.influence.scenarios.search import MOST, always, find_scenarios
from tracktwo.influence.scenarios.succession import Succession


@dataclass(frozen=True, slots=True)
class ScenarioStudy:
    """What was found in a matrix; with descriptors held, `found` and `basins` are those under it.

    `holding` compares them with nothing held, and is None where nothing is.
    """

    matrix: CrossImpactMatrix
    found: FoundScenarios
    basins: Basins
    changes: Changes
    holding: Holding | None
    seed: int


def study_scenarios(
    matrix: CrossImpactMatrix,
    *,
    tolerance: float = 0.0,
    held: Mapping[str, str] | None = None,
    succession: Succession = "global",
    seed: int = 0,
    by: float = 1.0,
    most: int = MOST,
    may_go_on: Callable[[], bool] = always,
) -> ScenarioStudy:
    """Scenarios, basins, the effect of what is held, and the judgements that decide when moved `by`.

    Options are those of `find_scenarios`, `find_basins` and `find_changes`, which say what they mean
    and what they refuse.

    >>> import numpy as np
    >>> from tracktwo.influence.scenarios import Descriptor
    >>> trade, pacts = Descriptor("Trade", ("open", "parted")), Descriptor("Pacts", ("few", "many"))
    >>> judged = np.array([[0, 0, 2, -2], [0, 0, -1, 1], [1, -1, 0, 0], [-3, 3, 0, 0]])
    >>> study = study_scenarios(CrossImpactMatrix((trade, pacts), judged))
    >>> [(one.chosen, one.margin, study.basins.weight(one)) for one in study.found.scenarios]
    [(('parted', 'many'), 2.0, 1), (('open', 'few'), 2.0, 1)]
    """
    if held:
        holding = hold(
            matrix,
            held,
            tolerance=tolerance,
            succession=succession,
            seed=seed,
            most=most,
            may_go_on=may_go_on,
        )
        found, basins = holding.after, holding.basins_after
    else:
        holding = None
        found = find_scenarios(matrix, tolerance=tolerance, most=most, may_go_on=may_go_on)
        basins = find_basins(matrix, succession=succession, seed=seed)
    changes = find_changes(matrix, found, by=by, may_go_on=may_go_on)
    return ScenarioStudy(matrix, found, basins, changes, holding, seed)
