"""What Tracktwo does with a world: `python ours.py TASK FILE` prints one line of JSON."""

import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from clock import report
from tracktwo.dialogue import VOTE, Answers, Dialogue, Statement, StoredAnswers
from tracktwo.opinion import adjusted_rand, find_groups, ideal_points, shared_ground
from tracktwo.opinion.bridging import bridging
from tracktwo.opinion.mixture import held_out_log_likelihood
from tracktwo.votes import AnswerMatrix, Codebook, MemorySweep, StoredSweep, Sweep, tally
from tracktwo.votes.axes import principal_axes
from tracktwo.votes.moments import moments
from tracktwo.votes.running import Ballot, RunningMoments

Found = Mapping[str, Any]
SINGLE_ANSWERS = 100


def analysis(file: Path) -> None:
    """The whole of `tracktwo.analyse`: positions, groups, stability, consensus, representatives."""
    from tracktwo.analysis import analyse

    dialogue = _dialogue(np.load(file))

    def work() -> Found:
        found = analyse(dialogue)
        return {"groups": found.grouping.k, "stability": found.grouping.stability}

    report(work)


def one_pass(file: Path) -> None:
    """Floor of an analysis in memory: every answer multiplied once each way, four columns."""
    matrix = _matrix(np.load(file))
    one_hot = matrix.one_hot
    columns = np.ones((one_hot.shape[1], 4), np.float32)

    def work() -> Found:
        one_hot.T @ (one_hot @ columns)
        return {}

    report(work)


def groups(file: Path) -> None:
    """Groups found against those planted, over the people put into a group."""
    world = np.load(file)
    sweep = MemorySweep(_matrix(world))

    def work() -> Found:
        found = find_groups(sweep)
        inside = found.label >= 0
        agreement = adjusted_rand(found.label[inside], world["group"][inside])
        return {"groups": found.k, "ari": agreement, "placed": int(inside.sum())}

    report(work)


def foretell(file: Path) -> None:
    """Log probability of answers put aside, given the groups of the answers seen."""
    world = np.load(file)
    seen, hidden = _matrix(world), _matrix(world, "hidden_")

    def work() -> Found:
        found = find_groups(MemorySweep(seen))
        logs = held_out_log_likelihood(found.mixture, seen, hidden)
        return {"groups": found.k, "log_probability": logs.sum() / len(hidden.value)}

    report(work)


def bridge(file: Path) -> None:
    sweep = MemorySweep(_matrix(np.load(file)))

    def work() -> Found:
        found = bridging(sweep)
        return {"loss": found.loss, "rounds": found.iterations}

    report(work)


def one_more(file: Path) -> None:
    """Single answers added to a running dialogue: exact statistics and a refreshed map each time."""
    del file
    matrix = _matrix_of_1m_answers()
    running = RunningMoments(moments(MemorySweep(matrix)))
    running.refresh_axes()

    def work() -> Found:
        each = [_answer_more(running, matrix, person) for person in range(SINGLE_ANSWERS)]
        known = principal_axes(running.imputed_scatter())
        last = running.refresh_axes()
        cosine = np.abs((known.directions * last.directions).sum(axis=0))
        update, refresh = 1000 * np.median(each, axis=0)
        return {
            "update_ms": update,
            "refresh_ms": refresh,
            "sine_to_converged": float(np.sqrt(np.maximum(1 - cosine**2, 0)).max()),
        }

    report(work)


def read_scatter(file: Path) -> None:
    """Floor of one more answer: the scatter matrix read once for two axes."""
    del file
    scatter, axes = np.ones((1000, 1000)), np.ones((1000, 2))

    def work() -> Found:
        started = time.process_time()
        for _ in range(SINGLE_ANSWERS):
            scatter @ axes
        return {"refresh_ms": 1000 * (time.process_time() - started) / SINGLE_ANSWERS}

    report(work)


def stored(file: Path) -> None:
    """Moments, positions and shared ground of answers larger than memory."""
    sweep = StoredSweep(_stored(file), _stored_codebook())
    report(lambda: _stored_findings(sweep))


