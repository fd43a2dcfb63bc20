"""Tests of the line by the clock: each office sends one in its turn, and the other's machine returns it.

Turns are counted from the beginning of 1970, so that two nodes agree on them without a word: with a
test an hour, the office whose name comes first has the even hours. What was not sent in its turn is not
made up for: it was missed, and either end sees that.
"""

import datetime as dt
from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext

from tracktwo.channel.machines import LineState, LineTestState, Planned, line_state, line_test
from tracktwo.channel.machines.line_test import MISSED_FOR_FAULT, planned_tests
from tracktwo.channel.messages import Message as Said
from tracktwo.channel.messages import Type
from tracktwo.channel.messages.as_json import message_from
from tracktwo.channel.threads import Thread, threads_of
from tracktwo_web.channel.domain.answers import CannotBe
from tracktwo_web.channel.domain.logs import held
from tracktwo_web.channel.domain.numbers import LIMITS, may_number
from tracktwo_web.channel.domain.send import send
from tracktwo_web.channel.domain.wording import Wording
from tracktwo_web.channel.models import Condition, Line, Message
from tracktwo_web.events.publish import publish

FIRST = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
SAMPLES = (
    ("The tide comes in over the flat sand without a sound.", "And goes out again before noon."),
    ("Two herons stand in the reeds and look the same way.", "Neither has seen the fish."),
    ("In the old orchard the last pears are still on the tree.", "Wasps have found the first of them."),
    ("Snow has closed the pass, and the bell rings every hour.", "A lantern answers from the valley."),
)  # fmt: skip
"""What a test says, and what comes back: neutral, so that nobody reads a meaning into it."""
MOST_HOURS = 168
_ORDER = (LineState.UNTESTED, LineState.WORKING, LineState.DOUBTFUL, LineState.FAULTY)


@transaction.atomic
def settle_tests(line: Line, every: int, *, now: dt.datetime) -> None:
    """Test the line every so many hours from now on, by turns; 0 for not at all.

    Both ends must settle the same. Raises `CannotBe` for more than a week.
    """
    if not 0 <= every <= MOST_HOURS:
        raise CannotBe(
            gettext("Tests are 1 to %(most)s hours apart, or 0 for none.") % {"most": MOST_HOURS}
        )
    line = held(line)
    line.test_every, line.tests_since, line.tested = every, now, Condition.UNTESTED
    line.save(update_fields=["test_every", "tests_since", "tested"])
    publish(line.pk, "channel")


def tick(now: dt.datetime) -> None:
    """Return what was tested, test what is due, and see what the last tests say, on every line."""
    for line in Line.objects.exclude(peer_key=""):
        step(line, now=now)


@transaction.atomic
def step(line: Line, *, now: dt.datetime) -> None:
    """The same for one line. Nothing is sent while a fault stops it."""
    line = held(line)
    if may_number(line):
        for one in _unanswered(line):
            send(line, _return_of(one, now), now=now)
        due = due_test(line, now)
        if due is not None:
            send(line, _test_at(line, due.at), now=now)
    _note_state(line, now)


def due_test(line: Line, now: dt.datetime) -> Planned | None:
    """The test of this office whose turn it is and that was not sent."""
    own = [one for one in _planned(line, now, turns=1) if one.office == line.office]
    last = own[-1] if own else None
    if last is None or now >= last.at + _every(line):
        return None
    sent = line.messages.filter(is_own=True, kind="TM", type=Type.NEW.value, sent__gte=last.at)
    return None if sent.exists() else last


def state_of(line: Line, now: dt.datetime) -> LineState:
    """What the last tests of either office say: the worse of both."""
    states = [_state_of_office(line, office, now) for office in (line.office, line.peer)]
    return max(states, key=_ORDER.index)


def _every(line: Line) -> dt.timedelta:
    return dt.timedelta(hours=line.test_every)


def _planned(line: Line, now: dt.datetime, *, turns: int) -> list[Planned]:
    """The tests of both offices until now, from so many turns of each before on."""
    if not line.test_every or line.tests_since is None:
        return []
    pair = 2 * _every(line)
    start = FIRST + ((now - FIRST) // pair - turns + 1) * pair
    offices = sorted((line.office, line.peer))
    end = now + dt.timedelta(seconds=1)
    planned = planned_tests(start, end, _every(line), offices)
    return [one for one in planned if one.at >= line.tests_since]


def _unanswered(line: Line) -> list[Message]:
    tests = line.messages.filter(is_own=False, kind="TM", type=Type.NEW.value, answered=None)
    return list(tests.exclude(entry=None).order_by("entry"))


def _test_at(line: Line, at: dt.datetime) -> Wording:
    number = int((at - FIRST) / _every(line)) % len(SAMPLES)
    content, expected = SAMPLES[number]
    told = {"sample": str(number + 1), "content": content, "expected": expected}
    return Wording("TM", told | {"route": _route(line)})


def _return_of(test: Message, now: dt.datetime) -> Wording:
    """The machine's answer; that somebody has read the test, it does not say."""
    said = message_from(test.content)[0]
    came = f"{test.received or now:%Y-%m-%dT%H:%M:%SZ}"
    told = {"returned": said.fields["expected"], "received": came, "route": _route(test.line)}
    return Wording("TR", told, type=Type.REPLY, status=said.status, refs=(test.code,))


def _route(line: Line) -> str:
    """The way that would be taken now: the first, unless it failed last."""
    first = line.routes.order_by("order").first()
    return "backup" if first is not None and first.failures else "primary"


def _note_state(line: Line, now: dt.datetime) -> None:
    state = state_of(line, now).value
    if state != line.tested:
        Line.objects.filter(pk=line.pk).update(tested=state)
        publish(line.pk, "channel")


def _state_of_office(line: Line, office: str, now: dt.datetime) -> LineState:
    planned = [
        one for one in _planned(line, now, turns=MISSED_FOR_FAULT + 2) if one.office == office
    ]
    if not planned:
        return LineState.UNTESTED
    threads = threads_of(_said_since(line, planned[0].at))
    return line_state([_became(one, threads, _every(line), now) for one in planned])


def _said_since(line: Line, since: dt.datetime) -> list[Said]:
    rows = line.messages.filter(kind__in=("TM", "TR"), sent__gte=since).exclude(entry=None)
    return [message_from(one.content)[0] for one in rows]


def _became(
    planned: Planned, threads: Sequence[Thread], every: dt.timedelta, now: dt.datetime
) -> LineTestState:
    """What became of a planned test: one that did not come in its turn was missed."""
    for thread in threads:
        for one in thread.messages:
            is_it = one.kind == "TM" and one.type is Type.NEW and one.originator == planned.office
            if is_it and one.sent and planned.at <= one.sent < planned.at + every:
                return line_test(thread, one.id, now, LIMITS).state
    return LineTestState.MISSED if now >= planned.at + every else LineTestState.SCHEDULED
