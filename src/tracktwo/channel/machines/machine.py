"""State machines as data: every transition there is, who may make it, and what a row of events comes to.

What is not listed is refused. Time makes transitions too: a step that nobody took in time is a fact
that both sides see, and no error.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Generic, TypeVar

from tracktwo.channel.messages import MessageId
from tracktwo.errors import MoveError
from tracktwo.locale import english

S = TypeVar("S", bound=StrEnum)
E = TypeVar("E", bound=StrEnum)


class By(StrEnum):
    """Who may make a step: the side that opened the matter, the other, either of them, or time."""

    OPENER = "opener"
    OTHER = "other"
    EITHER = "either"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Transition(Generic[S, E]):
    """From one state by an event to another."""

    source: S
    event: E
    target: S
    by: By = By.EITHER


@dataclass(frozen=True, slots=True)
class Happened(Generic[E]):
    """An event, when it was, by whom, and the message that made it, if one did."""

    event: E
    at: datetime
    by: By
    message: MessageId | None = None


@dataclass(frozen=True, slots=True)
class Taken(Generic[S, E]):
    """A step that was taken, and the state that it led to."""

    state: S
    happened: Happened[E]


@dataclass(frozen=True, slots=True)
class Course(Generic[S, E]):
    """What a row of events came to.

    `strays` are events of people that fit nowhere, such as a second answer: they are shown, and change
    nothing.
    """

    state: S
    taken: tuple[Taken[S, E], ...]
    strays: tuple[Happened[E], ...] = ()

    @property
    def since(self) -> datetime | None:
        """When the state was reached; None for the first state."""
        return self.taken[-1].happened.at if self.taken else None

    def at(self, state: S) -> datetime | None:
        """When a state was first reached, None where it was not."""
        return next((one.happened.at for one in self.taken if one.state is state), None)


@dataclass(frozen=True)
class Machine(Generic[S, E]):
    """The states of a matter: where it starts, and every transition."""

    start: S
    transitions: tuple[Transition[S, E], ...]
    of: Mapping[tuple[S, E], Transition[S, E]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        listed = {(one.source, one.event): one for one in self.transitions}
        assert len(listed) == len(self.transitions), "a transition is listed twice"
        object.__setattr__(self, "of", listed)

    def after(self, state: S, event: E, by: By) -> S | None:
        """The state after an event, None where it is not listed, or not for these to make."""
        transition = self.of.get((state, event))
        if transition is None:
            return None
        may = by in (By.OPENER, By.OTHER) if transition.by is By.EITHER else by is transition.by
        return transition.target if may else None

    def step(self, state: S, event: E, by: By) -> S:
        """The state after an event; `MoveError` for a step that is not listed."""
        target = self.after(state, event, by)
        if target is None:
            raise MoveError(
                english("{event} is no step from {state} for this side to make; look at what is due", event=event.value, state=state.value),
                reason="not_from_here",
                told={"event": event.value, "state": state.value},
            )  # fmt: skip
        return target

    def run(self, happened: Iterable[Happened[E]]) -> Course[S, E]:
        """What events come to, in the order of their times; time's own count only where they are listed."""
        state, taken, strays = self.start, [], []
        for one in sorted(happened, key=lambda each: each.at):
            target = self.after(state, one.event, one.by)
            if target is not None:
                state = target
                taken.append(Taken(state, one))
            elif one.by is not By.TIME:
                strays.append(one)
        return Course(state, tuple(taken), tuple(strays))
