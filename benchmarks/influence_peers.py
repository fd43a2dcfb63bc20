"""What other programs do with the same maps, in an environment of their own: `python influence_peers.py TASK FILE`.

Building a map in their form is not counted. Prints one line of JSON: the CPU seconds of each run and
where the last one ended.
"""

import contextlib
import io
import json
import sys
import time
import warnings
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

warnings.filterwarnings("ignore")

EPS = 1e-3
SECONDS = 20.0
"""When listing all loops is given up."""


def fcmpy(maps: np.ndarray) -> dict[str, Any]:
    import pandas as pd
    from fcmpy import FcmSimulator

    names = [f"c{n}" for n in range(maps.shape[1])]
    start = dict.fromkeys(names, 1.0)

    def run(matrix: pd.DataFrame) -> np.ndarray:
        steps = FcmSimulator().simulate(
            initial_state=start,
            weight_matrix=matrix,
            transfer="sigmoid",
            inference="kosko",
            thresh=EPS,
            iterations=500,
            l=1,
        )
        return np.asarray(steps.iloc[-1], float)

    return _timed([pd.DataFrame(one, names, names) for one in maps], run)


def py_fcm(maps: np.ndarray) -> dict[str, Any]:
    from py_fcm import FuzzyCognitiveMap

    def run(drawn: FuzzyCognitiveMap) -> np.ndarray:
        drawn.run_inference()
        return np.array([drawn.get_concept_value(f"c{n}") for n in range(maps.shape[1])])

    return _timed([_in_py_fcm(FuzzyCognitiveMap, one) for one in maps], run)


def _in_py_fcm(kind: type, matrix: np.ndarray) -> Any:
    drawn = kind(
        activation_function="sigmoid",
        lambda_val=1.0,
        mem_influence=False,
        decision_function="LAST",
        stability_diff=EPS,
        extra_steps=1,
    )
    drawn.debug = False
    for place in range(len(matrix)):
        drawn.add_concept(f"c{place}", use_memory=False)
        drawn.init_concept(f"c{place}", 1.0)
    for source, target in np.argwhere(matrix).tolist():
        drawn.add_relation(f"c{source}", f"c{target}", float(matrix[source, target]))
    return drawn


def _timed(worlds: list[Any], run: Callable[[Any], np.ndarray]) -> dict[str, Any]:
    """The first is run once before the clock starts, so that what compiles has compiled."""
    seconds = []
    with contextlib.redirect_stdout(io.StringIO()):
        run(worlds[0])
        for world in worlds[1:]:
            started = time.process_time()
            state = run(world)
            seconds.append(time.process_time() - started)
    return {"seconds": seconds, "state": state.tolist()}


def loops(maps: np.ndarray) -> dict[str, Any]:
    """All loops listed one by one, the strongest kept; given up after `SECONDS`."""
    import networkx as nx

    graph = nx.from_numpy_array(maps[0], create_using=nx.DiGraph)
    started, listed = time.process_time(), 0
    cycles = nx.simple_cycles(graph)
    while some := list(islice(cycles, 1_000)):
        listed += len(some)
        if time.process_time() - started > SECONDS:
            break
    return {"seconds": [time.process_time() - started], "listed": listed, "finished": not some}


if __name__ == "__main__":
    task = {"fcmpy": fcmpy, "py_fcm": py_fcm, "loops": loops}[sys.argv[1]]
    print(json.dumps(task(np.load(Path(sys.argv[2])))))
