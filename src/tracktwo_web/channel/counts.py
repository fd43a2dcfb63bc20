"""How a line has worked, counted from what its columns hold: exercises apart from all else."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet

from tracktwo.channel.machines import state_name
from tracktwo.channel.measures import LineResults, quantile, results_of_tests
from tracktwo.channel.measures.statistics import FEWEST
from tracktwo.channel.messages.as_json import message_from
from tracktwo.channel.threads import threads_of
from tracktwo.locale import translator
from tracktwo_web.channel.forms.envelope import TESTING
from tracktwo_web.channel.models import Line, Message
from tracktwo_web.channel.queries import ended_on, of_sort
from tracktwo_web.channel.telling import kind_name, lasting
from tracktwo_web.kit.languages import reader_language

SINCE = timedelta(days=366)
"""Older messages stay in the logs; here a year is counted."""
Owed = tuple[datetime, datetime, datetime | None]
"""When a message was sent, by when a step was due, and when it was done."""


@dataclass(frozen=True)
class Took:
    """How long an office took over a step: of `n` that were done, beside those open and those late.

    Times that occurred, in words; empty where fewer than five were done.
    """

    kind: str
    office: str
    is_answer: bool
    n: int
    open: int
    late: int
    median: str
    nine_tenths: str
    longest: str


@dataclass(frozen=True)
class Tested:
    """What became of the tests of one office over one route."""

    results: LineResults
    state: str


@dataclass(frozen=True)
class Counts:
    """The numbers of a line, of exercises or of all else."""

    is_exercise: bool
    times: tuple[Took, ...]
    tests: tuple[Tested, ...]


def counts_of(line: Line, *, is_exercise: bool, now: datetime) -> Counts:
    """Counted from the messages of the last year, those of both offices alike."""
    rows = of_sort(line, is_exercise=is_exercise).filter(entry__isnull=False, sent__gte=now - SINCE)
    tests = [message_from(one.content)[0] for one in rows.filter(kind__in=TESTING)]
    words = translator(reader_language())
    return Counts(
        is_exercise,
        tuple(_times(line, rows, now)),
        tuple(
            Tested(one, state_name(one.state, words))
            for one in results_of_tests(threads_of(tests), now)
        ),
    )


def _times(line: Line, rows: QuerySet[Message], now: datetime) -> Iterator[Took]:
    ended = ended_on(line)
    found: dict[tuple[str, bool, bool], list[Owed]] = {}
    told = rows.values_list(
        "kind", "is_own", "code", "sent", "read_by", "read", "answered_by", "answered"
    )
    for kind, is_own, code, sent, read_by, read, answered_by, answered in told:
        assert sent is not None  # what has an entry was sent, and has times
        assert read_by is not None
        found.setdefault((kind, is_own, False), []).append((sent, read_by, read))
        if answered_by is not None and (answered is not None or code not in ended):
            found.setdefault((kind, is_own, True), []).append((sent, answered_by, answered))
    for kind, is_own, is_answer in sorted(found):
        office = line.peer if is_own else line.office
        yield _took(
            kind_name(kind), office, found[kind, is_own, is_answer], now, is_answer=is_answer
        )


def _took(kind: str, office: str, owed: Iterable[Owed], now: datetime, *, is_answer: bool) -> Took:
    every = list(owed)
    took = [done - sent for sent, _by, done in every if done is not None]
    enough = len(took) >= FEWEST
    return Took(
        kind,
        office,
        is_answer,
        len(took),
        len(every) - len(took),
        sum((done or now) > by for _sent, by, done in every),
        lasting(quantile(took, 0.5)) if enough else "",
        lasting(quantile(took, 0.9)) if enough else "",
        lasting(max(took)) if enough else "",
    )
