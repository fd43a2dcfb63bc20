"""What has become of a text between two versions, as values that a page or a document can draw."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class StretchKind(StrEnum):
    """Characters that stayed, that are gone, or that have come."""

    SAME = "same"
    GONE = "gone"
    COME = "come"


class Fate(StrEnum):
    """What has become of a unit. A unit that moved may have changed too: see `ComparedUnit.moved`."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    ADDED = "added"
    SUPPRESSED = "suppressed"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of characters of one kind. `moved` says that it is gone here and has come elsewhere."""

    kind: StretchKind
    text: str
    moved: bool = False


@dataclass(frozen=True, slots=True)
class ComparedUnit:
    """One unit in both versions.

    `old_id` is None for a unit that was added, `new_id` for one that was suppressed; they differ
    where two units were matched by likeness. `old_place` and `new_place` count the units of each
    version from 0. `stretches` with what has come left out are the old source, with what is gone
    left out the new one. `old_number` and `new_number` are what is printed before it.
    """

    fate: Fate
    stretches: tuple[Stretch, ...]
    old_id: str | None = None
    new_id: str | None = None
    old_place: int | None = None
    new_place: int | None = None
    old_number: str = ""
    new_number: str = ""
    moved: bool = False

    @property
    def old(self) -> str:
        """The source before."""
        return _joined(self.stretches, StretchKind.COME)

    @property
    def new(self) -> str:
        """The source after."""
        return _joined(self.stretches, StretchKind.GONE)

    @property
    def is_renumbered(self) -> bool:
        """Whether it stands in both under another number."""
        in_both = self.old_place is not None and self.new_place is not None
        return in_both and self.old_number != self.new_number


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every unit of either version: those of the new in its order.

    Each suppressed unit comes behind the one it followed.
    """

    language: str
    units: tuple[ComparedUnit, ...]

    @property
    def differs(self) -> bool:
        """Whether anything has changed, moved, come or gone."""
        return any(
            one.fate is not Fate.UNCHANGED or one.moved or one.is_renumbered for one in self.units
        )

    def count(self, fate: Fate) -> int:
        """Units of that fate."""
        return sum(one.fate is fate for one in self.units)

    @property
    def old(self) -> str:
        """The sources before, in their order."""
        return "".join(one.old for one in self._by_old_place())

    @property
    def new(self) -> str:
        """The sources after, in their order."""
        held = [one for one in self.units if one.new_place is not None]
        return "".join(one.new for one in sorted(held, key=lambda one: one.new_place or 0))

    def _by_old_place(self) -> list[ComparedUnit]:
        held = [one for one in self.units if one.old_place is not None]
        return sorted(held, key=lambda one: one.old_place or 0)


def _joined(stretches: Iterable[Stretch], without: StretchKind) -> str:
    return "".join(one.text for one in stretches if one.kind is not without)
