"""A drill as it is played: where it stands by this node's clock, what this side was told, what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tracktwo.channel.drills import Drill as Script
from tracktwo.channel.drills import Inject, Played, play
from tracktwo.channel.drills.entries import Proposed, proposed_of
from tracktwo.channel.messages import Message as Said
from tracktwo.channel.messages.as_json import message_from
from tracktwo_web.channel.forms.envelope import TESTING
from tracktwo_web.channel.models import Drill, Message
from tracktwo_web.channel.queries import EXERCISE
from tracktwo_web.channel.telling import kind_name, lasting
from tracktwo_web.kit.languages import in_reader_language

MINUTE = timedelta(minutes=1)


class State(Enum):
    """Where a drill stands."""

    PROPOSED = "proposed"
    LAPSED = "lapsed"
    AGREED = "agreed"
    PLAYED = "played"
    OVER = "over"
    STOPPED = "stopped"
    DROPPED = "dropped"
    """Declined, taken back, or called off before it began."""

    @property
    def is_open(self) -> bool:
        return self in (State.PROPOSED, State.AGREED, State.PLAYED)

    @property
    def has_report(self) -> bool:
        return self in (State.OVER, State.STOPPED)


STATES: Mapping[State, str | Promise] = {
    State.PROPOSED: _("proposed, not agreed yet"),
    State.LAPSED: _("never agreed"),
    State.AGREED: _("agreed, begins soon"),
    State.PLAYED: _("under way"),
    State.OVER: _("over"),
    State.STOPPED: _("stopped"),
    State.DROPPED: _("called off before it began"),
}


def state_of(drill: Drill, now: datetime) -> State:
    """By what the logs say, and by this node's clock."""
    if drill.stopped is not None:
        has_begun = drill.agreed is not None and drill.stopped >= drill.start
        return State.STOPPED if has_begun else State.DROPPED
    if drill.agreed is None:
        return State.PROPOSED if now < drill.start else State.LAPSED
    if now < drill.start:
        return State.AGREED
    return State.PLAYED if now < drill.ends else State.OVER


@dataclass(frozen=True)
class Listed:
    """A drill in a list, and at the head of its page."""

    drill: Drill
    title: str
    state: State

    @property
    def standing(self) -> str:
        return str(STATES[self.state])


@dataclass(frozen=True)
class Event:
    """Something that has happened to this side."""

    at: datetime
    text: str


@dataclass(frozen=True)
class Row:
    """An expected message in the report."""

    at: datetime
    happens: str
    told_to: str
    office: str
    kind: str
    good: str
    message: Message | None
    after: str
    late: str
    was_due: bool
    """Whether its time had passed when the drill ended."""


@dataclass(frozen=True)
class Report:
    """What came of a drill, for both sides alike."""

    rows: tuple[Row, ...]
    came: int
    in_time: int
    median: str
    others: tuple[Message, ...]


def proposed_in(drill: Drill) -> Proposed:
    """What its entry proposed."""
    return proposed_of(drill.script)


def title_of(script: Script) -> str:
    return in_reader_language(script.title)


def listed(drill: Drill, now: datetime) -> Listed:
    return Listed(drill, title_of(proposed_in(drill).drill), state_of(drill, now))


def role_of(proposed: Proposed, office: str) -> str:
    """Which side of the script an office plays."""
    return next(side for side, name in proposed.offices.items() if name == office)


def events_of(drill: Drill, now: datetime) -> list[Event]:
    """What has happened to this side until now, the newest first. The other side's is not for its eyes."""
    return [
        Event(drill.start + one.at, in_reader_language(one.happens))
        for one in reversed(_happened(drill, now))
    ]


def moments_passed(drill: Drill, now: datetime) -> int:
    """How often the pages of this side had something new to show: each event, and the end."""
    return len(_happened(drill, now)) + (now >= drill.ends)


def _happened(drill: Drill, now: datetime) -> list[Inject]:
    if drill.agreed is None:
        return []
    proposed = proposed_in(drill)
    until = min(one for one in (now, drill.ends, drill.stopped) if one is not None)
    role = role_of(proposed, drill.line.office)
    return [
        one for one in proposed.drill.injects if one.side == role and drill.start + one.at <= until
    ]


def report_of(drill: Drill) -> Report:
    """What was expected, and after how long it came; of a drill that was stopped, what had happened by then."""
    proposed, until = proposed_in(drill), drill.stopped or drill.ends
    script = proposed.drill.until(until - drill.start)
    rows = _messages(drill, until)
    if script is None:
        return Report((), 0, 0, "", tuple(rows.values()))
    said = [_said(one) for one in rows.values()]
    found = play(script, said, start=drill.start, offices=proposed.offices)
    injects = {one.id: one for one in script.injects}
    return Report(
        tuple(_row(drill, proposed, injects[one.inject], one, rows, until) for one in found.played),
        found.came,
        found.in_time,
        lasting(found.median) if found.median is not None else "",
        tuple(rows[str(one)] for one in found.others if one.series.kind not in TESTING),
    )


def _messages(drill: Drill, until: datetime) -> dict[str, Message]:
    """What was sent as an exercise meanwhile, by number."""
    sent = drill.line.messages.filter(EXERCISE, sent__gte=drill.start, sent__lte=until)
    return {one.code: one for one in sent.exclude(entry=None).order_by("sent", "code")}


def _said(message: Message) -> Said:
    return message_from(message.content)[0]


def _row(
    drill: Drill,
    proposed: Proposed,
    inject: Inject,
    one: Played,
    rows: Mapping[str, Message],
    until: datetime,
) -> Row:
    return Row(
        drill.start + inject.at,
        in_reader_language(inject.happens),
        proposed.offices[inject.side],
        proposed.offices[one.expected.side],
        kind_name(one.expected.kind),
        in_reader_language(one.expected.good),
        rows[str(one.message)] if one.message else None,
        lasting(one.after) if one.after is not None else "",
        lasting(one.late) if one.late is not None else "",
        drill.start + inject.at + one.expected.within <= until,
    )
