"""A kind of message: what it is called, what it says, what it may do to others."""

from collections.abc import Callable
from dataclasses import dataclass

from tracktwo.channel.kinds.common import ACKNOWLEDGING, CANCELLING, ERRING
from tracktwo.channel.kinds.fields import Fields, FieldSpec
from tracktwo.channel.messages import Type

Rule = Callable[[Fields], str | None]
"""What fields must hold together: a sentence where they do not, None where they do."""

ANNOUNCED = (Type.NEW, Type.UPDATE, Type.CANCEL, Type.ACKNOWLEDGE, Type.ERROR)
"""What a kind may do that speaks for itself: it is acknowledged and refused in its own kind."""
ANSWERING = (Type.REPLY, Type.UPDATE, Type.CANCEL, Type.ACKNOWLEDGE, Type.ERROR)
"""What a kind may do that only answers another."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of message, as data.

    `name` and `opening` are sentences of the catalogue: what it is called, and what its first sentence
    says. `answers` are codes of the kinds that a reply of this kind may be about. `reply` are the
    fields of a reply, where those are others than the fields of what is new.
    """

    code: str
    name: str
    opening: str
    fields: tuple[FieldSpec, ...]
    types: tuple[Type, ...] = ANNOUNCED
    answers: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    reply: tuple[FieldSpec, ...] = ()
    reply_rules: tuple[Rule, ...] = ()
    version: int = 1

    def fields_of(self, type_: Type) -> tuple[FieldSpec, ...]:
        """The fields of a message of this kind that does this to others."""
        common = {
            Type.ACKNOWLEDGE: ACKNOWLEDGING,
            Type.CANCEL: CANCELLING,
            Type.ERROR: ERRING,
        }
        if type_ in common:
            return common[type_]
        return self.reply if type_ is Type.REPLY and self.reply else self.fields

    def rules_of(self, type_: Type) -> tuple[Rule, ...]:
        """The rules that go with those fields."""
        if type_ in (Type.ACKNOWLEDGE, Type.CANCEL, Type.ERROR):
            return ()
        return self.reply_rules if type_ is Type.REPLY and self.reply else self.rules
