"""The same sweeps on a real cluster: a scheduler and two worker processes on this machine."""

import numpy as np
import pytest

from tests.votes.tables import matrix_of, random_votes, stored
from tracktwo.dialogue import Answers, Dialogue, Statement
from tracktwo.opinion.bridging import bridging
from tracktwo.votes import ClusterSweep, Codebook, MemorySweep, sweep_of, tally
from tracktwo.votes.moments import moments

pytest.importorskip("distributed", reason="the extra `cluster` is not installed")

PEOPLE = 300


@pytest.fixture(scope="module")
def client():
    import dask
    from distributed import Client, LocalCluster

    quiet = {
        "distributed.worker.memory.target": False,
        "distributed.worker.memory.spill": False,
        "distributed.admin.tick.limit": "1h",
        "distributed.admin.system-monitor.disk": False,
        "distributed.comm.timeouts.connect": "60s",
    }
    with (
        dask.config.set(quiet),
        LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            processes=True,
            host="127.0.0.1",
            dashboard_address=None,
            silence_logs=50,
        ) as cluster,
        Client(cluster) as client,
    ):
        yield client


@pytest.fixture(scope="module")
def matrix():
    return matrix_of(random_votes(PEOPLE))


@pytest.fixture
def on_cluster(tmp_path, matrix, client):
    book = Codebook(matrix.codebook.scales)
    return ClusterSweep.over_file(client, stored(tmp_path, matrix), book, block_answers=100)


def test_the_cluster_has_two_workers_in_processes_of_their_own(client):
    import os

    processes = client.run(os.getpid)

    assert len({os.getpid(), *processes.values()}) == 3


def test_blocks_come_from_both_workers_in_order(on_cluster):
    def rows_and_process(block):
        import os

        return block.rows, os.getpid()

    found = list(on_cluster.run(rows_and_process))

    assert [place for rows, _ in found for place in range(PEOPLE)[rows]] == list(range(PEOPLE))
    assert len({process for _, process in found}) == 2


def test_tally_on_a_cluster_is_that_in_memory(on_cluster, matrix):
    labels = np.arange(PEOPLE, dtype=np.int32) % 3

    far, near = tally(on_cluster, labels, 3), tally(MemorySweep(matrix), labels, 3)

    assert far.counts.tolist() == near.counts.tolist()
    assert far.total.tolist() == near.total.tolist()
    assert far.squares.tolist() == near.squares.tolist()


def test_moments_on_a_cluster_are_those_in_memory(on_cluster, matrix):
    far, near = moments(on_cluster), moments(MemorySweep(matrix))

    assert far.xx.tolist() == near.xx.tolist()
    assert far.xm.tolist() == near.xm.tolist()
    assert far.mm.tolist() == near.mm.tolist()


def test_bridging_on_a_cluster_is_that_in_memory(on_cluster, matrix):
    far, near = bridging(on_cluster), bridging(MemorySweep(matrix))

    assert np.allclose(far.intercept, near.intercept, atol=1e-9)
    assert np.allclose(far.user_factor, near.user_factor, atol=1e-9, equal_nan=True)


def test_a_failure_on_a_worker_is_raised_here(on_cluster):
    def fail(block):
        raise ZeroDivisionError(block.first)

    with pytest.raises(ZeroDivisionError):
        list(on_cluster.run(fail))


def test_a_stored_dialogue_is_swept_by_the_client_given(tmp_path, matrix, client):
    dialogue = Dialogue(
        tuple(map(str, range(PEOPLE))),
        tuple(map(Statement, "abcdefghijkl")),
        Answers.none(),
        stored=stored(tmp_path, matrix),
    )

    sweep = sweep_of(dialogue, client=client)

    assert isinstance(sweep, ClusterSweep)
    assert sum(sweep.run(lambda block: len(block.matrix.value))) == len(matrix.value)
