"""How the line works: how long answers take, how many tests are missed. For both sides alike, and nobody else."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from tracktwo.channel.machines import LineState, LineTestState, line_state, line_test
from tracktwo.channel.messages import Limits, Type
from tracktwo.channel.threads import Owed, Step, Thread, owed_in
from tracktwo.errors import OptionError
from tracktwo.locale import english

FEWEST = 5
"""Times under which no quantile is told: of three answers the slowest is no tenth."""


@dataclass(frozen=True, slots=True)
class Times:
    """How long a step took: of `n` that were done, with those still open and those that were late.

    Quantiles are times that occurred (the nearest rank); None where fewer than five were done.
    `open` are not done yet: what they will have taken is in no quantile, so read it beside them.
    """

    kind: str
    office: str
    step: Step
    n: int
    open: int
    late: int
    median: timedelta | None
    nine_tenths: timedelta | None
    longest: timedelta | None


@dataclass(frozen=True, slots=True)
class LineResults:
    """What became of the tests that an office sent over one route, and what the last say of it."""

    office: str
    route: str
    returned: int
    garbled: int
    missed: int
    under_way: int
    state: LineState


def answer_times(
    threads: Iterable[Thread], now: datetime, limits: Limits | None = None
) -> tuple[Times, ...]:
    """How long offices took to read and to answer, by kind, office and step.

    Counted from when a message was sent. `OptionError` for exercises together with what is meant.
    """
    threads = _of_one_sort(threads)
    rows: dict[tuple[str, str, Step], list[tuple[Owed, datetime]]] = {}
    for thread in threads:
        for one in owed_in(thread, now, limits):
            sent = thread.message[one.message].sent
            if sent is not None:
                key = (one.message.series.kind, one.office, one.step)
                rows.setdefault(key, []).append((one, sent))
    return tuple(_times(*key, rows[key]) for key in sorted(rows))


def quantile(times: Sequence[timedelta], share: float) -> timedelta:
    """The time within which a share of all lies: one that occurred, the nearest rank from above.

    >>> quantile([timedelta(minutes=n) for n in (1, 2, 3, 4, 50)], 0.5)
    datetime.timedelta(seconds=180)
    """
    ordered = sorted(times)
    return ordered[max(0, ceil(share * len(ordered)) - 1)]


def results_of_tests(
    threads: Iterable[Thread], now: datetime, limits: Limits | None = None
) -> tuple[LineResults, ...]:
    """What became of test messages until `now`, by office and route.

    Tests that were planned and never sent left no message: `planned_tests` tells how many there should
    be. `OptionError` for exercises together with what is meant.
    """
    threads = _of_one_sort(threads)
    rows: dict[tuple[str, str], list[tuple[datetime, LineTestState]]] = {}
    for thread in threads:
        for one in thread.messages:
            if one.kind == "TM" and one.type is Type.NEW and one.sent and one.sent <= now:
                state = line_test(thread, one.id, now, limits).state
                key = (one.originator, str(one.fields["route"]))
                rows.setdefault(key, []).append((one.sent, state))
    return tuple(_tests(*key, [state for _, state in sorted(rows[key])]) for key in sorted(rows))


def _of_one_sort(threads: Iterable[Thread]) -> tuple[Thread, ...]:
    """Threads as a tuple; exercises and what is meant are not one line."""
    every = tuple(threads)
    if len({one.first.is_exercise for one in every}) > 1:
        raise OptionError(
            english(
                "exercises and what is meant are counted apart; give the threads of one of them"
            )
        )
    return every


def _times(kind: str, office: str, step: Step, owed: list[tuple[Owed, datetime]]) -> Times:
    took = [one.done - sent for one, sent in owed if one.done is not None]
    enough = len(took) >= FEWEST
    return Times(
        kind,
        office,
        step,
        len(took),
        sum(one.is_open for one, _ in owed),
        sum(one.late is not None for one, _ in owed),
        quantile(took, 0.5) if enough else None,
        quantile(took, 0.9) if enough else None,
        max(took) if enough else None,
    )


def _tests(office: str, route: str, states: list[LineTestState]) -> LineResults:
    return LineResults(
        office,
        route,
        states.count(LineTestState.RETURNED),
        states.count(LineTestState.GARBLED),
        states.count(LineTestState.MISSED),
        states.count(LineTestState.SENT),
        line_state(states),
    )