def read_stored(file: Path) -> None:
    """Floor of a stored dialogue: every block read once and looked at."""
    sweep = StoredSweep(_stored(file), _stored_codebook())
    report(lambda: {"total": sum(sweep.run(lambda block: float(block.matrix.value.sum())))})


def stored_on_cluster(file: Path) -> None:
    """The same on a Dask cluster of two workers on this machine; their time and memory counted."""
    from distributed import Client, LocalCluster

    from tracktwo.votes import ClusterSweep

    with (
        LocalCluster(
            n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None
        ) as cluster,
        Client(cluster) as client,
    ):
        sweep = ClusterSweep.over_file(client, _stored(file), _stored_codebook())

        def work() -> Found:
            found = _stored_findings(sweep)
            cpu, peak = client.run(time.process_time), client.run(_worker_peak)
            return found | {"workers_cpu": sum(cpu.values()), "workers_peak_mb": max(peak.values())}

        report(work)


def _stored_findings(sweep: Sweep) -> Found:
    marks = [time.perf_counter()]
    summed = moments(sweep)
    marks.append(time.perf_counter())
    people = ideal_points(sweep)
    marks.append(time.perf_counter())
    sides = (np.arange(sweep.n_participants) % 2).astype(np.int32)
    ground = shared_ground(tally(sweep, sides, 2))
    marks.append(time.perf_counter())
    names = ("moments_s", "positions_s", "shared_ground_s")
    steps = dict(zip(names, np.diff(marks).tolist(), strict=True))
    return steps | {
        "rounds": people.rounds,
        "moments_sum": float(summed.xx.sum() + summed.xm.sum() + summed.mm.sum()),
        "position_sum": float(np.abs(people.position).sum()),
        "shared_ground_sum": float(np.nansum(ground.support)),
    }


def _worker_peak() -> float:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _answer_more(running: RunningMoments, matrix: AnswerMatrix, person: int) -> tuple[float, float]:
    """Seconds for the statistics and for the axes when a participant answers one more."""
    own = slice(matrix.starts[person], matrix.starts[person + 1])
    statement, value = matrix.statement[own], matrix.value[own]
    new = np.setdiff1d(np.arange(matrix.n_statements), statement)[person]
    after = Ballot(np.append(statement, new), np.append(value, np.float32(1)))
    started = time.process_time()
    running.change(Ballot(statement, value), after)
    changed = time.process_time()
    running.refresh_axes()
    return changed - started, time.process_time() - changed


def _matrix_of_1m_answers() -> AnswerMatrix:
    from tracktwo.simulate import one_dimensional

    dialogue, _ = one_dimensional(25_000, 1000, seed=3, fill=0.04)
    return _matrix_from(dialogue.answers, 25_000, 1000)


def _matrix(world: Mapping[str, np.ndarray], prefix: str = "") -> AnswerMatrix:
    people, statements = world["size"].tolist()
    return _matrix_from(_answers(world, prefix), people, statements)


def _matrix_from(answers: Answers, people: int, statements: int) -> AnswerMatrix:
    return AnswerMatrix.of(answers, people, (VOTE,) * statements)


def _answers(world: Mapping[str, np.ndarray], prefix: str = "") -> Answers:
    return Answers(*(world[prefix + name] for name in ("participant", "statement", "value")))


def _dialogue(world: Mapping[str, np.ndarray]) -> Dialogue:
    people, statements = world["size"].tolist()
    return Dialogue(
        tuple(map(str, range(people))),
        tuple(Statement(str(code)) for code in range(statements)),
        _answers(world),
    )


def _stored(file: Path) -> StoredAnswers:
    return StoredAnswers(file, np.load(file.with_suffix(".npz"))["starts"])


def _stored_codebook() -> Codebook:
    return Codebook((VOTE,) * 1000)


TASKS: dict[str, Callable[[Path], None]] = {
    task.__name__: task
    for task in (
        analysis,
        one_pass,
        groups,
        foretell,
        bridge,
        one_more,
        read_scatter,
        stored,
        read_stored,
        stored_on_cluster,
    )
}

if __name__ == "__main__":
    TASKS[sys.argv[1]](Path(sys.argv[2]))
