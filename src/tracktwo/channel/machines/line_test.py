"""A test of the line: returned as expected, garbled, or missed; and what many of them say of the line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from tracktwo.channel.kinds.read_values import text_in
from tracktwo.channel.machines.events import happenings, passed
from tracktwo.channel.machines.machine import By, Course, Happened, Machine, Transition
from tracktwo.channel.messages import Limits, Message, MessageId, Needs, Type, needs_of
from tracktwo.channel.threads import Thread
from tracktwo.errors import OptionError
from tracktwo.locale import english

MISSED_FOR_FAULT: Final = 3
"""Tests in a row that fail before a line is called faulty: our own choice."""


class LineTestState(StrEnum):
    """What became of one test."""

    SCHEDULED = "scheduled"
    SENT = "sent"
    RETURNED = "returned"
    GARBLED = "garbled"
    MISSED = "missed"


class LineTestEvent(StrEnum):
    """What moves it. RUN_OUT: the time to send or to return it is over."""

    SEND = "send"
    RETURN = "return"
    RETURN_OTHER = "return_other"
    RUN_OUT = "run_out"


_S, _E = LineTestState, LineTestEvent

LINE_TEST: Final = Machine(
    _S.SCHEDULED,
    (
        Transition(_S.SCHEDULED, _E.SEND, _S.SENT, By.OPENER),
        Transition(_S.SENT, _E.RETURN, _S.RETURNED, By.OTHER),
        Transition(_S.SENT, _E.RETURN_OTHER, _S.GARBLED, By.OTHER),
        *(Transition(one, _E.RUN_OUT, _S.MISSED, By.TIME) for one in (_S.SCHEDULED, _S.SENT)),
        *(Transition(_S.MISSED, one, _S.MISSED, By.OTHER) for one in (_E.RETURN, _E.RETURN_OTHER)),
    ),
)  # fmt: skip
"""A test that comes back late was missed: the next one is the one to look at."""


class LineState(StrEnum):
    """What the last tests of a route say of it."""

    UNTESTED = "untested"
    WORKING = "working"
    DOUBTFUL = "doubtful"
    FAULTY = "faulty"


@dataclass(frozen=True, slots=True)
class Planned:
    """A test that an office is to send, and when."""

    office: str
    at: datetime


def line_test(
    thread: Thread,
    opener: MessageId,
    now: datetime,
    limits: Limits | None = None,
    needs: Needs | None = None,
    acts: Iterable[Happened[LineTestEvent]] = (),
) -> Course[LineTestState, LineTestEvent]:
    """What became of a test message by `now`."""
    test = thread.message[opener]
    due = needs or needs_of(test, limits or Limits())
    told = happenings(thread, opener, now, lambda one: _event(one, test))
    return LINE_TEST.run(
        [*told, *passed(_E.RUN_OUT, due.answered_by, now), *(one for one in acts if one.at <= now)]
    )


def line_state(results: Sequence[LineTestState], missed: int = MISSED_FOR_FAULT) -> LineState:
    """What tests of one route, in their order, say of it: faulty after so many failures in a row.

    Tests that are still under way say nothing. A fault is told to the other side over the other route.

    >>> line_state([LineTestState.MISSED, LineTestState.RETURNED, LineTestState.GARBLED]).value
    'doubtful'
    """
    if missed < 1:
        raise OptionError(english("{n} missed tests make no fault; name one or more", n=missed))
    ended = [one for one in results if one not in (_S.SCHEDULED, _S.SENT)]
    if not ended:
        return LineState.UNTESTED
    failed = 0
    for one in reversed(ended):
        if one is _S.RETURNED:
            break
        failed += 1
    if failed >= missed:
        return LineState.FAULTY
    return LineState.DOUBTFUL if failed else LineState.WORKING


def planned_tests(
    start: datetime, end: datetime, every: timedelta, offices: Sequence[str]
) -> tuple[Planned, ...]:
    """Tests from `start` until before `end`, the offices in turn: whoever begins has not the last word.

    >>> from datetime import UTC
    >>> noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    >>> hours = planned_tests(noon, noon + timedelta(hours=6), timedelta(hours=2), ["NATO", "CHINA"])
    >>> [(one.office, one.at.hour) for one in hours]
    [('NATO', 12), ('CHINA', 14), ('NATO', 16)]
    """
    if every <= timedelta() or not offices:
        raise OptionError(english("tests are sent by one office or more, some time apart"))
    times = max(0, -(-(end - start) // every))
    return tuple(Planned(offices[n % len(offices)], start + n * every) for n in range(times))


def _event(message: Message, test: Message) -> LineTestEvent | None:
    if message.id == test.id:
        return _E.SEND
    if message.kind != "TR" or message.type is not Type.REPLY:
        return None
    expected = text_in(test.fields, "expected")
    return _E.RETURN if text_in(message.fields, "returned") == expected else _E.RETURN_OTHER
