"""A unit's source as runs that stay, go or come, for what draws proposals into it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from tracktwo.errors import OperationError
from tracktwo.text.changes.effect import effect_of
from tracktwo.text.changes.operations import Operation, OperationKind, Replacement
from tracktwo.text.units import NegotiatedText, Unit


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stay, go or come, and the side that proposes it."""

    words: str
    kind: Literal["same", "gone", "come"] = "same"
    side: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A unit and what is proposed for it. `added` and `gone` hold the side that proposed it."""

    unit: Unit
    changes: tuple[tuple[Replacement, Operation], ...] = ()
    added: Operation | None = None
    gone: Operation | None = None

    def runs(self, language: str) -> Iterator[Run]:
        """The source in a language as runs.

        >>> from tracktwo.text.changes.operations import Operation, OperationKind
        >>> may = Replacement(3, 8, "may")
        >>> change = (may, Operation("1", OperationKind.MOD, 0, "u1", "en", (may,), side="China"))
        >>> [(one.words, one.kind) for one in Row(Unit("u1", texts={"en": "We shall meet."}), (change,)).runs("en")]
        [('We ', 'same'), ('shall', 'gone'), ('may', 'come'), (' meet.', 'same')]
        """
        source = self.unit.texts.get(language, "")
        whole = self.added or self.gone
        if whole:
            yield Run(source, "come" if self.added else "gone", whole.side)
            return
        at = 0
        for change, by in self.changes:
            if by.language == language:
                yield Run(source[at : change.start])
                yield Run(source[change.start : change.end], "gone", by.side)
                yield Run(change.words, "come", by.side)
                at = change.end
        yield Run(source[at:])


@dataclass(frozen=True, slots=True)
class Tracked:
    """Every unit with what is proposed in its place; `beside` are proposals that fit in no place."""

    rows: tuple[Row, ...]
    beside: tuple[Operation, ...]


def tracked(text: NegotiatedText, operations: Iterable[Operation]) -> Tracked:
    """Proposals in their places. Of two that meet at the same words the second stands beside, and so
    does one that keeps words or has no place in this version.
    """
    behind: dict[str | None, list[Row]] = {}
    changes: dict[tuple[str, str], list[tuple[Replacement, Operation]]] = {}
    gone: dict[str, Operation] = {}
    beside: list[Operation] = []
    for one in operations:
        made = _changes(text, one)
        key = (one.unit or "", one.language)
        if made is None:
            beside.append(one)
        elif one.added:
            behind.setdefault(one.unit, []).append(Row(one.added, added=one))
        elif one.kind is OperationKind.SUP and one.unit and one.unit not in gone:
            gone[one.unit] = one
        elif made and _are_free(changes.get(key, []), made):
            changes.setdefault(key, []).extend((change, one) for change in made)
        else:
            beside.append(one)
    beside += _under_a_suppression(changes, gone)
    rows = list(behind.get(None, []))
    for unit in text.units:
        told = [each for one in text.languages for each in changes.get((unit.id, one), [])]
        told = [] if unit.id in gone else sorted(told, key=lambda each: each[0])
        rows += [Row(unit, tuple(told), gone=gone.get(unit.id)), *behind.get(unit.id, [])]
    return Tracked(tuple(rows), tuple(beside))


def _changes(text: NegotiatedText, one: Operation) -> tuple[Replacement, ...] | None:
    if one.kind is OperationKind.NOC:
        return None
    try:
        return effect_of(text, one).changes
    except OperationError:
        return None


def _are_free(held: list[tuple[Replacement, Operation]], made: tuple[Replacement, ...]) -> bool:
    return not any(
        one.start <= other.end and other.start <= one.end for one in made for other, _ in held
    )


def _under_a_suppression(
    changes: dict[tuple[str, str], list[tuple[Replacement, Operation]]], gone: dict[str, Operation]
) -> list[Operation]:
    """Changes of units that another proposal suppresses."""
    found = [by for (name, _), row in changes.items() if name in gone for _, by in row]
    return list({one.id: one for one in found}.values())
