"""What a side proposes to do with a text: ADD, MOD, SUP, NOC and ALT, against a version of it.

The operators are those in which the conferences of the International Telecommunication Union take
proposals (ADD, MOD, SUP, NOC); ALT offers a wording beside the one that stands.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from tracktwo.text.units import Unit


class OperationKind(StrEnum):
    """ADD a unit, MOD(ify) words, SUP(press) a unit, NO C(hange), ALT(ernative wording)."""

    ADD = "ADD"
    MOD = "MOD"
    SUP = "SUP"
    NOC = "NOC"
    ALT = "ALT"


@dataclass(frozen=True, slots=True, order=True)
class Replacement:
    """Characters `start` to `end` (not included) of a source give way to `words`.

    `start == end` inserts; empty `words` delete.
    """

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One proposal.

    `unit` is the unit it speaks of; for ADD the unit after which `added` comes, None for the very
    beginning. `language` and `replacements` (in order, apart from each other) belong to MOD, ALT
    and, as the words to keep, NOC; a NOC without any keeps the whole unit in every language. `base`
    is the version of the text it was written against. `side` proposed it; views decide whether that
    is shown. `rationale` is by language.
    """

    id: str
    kind: OperationKind
    base: int
    unit: str | None = None
    language: str = ""
    replacements: tuple[Replacement, ...] = ()
    added: Unit | None = None
    side: str = ""
    rationale: Mapping[str, str] = field(default_factory=dict)
