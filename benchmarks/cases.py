"""Which work is compared, between whom, on which answers, and what the floor is."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Contestant:
    """A script and task run on a world. `is_floor`: the least that has to be done, for comparison."""

    name: str
    script: str
    task: str
    is_floor: bool = False


@dataclass(frozen=True)
class Case:
    """One row of the table. `is_long` cases are left out by --quick and run once.

    `cited` is what others measured that cannot be measured here; `floor` says what the floor does.
    """

    name: str
    work: str
    world: str
    contestants: Sequence[Contestant]
    is_long: bool = False
    cited: str = ""
    floor: str = ""
    metrics: Sequence[str] = field(default=())


OURS = "Tracktwo"
PEER = "red-dwarf 0.4.0"
ONE_PASS = "one sparse product each way over all answers, four columns"


def _analysis(name: str, work: str, world: str, *, is_long: bool = False) -> Case:
    return Case(
        name,
        work,
        world,
        (
            Contestant(PEER, "red_dwarf.py", "analysis"),
            Contestant(OURS, "ours.py", "analysis"),
            Contestant("floor", "ours.py", "one_pass", is_floor=True),
        ),
        is_long=is_long,
        floor=ONE_PASS,
        metrics=("groups", "stability"),
    )


def _recovery(generator: str) -> Case:
    return Case(
        f"groups-{generator}",
        f"3 planted groups, 10k x 500, 6 % filled, {generator}",
        f"planted/10k/{generator}",
        (Contestant(PEER, "red_dwarf.py", "groups"), Contestant(OURS, "ours.py", "groups")),
        metrics=("groups", "ari"),
    )


def _foretelling(conversation: str) -> Case:
    return Case(
        f"foretell-{conversation}",
        f"a tenth of the answers of {conversation} hidden and foretold from groups",
        f"hidden/{conversation}",
        (Contestant(PEER, "red_dwarf.py", "foretell"), Contestant(OURS, "ours.py", "foretell")),
        metrics=("groups", "log_probability", "log_probability_without_groups"),
    )


def _bridging(name: str, work: str, world: str, cited: str, *, is_long: bool = False) -> Case:
    return Case(
        name,
        work,
        world,
        (
            Contestant("block coordinate descent in numpy", "block_als.py", "bridge"),
            Contestant(OURS, "ours.py", "bridge"),
            Contestant("floor", "ours.py", "one_pass", is_floor=True),
        ),
        is_long=is_long,
        cited=cited,
        floor=ONE_PASS,
        metrics=("loss", "rounds"),
    )


def _stored(answers: int, name: str, *, on_cluster: bool = False) -> Case:
    contestants = [
        Contestant(OURS, "ours.py", "stored"),
        Contestant("floor", "ours.py", "read_stored", is_floor=True),
    ]
    if on_cluster:
        contestants.insert(1, Contestant("two Dask workers", "ours.py", "stored_on_cluster"))
    return Case(
        f"stored-{name}",
        f"{name} answers in Parquet: moments, positions, shared ground",
        f"stored/{answers}",
        contestants,
        is_long=answers > 1_000_000,
        floor="every block read once and summed",
        metrics=(
            "moments_s",
            "positions_s",
            "shared_ground_s",
            "rounds",
            "workers_cpu",
            "workers_peak_mb",
            "moments_sum",
            "position_sum",
            "shared_ground_sum",
        ),
    )


CASES = (
    _analysis(
        "analysis-real", "bowling-green, 2031 x 896, 226k votes", "conversation/bowling-green"
    ),
    _analysis("analysis-10k", "10k x 500, 300k votes", "planted/10k/independent"),
    _analysis("analysis-100k", "100k x 1000, 3.0M votes", "planted/100k/independent", is_long=True),
    *(_recovery(generator) for generator in ("independent", "spatial", "uneven")),
    *(_foretelling(name) for name in ("bowling-green", "vtaiwan", "brexit", "ubi")),
    _bridging(
        "bridging-real",
        "bowling-green, 226k ratings",
        "conversation/bowling-green",
        "Community Notes' own code (not on PyPI): 9.44 CPU s, loss .116598, measured elsewhere",
    ),
    _bridging(
        "bridging-3M",
        "100k x 2k, 3.0M ratings",
        "planted/bridging/independent",
        "Community Notes' own code (not on PyPI): 125 CPU s, 852 MB on other answers of this size",
        is_long=True,
    ),
    _stored(1_000_000, "1M", on_cluster=True),
    _stored(10_000_000, "10M"),
    _stored(100_000_000, "100M", on_cluster=True),
    Case(
        "one-more",
        "one more answer in a dialogue of 1M answers, 1000 statements",
        "none",
        (
            Contestant(OURS, "ours.py", "one_more"),
            Contestant("floor", "ours.py", "read_scatter", is_floor=True),
        ),
        floor="the scatter matrix (8 MB) multiplied once by two axes",
        metrics=("update_ms", "refresh_ms", "sine_to_converged"),
    ),
)
