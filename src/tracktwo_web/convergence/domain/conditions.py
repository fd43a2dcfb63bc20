"""Conditions as they are stated here: jointly and openly, or by a side under seal."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Any, cast

from django.db import transaction
from django.utils.text import slugify

from tracktwo.convergence import Condition
from tracktwo_web.convergence.domain.quiet import require_options_at_rest
from tracktwo_web.convergence.domain.talks import kinds_of_amount
from tracktwo_web.convergence.models import JointCondition, Option
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.events.publish import publish
from tracktwo_web.rounds.states import NotNow

if TYPE_CHECKING:
    from tracktwo.convergence.conditions import Kind

COUNTED = ("at_most", "at_least")
WEIGHED = ("budget", "balance")


@dataclass(frozen=True)
class Stated:
    """A condition: its kind, codes of options (the one that needs the others first), limit and amount."""

    kind: str
    options: tuple[str, ...] = ()
    limit: float | None = None
    of: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> "Stated":
        return cls(
            kept["kind"], tuple(kept["options"]), kept["limit"], kept["of"], dict(kept["texts"])
        )

    def kept(self) -> dict[str, Any]:
        """As a row keeps it."""
        return {
            "kind": self.kind, "options": list(self.options), "limit": self.limit, "of": self.of,
            "texts": dict(self.texts),
        }  # fmt: skip

    @property
    def mark(self) -> str:
        """What a page carries to say which condition is meant."""
        return hashlib.sha256(repr(self.kept()).encode()).hexdigest()[:16]

    def for_library(self, id_: str, *, by: str = "") -> Condition:
        limit = None if self.limit is None else Fraction(str(self.limit))
        kind = cast("Kind", self.kind)
        return Condition(id_, kind, self.options, limit, self.of, by, self.texts)


def among(stated: Stated, asked: Sequence[Option]) -> Stated | None:
    """What is left of a condition where only some options are asked about; None where nothing is.

    What needs an option that is not there can be in no package. A limit on something of which nothing
    is taken holds by itself.
    """
    if stated.kind in WEIGHED:
        return stated if stated.of in kinds_of_amount(asked) else None
    return _among(stated, [one.code for one in asked])


def _among(stated: Stated, asked: Sequence[str]) -> Stated | None:
    left = tuple(one for one in stated.options if one in asked)
    if left == stated.options:
        return stated
    if stated.kind == "needs":
        return Stated("never", left[:1]) if left[:1] == stated.options[:1] else None
    if not left or (stated.kind == "excludes" and len(left) < 2):
        return None
    return Stated(stated.kind, left, stated.limit, stated.of, stated.texts)


def joint_conditions_of(dialogue: Dialogue) -> list[tuple[JointCondition, Stated]]:
    """What all packages must hold, in order."""
    found = dialogue.joint_conditions.order_by("position", "code")
    return [(one, Stated.read(one.stated)) for one in found]


@transaction.atomic
def add_joint_condition(dialogue: Dialogue, stated: Stated, *, code: str = "") -> JointCondition:
    """State something for every package."""
    require_options_at_rest(dialogue)
    there = set(dialogue.joint_conditions.values_list("code", flat=True))
    made = JointCondition.objects.create(
        dialogue=dialogue,
        code=code or _free_code(stated, there),
        position=len(there),
        stated=stated.kept(),
    )
    publish(dialogue.id, "options")
    return made


@transaction.atomic
def remove_joint_condition(one: JointCondition) -> None:
    require_options_at_rest(one.dialogue)
    deleted, _ = JointCondition.objects.filter(pk=one.pk).delete()
    if not deleted:
        raise NotNow("it is gone")
    publish(one.dialogue_id, "options")


def _free_code(stated: Stated, there: set[str]) -> str:
    base = slugify(stated.kind.replace("_", "-"))
    return next(name for n in range(1, 1000) if (name := f"{base}-{n}") not in there)
