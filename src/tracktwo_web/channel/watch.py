"""What an officer on duty sees of a line: what is unread, what is due, what is late, and whether it works."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext

from tracktwo.channel.messages import Precedence
from tracktwo_web.channel import queries
from tracktwo_web.channel.domain.exchange import other_end
from tracktwo_web.channel.models import Line, Message, Route
from tracktwo_web.channel.telling import (
    ANSWERS,
    CLOCK_IS_OFF,
    DOINGS,
    clock_told,
    faults_of,
    kind_name,
    lasting,
    precedence_name,
    utc,
)

MOST_SETTLED = 30
_URGENCY = {one.value: n for n, one in enumerate(Precedence)}


@dataclass(frozen=True)
class Due:
    """A step that is owed, as a sentence with the time left, or by how much it is late."""

    text: str
    is_late: bool


@dataclass(frozen=True)
class Shown:
    """A message in a list."""

    message: Message
    kind: str
    due: tuple[Due, ...] = ()

    @property
    def is_late(self) -> bool:
        return any(one.is_late for one in self.due)

    @property
    def precedence(self) -> str:
        return precedence_name(self.message.precedence)

    @property
    def doing(self) -> str:
        """What it does to the messages that it names."""
        return str(DOINGS.get(self.message.type, ""))

    @property
    def answer(self) -> str:
        """What the other side answered to it."""
        return str(ANSWERS.get(self.message.answer, ""))


@dataclass(frozen=True)
class Watch:
    """The lists of a watch, either of exercises or of all else."""

    unread: tuple[Shown, ...]
    to_answer: tuple[Shown, ...]
    waiting: tuple[Shown, ...]
    with_them: tuple[Shown, ...]
    settled: tuple[Shown, ...]

    @property
    def late(self) -> int:
        """How many steps are late, on either side."""
        return sum(one.is_late for one in (*self.unread, *self.to_answer, *self.with_them))

    @property
    def is_quiet(self) -> bool:
        return not (self.unread or self.to_answer or self.waiting or self.with_them)


def watch_of(line: Line, *, is_exercise: bool, now: datetime) -> Watch:
    """The lists of a line; what both sides have settled comes last, the newest first."""
    here, ended = queries.of_sort(line, is_exercise=is_exercise), queries.ended_on(line)
    arrived = here.filter(is_own=False)
    sent = here.filter(is_own=True, entry__isnull=False)
    unread = sorted(arrived.filter(read=None), key=_urgent_first)
    asked = arrived.filter(answered_by__isnull=False, answered=None).exclude(read=None)
    to_answer = [one for one in asked.order_by("answered_by") if one.code not in ended]
    open_there = list(sent.filter(read=None).order_by("read_by"))
    unanswered = sent.filter(answered_by__isnull=False, answered=None).exclude(read=None)
    open_there += [one for one in unanswered.order_by("answered_by") if one.code not in ended]
    shown = {one.pk for one in (*unread, *to_answer, *open_there)}
    latest = here.filter(entry__isnull=False).order_by("-sent", "-code")
    settled = [one for one in latest[: MOST_SETTLED + len(shown)] if one.pk not in shown]
    return Watch(
        _shown(unread, ended, now),
        _shown(to_answer, ended, now),
        _shown(here.filter(is_own=True, entry=None).order_by("written"), ended, now),
        _shown(open_there, ended, now),
        tuple(Shown(one, kind_name(one.kind)) for one in settled[:MOST_SETTLED]),
    )


def _urgent_first(one: Message) -> tuple[int, datetime | None]:
    return -_URGENCY[one.precedence], one.sent


def _shown(messages: Iterable[Message], ended: frozenset[str], now: datetime) -> tuple[Shown, ...]:
    return tuple(Shown(one, kind_name(one.kind), due_of(one, ended, now)) for one in messages)


def due_of(one: Message, ended: frozenset[str], now: datetime) -> tuple[Due, ...]:
    """What is still owed to a message; an answer to what was taken back or replaced is not."""
    steps = []
    if one.read is None and one.read_by is not None:
        steps.append(_to_read(one.read_by, now))
    if one.answered is None and one.answered_by is not None and one.code not in ended:
        steps.append(_to_answer(one.answered_by, now))
    return tuple(steps)


def _to_read(by: datetime, now: datetime) -> Due:
    told = {"time": utc(by), "left": lasting(abs(by - now))}
    if now > by:
        return Due(gettext("was to be read by %(time)s: late by %(left)s") % told, is_late=True)
    return Due(gettext("to be read by %(time)s: %(left)s left") % told, is_late=False)


def _to_answer(by: datetime, now: datetime) -> Due:
    told = {"time": utc(by), "left": lasting(abs(by - now))}
    if now > by:
        return Due(gettext("was to be answered by %(time)s: late by %(left)s") % told, is_late=True)
    return Due(gettext("to be answered by %(time)s: %(left)s left") % told, is_late=False)


@dataclass(frozen=True)
class Way:
    """A route to the other node, and how it does."""

    route: Route
    text: str
    is_failing: bool


@dataclass(frozen=True)
class State:
    """Whether the line works, in sentences."""

    faults: tuple[str, ...]
    ways: tuple[Way, ...]
    clock: str
    is_clock_off: bool
    is_here: bool

    @property
    def is_in_order(self) -> bool:
        works = self.is_here or any(not one.is_failing for one in self.ways)
        return works and not self.faults and not self.is_clock_off


def state_of(line: Line, now: datetime) -> State:
    """How the line stands: faults first, then each way, then the clocks."""
    ways = tuple(_way(one, now) for one in line.routes.order_by("order"))
    is_here = not ways and other_end(line) is not None
    return State(
        tuple(faults_of(line)),
        ways,
        "" if is_here else clock_told(line),
        not is_here and abs(line.clock_ahead or 0) > CLOCK_IS_OFF,
        is_here,
    )


def _way(route: Route, now: datetime) -> Way:
    came = _ago(route.came_through, now) if route.came_through else ""
    if not route.failures:
        return Way(route, came_through(came), is_failing=False)
    told = {
        "n": route.failures,
        "last": _ago(route.failed, now) if route.failed else "",
        "came": came,
    }
    if came:
        text = gettext("does not come through: %(n)s tries in a row, the last %(last)s; it last came through %(came)s")  # fmt: skip
    else:
        text = gettext("does not come through: %(n)s tries in a row, the last %(last)s; it has never come through")  # fmt: skip
    return Way(route, text % told, is_failing=True)


def came_through(came: str) -> str:
    """Of a way that is not failing."""
    return gettext("came through %(came)s") % {"came": came} if came else gettext("not tried yet")


def _ago(at: datetime, now: datetime) -> str:
    told = {"time": utc(at), "ago": lasting(max(now - at, timedelta()))}
    return gettext("at %(time)s, %(ago)s ago") % told
