"""Which marks are asked for: as things had been told by a moment, in a time, of some kinds and offices."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime

from tracktwo.channel.messages.times import require_zone
from tracktwo.channel.picture.mark import Mark
from tracktwo.errors import OptionError
from tracktwo.locale import english


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for. `start` and `end` may be one moment, or open; no kinds and no offices mean all.

    `at` is when somebody looks: what was told later is not there yet, and what had been taken back or
    replaced by then is gone.
    """

    at: datetime
    start: datetime | None = None
    end: datetime | None = None
    kinds: AbstractSet[str] = frozenset()
    offices: AbstractSet[str] = frozenset()
    is_exercise: bool = False

    def __post_init__(self) -> None:
        for moment in filter(None, (self.at, self.start, self.end)):
            require_zone(moment)
        if self.start and self.end and self.end < self.start:
            raise OptionError(
                english(
                    "the time ends at {end}, before its start at {start}",
                    start=self.start.isoformat(),
                    end=self.end.isoformat(),
                )
            )


def shown(marks: Iterable[Mark], asked: Asked) -> tuple[Mark, ...]:
    """The marks that are asked for, in their order. Exercises never stand beside what is meant."""
    return tuple(one for one in marks if _is_asked(one, asked) and _stands(one, asked.at) and _counts(one, asked))  # fmt: skip


def _is_asked(mark: Mark, asked: Asked) -> bool:
    return (
        mark.is_exercise == asked.is_exercise
        and (not asked.kinds or mark.kind in asked.kinds)
        and (not asked.offices or mark.office in asked.offices)
    )


def _stands(mark: Mark, at: datetime) -> bool:
    """Whether it had been told, and neither taken back nor replaced."""
    return mark.told is not None and mark.told <= at and (mark.gone is None or at < mark.gone)


def _counts(mark: Mark, asked: Asked) -> bool:
    """Whether it counts at some moment of the time asked for. What ends, ends before its last moment."""
    since, until = mark.since, mark.until
    if asked.end and since and since > asked.end:
        return False
    if not asked.start or until is None:
        return True
    return until >= asked.start if mark.is_event else until > asked.start
