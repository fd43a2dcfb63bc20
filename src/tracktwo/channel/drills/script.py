"""The script of a drill: a clock, what happens to whom, and which messages are expected then."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from tracktwo.channel.kinds import kind_of
from tracktwo.channel.messages import Type
from tracktwo.errors import InputError
from tracktwo.locale import english


@dataclass(frozen=True, slots=True)
class Expected:
    """A message that a side is to send within a time of what happens; `good` says what makes it good."""

    side: str
    kind: str
    type: Type
    within: timedelta
    good: Mapping[str, str]

    def __post_init__(self) -> None:
        if self.type not in kind_of(self.kind).types:
            raise InputError(
                english(
                    "a message of kind {kind} is never of type {type}",
                    kind=self.kind,
                    type=self.type.value,
                )
            )
        if self.within <= timedelta():
            raise InputError(english("a message is expected within no time; give minutes above 0"))


@dataclass(frozen=True, slots=True)
class Inject:
    """What happens `at` a time of the clock, told to one `side`, and what is expected of either."""

    id: str
    at: timedelta
    side: str
    happens: Mapping[str, str]
    expected: tuple[Expected, ...] = ()


@dataclass(frozen=True, slots=True)
class Drill:
    """A script. Texts are by language; `sides` are roles with their names, not states.

    `InputError` for a script that contradicts itself.
    """

    id: str
    title: Mapping[str, str]
    purpose: Mapping[str, str]
    sides: Mapping[str, Mapping[str, str]]
    injects: tuple[Inject, ...]

    def __post_init__(self) -> None:
        if len(self.sides) != 2:
            raise InputError(english("a drill has {n} sides; it has two", n=len(self.sides)))
        if not self.injects:
            raise InputError(english("nothing happens in this drill; add an inject"))
        ids = [one.id for one in self.injects]
        for id_ in ids:
            if ids.count(id_) > 1:
                raise InputError(english("inject {id} is there twice", id=repr(id_)))
        for one, other in zip(self.injects, self.injects[1:], strict=False):
            if other.at < one.at:
                raise InputError(
                    english("inject {id} comes before the one above it; order them by time", id=repr(other.id))
                )  # fmt: skip
        for inject in self.injects:
            for side in (inject.side, *(one.side for one in inject.expected)):
                if side not in self.sides:
                    raise InputError(
                        english("inject {id} names side {side}, which is not there", id=repr(inject.id), side=repr(side))
                    )  # fmt: skip

    @property
    def lasts(self) -> timedelta:
        """From the beginning until the last message is due."""
        return max(
            one.at + due
            for one in self.injects
            for due in (timedelta(), *(expected.within for expected in one.expected))
        )

    def until(self, at: timedelta) -> "Drill | None":
        """The drill as far as it was played when it was stopped `at` a time; None if nothing had happened."""
        injects = tuple(one for one in self.injects if one.at <= at)
        return replace(self, injects=injects) if injects else None
