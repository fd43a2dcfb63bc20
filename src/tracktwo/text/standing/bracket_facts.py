"""What is known of a disagreement beside its words: since when, why, and who holds it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, Self

from tracktwo.errors import MarkError
from tracktwo.text.brackets.marks import Mark

HIDDEN: Final = "hidden"
SEVERAL: Final = "several"
_WHOLE = re.compile(r"[0-9]{1,6}")


class BracketReason(StrEnum):
    """Why words stand in brackets.

    ALTERNATIVE: wordings compete. CONTENTIOUS: the matter itself is disputed. SUSPICIOUS: a side
    suspects what is behind the words. TACTICAL: kept to be traded. UNCERTAIN: nobody is sure what
    the words would do. WAITING: a side waits for instructions. WEARY: nobody had strength left.
    """

    ALTERNATIVE = "alternative"
    CONTENTIOUS = "contentious"
    SUSPICIOUS = "suspicious"
    TACTICAL = "tactical"
    UNCERTAIN = "uncertain"
    WAITING = "waiting"
    WEARY = "weary"


_REASONS: Final = {one.value: one for one in BracketReason}


@dataclass(frozen=True, slots=True)
class BracketFacts:
    """The facts noted in the mark behind a bracket.

    `id` names the disagreement in every language, "" where it has no name yet. `since` is the number
    of the session in which it arose, 0 for the text that was laid on the table. `holders` are the
    sides that hold it; `unnamed` is "hidden" or "several" where they are not told. `others` are keys
    that mean nothing here and are kept.
    """

    id: str = ""
    since: int | None = None
    reason: BracketReason | None = None
    holders: tuple[str, ...] = ()
    unnamed: str = ""
    others: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, mark: Mark) -> Self:
        """The facts that a mark notes. Raises `MarkError` for what cannot be.

        >>> facts = BracketFacts.of(Mark("{id:b3 since:2 reason:waiting holder:china+nato}"))
        >>> facts.since, facts.reason.value, facts.holders
        (2, 'waiting', ('china', 'nato'))
        """
        values = mark.values
        holders = _holders(values.pop("holder", ""))
        unnamed = holders[0] if holders and holders[0] in (HIDDEN, SEVERAL) else ""
        return cls(
            values.pop("id", ""),
            _since(values.pop("since", None)),
            _reason(values.pop("reason", None)),
            () if unnamed else holders,
            unnamed,
            values,
        )

    @property
    def mark(self) -> Mark:
        """The mark that notes these facts: the known keys first, then the others in their order.

        >>> BracketFacts("b3", since=2, unnamed="hidden").mark.source
        '{id:b3 since:2 holder:hidden}'
        """
        known = {
            "id": self.id,
            "since": "" if self.since is None else str(self.since),
            "reason": self.reason or "",
            "holder": self.unnamed or "+".join(self.holders),
        }
        return Mark.of({key: value for key, value in known.items() if value} | dict(self.others))


def _since(written: str | None) -> int | None:
    if written is None:
        return None
    if not _WHOLE.fullmatch(written):
        raise MarkError(f"since:{written} is no session; write its number, such as since:2")
    return int(written)


def _reason(written: str | None) -> BracketReason | None:
    if written is None:
        return None
    if written not in _REASONS:
        known = ", ".join(_REASONS)
        raise MarkError(f"reason:{written} is not a reason for a bracket; use one of {known}")
    return _REASONS[written]


def _holders(written: str) -> tuple[str, ...]:
    if not written:
        return ()
    names = tuple(written.split("+"))
    if "" in names or len(set(names)) < len(names):
        raise MarkError(f"holder:{written} leaves out or repeats a side; join sides once by +")
    if len(names) > 1 and {HIDDEN, SEVERAL} & set(names):
        raise MarkError(f"holder:{written} both names and hides a side; do one of them")
    return names
