"""What negmas does with the same outcomes, in an environment of its own: `python packages_peers.py FILE`.

Building its utility functions and listing the outcomes is not counted. Prints one line of JSON.
"""

import json
import sys
import time
import warnings
from pathlib import Path
from typing import Any

import numpy as np

warnings.filterwarnings("ignore")


def outcomes(weights: np.ndarray, values: np.ndarray) -> dict[str, Any]:
    from negmas.outcomes import make_issue, make_os
    from negmas.preferences import LinearAdditiveUtilityFunction
    from negmas.preferences.ops import kalai_points, ks_points, nash_points, pareto_frontier
    from negmas.preferences.value_fun import TableFun

    parties, issues, choices = values.shape
    names = [f"v{n}" for n in range(choices)]
    space = make_os([make_issue(names, f"i{n}") for n in range(issues)])
    functions = [
        LinearAdditiveUtilityFunction(
            [TableFun(dict(zip(names, row, strict=True))) for row in values[party].tolist()],
            weights=weights[party].tolist(),
            outcome_space=space,
            reserved_value=0.0,
        )
        for party in range(parties)
    ]
    listed = list(space.enumerate_or_sample())
    started = time.process_time()
    found, _ = pareto_frontier(functions, outcomes=listed, sort_by_welfare=True)
    traced = time.process_time()
    best = nash_points(functions, found, outcome_space=space)
    kalai_points(functions, found, outcome_space=space)
    ks_points(functions, found, outcome_space=space)
    return {
        "frontier_seconds": traced - started,
        "solutions_seconds": time.process_time() - traced,
        "on_frontier": len(found),
        "nash": [float(one) for one in best[0][0]],
    }


if __name__ == "__main__":
    with np.load(Path(sys.argv[1])) as given:
        print(json.dumps(outcomes(given["weights"], given["values"])))
