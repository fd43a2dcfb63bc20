"""The silence procedure: a text is adopted at a set time unless a side breaks the silence before.

The clock is passed in, and every time carries its time zone: delegations sit in several.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Literal, Self, TypeAlias

from tracktwo.text.standing.refusals import refusal
from tracktwo.text.standing.why_not import WhyNot

Attribution: TypeAlias = Literal["side", "hidden"]
"""Whether it is told which side holds, proposes or breaks something."""


class SilenceState(StrEnum):
    """AHEAD: not opened yet. RUNNING: until T. KEPT: T has come and nobody broke it. BROKEN."""

    AHEAD = "ahead"
    RUNNING = "running"
    KEPT = "kept"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Break:
    """A side breaks the silence, on one unit and with a reason."""

    side: str
    unit: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Extension:
    """The end was put off, at one moment and until another."""

    at: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Silence:
    """A text under silence: its `fingerprint`, when it was opened, and until when silence is asked.

    Make one with `Silence.over`; `broken` and `extended` give a new one.
    """

    fingerprint: str
    sides: tuple[str, ...]
    opened: datetime
    first_until: datetime
    breaks: tuple[Break, ...] = ()
    extensions: tuple[Extension, ...] = ()
    taken_back: str = ""
    """Why the chair took the text back to negotiation, without any side having broken the silence."""

    @classmethod
    def over(
        cls, fingerprint: str, *, sides: tuple[str, ...], opened: datetime, until: datetime
    ) -> Self:
        """A silence opened over a text. Raises `MoveError` for times without a zone or out of order.

        >>> from datetime import UTC
        >>> start = datetime(2026, 3, 2, 9, tzinfo=UTC)
        >>> asked = Silence.over("3ec8", sides=("china", "nato"), opened=start, until=start + timedelta(days=2))
        >>> asked.state(start + timedelta(hours=47)).value, asked.state(asked.until).value
        ('running', 'kept')
        """
        _refuse_naive(opened, until)
        if until <= opened:
            raise refusal(WhyNot.ENDS_BEFORE_IT_BEGINS)
        return cls(fingerprint, sides, opened, until)

    @property
    def until(self) -> datetime:
        """T: the moment silence ends, after all extensions. At T itself it is over."""
        return self.extensions[-1].until if self.extensions else self.first_until

    def state(self, now: datetime) -> SilenceState:
        """Where the procedure is at a moment. Raises `MoveError` for a time without a zone."""
        _refuse_naive(now)
        if any(one.at <= now for one in self.breaks):
            return SilenceState.BROKEN
        if now < self.opened:
            return SilenceState.AHEAD
        return SilenceState.RUNNING if now < self.until else SilenceState.KEPT

    def remaining(self, now: datetime) -> timedelta:
        """How long silence is still asked; nothing once it is broken or over."""
        runs = self.state(now) in (SilenceState.AHEAD, SilenceState.RUNNING)
        return self.until - now if runs else timedelta()

    def broken(self, by: str, *, unit: str, reason: str, at: datetime) -> "Silence":
        """The silence broken by a side. Another side may break it too, as long as T has not come.

        Raises `MoveError` before it is opened, from T on, without a reason, or for an unknown side.
        """
        self._refuse_outside(at)
        if by not in self.sides:
            raise refusal(WhyNot.UNKNOWN_SIDE, unit=unit, side=by)
        if not reason.strip():
            raise refusal(WhyNot.NO_REASON, unit=unit, side=by)
        return replace(self, breaks=(*self.breaks, Break(by, unit, reason, at)))

    def extended(self, until: datetime, *, at: datetime) -> "Silence":
        """The silence put off to a later time. Raises `MoveError` once broken or over, or for an earlier time."""
        _refuse_naive(until)
        self._refuse_outside(at)
        if self.state(at) is SilenceState.BROKEN:
            raise refusal(WhyNot.SILENCE_WAS_BROKEN)
        if until <= self.until:
            raise refusal(WhyNot.NOT_LATER)
        return replace(self, extensions=(*self.extensions, Extension(at, until)))

    def seen_by(
        self, side: str, now: datetime, *, attribution: Attribution = "hidden"
    ) -> "SilenceSeen":
        """What one side sees: its own breaks as its own, those of others named only by policy.

        Where two sides sit at the table, each knows who broke what it did not break: hiding then
        protects from third parties only.
        """
        made = tuple(
            SeenBreak(
                one.unit,
                one.reason,
                one.side if attribution == "side" or one.side == side else "",
                is_own=one.side == side,
            )
            for one in sorted(self.breaks, key=lambda each: (each.unit, each.reason))
            if one.at <= now
        )
        return SilenceSeen(self.state(now), self.until, self.remaining(now), made)

    def _refuse_outside(self, at: datetime) -> None:
        _refuse_naive(at)
        if at < self.opened:
            raise refusal(WhyNot.NOT_OPENED_YET)
        if at >= self.until:
            raise refusal(WhyNot.SILENCE_IS_OVER)


@dataclass(frozen=True, slots=True)
class SeenBreak:
    """A break as a side sees it: `side` is "" where it is not told. No time: it would tell who."""

    unit: str
    reason: str
    side: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class SilenceSeen:
    """A silence procedure as one side sees it; breaks by unit and reason, not by time."""

    state: SilenceState
    until: datetime
    remaining: timedelta
    breaks: tuple[SeenBreak, ...]


def _refuse_naive(*times: datetime) -> None:
    if any(one.tzinfo is None or one.utcoffset() is None for one in times):
        raise refusal(WhyNot.NO_TIME_ZONE)
