"""How a text came to be: what was laid on the table, and each act since. Every state can be had again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from tracktwo.errors import InputError, OptionError
from tracktwo.text.changes.accept import Accepted, accept, lifted, moved_on, numbered
from tracktwo.text.changes.effect import effect_of
from tracktwo.text.changes.operations import Operation, OperationKind
from tracktwo.text.changes.reasons import Stuck
from tracktwo.text.changes.rebase import rebased
from tracktwo.text.units import NegotiatedText


@dataclass(frozen=True, slots=True)
class Lifted:
    """The words that a NOC of this id kept are released."""

    operation: str


@dataclass(frozen=True, slots=True)
class Renumbering:
    """Units get these numbers."""

    numbers: Mapping[str, str]


Act: TypeAlias = Operation | Lifted | Renumbering
"""An operation accepted, words released, or numbers set anew."""


@dataclass(frozen=True)
class History:
    """The first version of a text and the acts since, each of which made the next version.

    `InputError` where an act does not fit the version that those before it made: such a history is
    damaged.

    >>> from tracktwo.text.changes.operations import OperationKind, Replacement
    >>> from tracktwo.text.units import Unit
    >>> first = NegotiatedText({}, ("en",), (Unit("u1", texts={"en": "We shall meet."}),))
    >>> may = Operation("1", OperationKind.MOD, 0, "u1", "en", (Replacement(3, 8, "may"),))
    >>> history = History(first).with_act(may)
    >>> history.now.unit("u1").texts["en"], history.at(0) == first
    ('We may meet.', True)
    """

    first: NegotiatedText
    acts: tuple[Act, ...] = ()
    _known: tuple[NegotiatedText, ...] = field(default=(), repr=False, compare=False)

    def __post_init__(self) -> None:
        """Refuse acts that do not follow from each other."""
        try:
            _ = self.states
        except OptionError as error:
            raise InputError(f"the history of the text is damaged: {error}") from error

    @cached_property
    def states(self) -> tuple[NegotiatedText, ...]:
        """Every version, the first one first."""
        states = list(self._known or (self.first,))
        for act in self.acts[len(states) - 1 :]:
            states.append(after(states[-1], act))
        return tuple(states)

    @property
    def now(self) -> NegotiatedText:
        """The text as it stands."""
        return self.states[-1]

    def at(self, version: int) -> NegotiatedText:
        """The text in a version; `OptionError` where there was none."""
        place = version - self.first.version
        if not 0 <= place < len(self.states):
            last = self.now.version
            raise OptionError(
                f"there is no version {version}; ask for one from {self.first.version} to {last}"
            )
        return self.states[place]

    def with_act(self, act: Act) -> "History":
        """The history with one act more; `OperationError` or `OptionError` where it does not fit."""
        state = after(self.now, act)
        return History(self.first, (*self.acts, act), (*self.states, state))

    def accept(
        self, operation: Operation, others: tuple[Operation, ...] = ()
    ) -> tuple["History", Accepted]:
        """The history with an operation accepted, and what became of the others: see `accept`."""
        accepted = accept(self.now, operation, others)
        acts, states = (*self.acts, operation), (*self.states, accepted.text)
        return History(self.first, acts, states), accepted

    def carried(self, operation: Operation) -> Operation | Stuck | None:
        """An operation of any earlier version against the text as it stands; see `rebased`.

        Words that were kept for a while and are free again do not stand in its way: this brings
        back what a NOC left stuck.
        """
        self.at(operation.base)
        carried: Operation | Stuck | None = operation
        for place in range(operation.base - self.first.version, len(self.acts)):
            if not isinstance(carried, Operation):
                return carried
            carried = self._past(carried, place)
        return carried

    def _past(self, operation: Operation, place: int) -> Operation | Stuck | None:
        act, before = self.acts[place], self.states[place]
        if isinstance(act, Operation) and not self._is_lifted(act):
            return rebased(operation, effect_of(before, act))
        return moved_on(self.states[place + 1], (operation,))[0]

    def _is_lifted(self, act: Operation) -> bool:
        is_noc = act.kind is OperationKind.NOC
        return is_noc and all(one.operation != act.id for one in self.now.kept)


def after(text: NegotiatedText, act: Act) -> NegotiatedText:
    """The version that an act makes of a text."""
    if isinstance(act, Lifted):
        return lifted(text, act.operation)
    if isinstance(act, Renumbering):
        return numbered(text, dict(act.numbers))
    return effect_of(text, act).after
