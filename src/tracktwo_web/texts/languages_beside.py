"""A text's languages beside each other: which passages are confirmed, where they may differ, what is doubted."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, TypeVar

from tracktwo.locale import translator
from tracktwo.text import Unit
from tracktwo.text.languages.concordance import Agreement
from tracktwo.text.lint import lint
from tracktwo.text.standing import GateKind, GatePlace
from tracktwo.text.standing.sources import TITLE
from tracktwo.text.words import discord_sentence, flaw_sentence
from tracktwo_web.kit.languages import TAGS, reader_language
from tracktwo_web.texts.gates import agreements_of, concordance_of, gate_of
from tracktwo_web.texts.marks_aside import without_marks
from tracktwo_web.texts.table import Table

_T = TypeVar("_T")

Review = Literal["confirmed", "changed", "never", "alone"]
"""Whether somebody has found the languages of a passage to say the same; a text in one has none to."""

_DOUBTED = (GateKind.DOUBTS, GateKind.PLACEHOLDERS, GateKind.ATTRIBUTION)
_GATE_RULES = ("attribution", "leftover")


@dataclass(frozen=True)
class Tongue:
    """A passage in one language; `hash` is that of its source, for whoever confirms it."""

    language: str
    words: str
    hash: str

    @property
    def tag(self) -> str:
        return TAGS.get(self.language, self.language)


@dataclass(frozen=True)
class Doubted:
    """Words that keep the gate shut until a person finds them right, or they are changed."""

    language: str
    words: str
    kind: GateKind

    @property
    def tag(self) -> str:
        return TAGS.get(self.language, self.language)


@dataclass(frozen=True)
class Pair:
    """A passage in all languages, with everything that a reviewer should know of it."""

    unit: str
    number: str
    tongues: tuple[Tongue, ...]
    review: Review
    discords: tuple[str, ...] = ()
    doubted: tuple[Doubted, ...] = ()
    flaws: tuple[str, ...] = field(default=())
    """What a careful reader would mark, as sentences."""

    @property
    def is_open(self) -> bool:
        """Whether something about it still asks for a person."""
        return bool(self.discords or self.doubted or self.review in ("changed", "never"))


@dataclass(frozen=True)
class LanguagesBeside:
    """Every passage of a text, and those that ask for a look first."""

    table: Table

    @cached_property
    def pairs(self) -> list[Pair]:
        return list(self._pairs())

    @cached_property
    def open_ones(self) -> list[Pair]:
        """Differences and doubts first, then what changed after it was confirmed, then the rest."""
        order = ("changed", "never", "confirmed", "alone")
        waiting = [one for one in self.pairs if one.is_open]
        return sorted(
            waiting, key=lambda one: (not (one.discords or one.doubted), order.index(one.review))
        )

    def count(self, review: Review) -> int:
        return sum(one.review == review and bool(one.unit) for one in self.pairs)

    def _pairs(self) -> Iterator[Pair]:
        now = self.table.now
        title = Unit(TITLE, texts=now.title)
        for unit in (title, *now.units):
            hashes = Agreement.of(unit, *now.languages).hashes
            yield Pair(
                unit.id,
                unit.number,
                tuple(
                    Tongue(one, without_marks(unit.texts.get(one, "")), hashes[one])
                    for one in now.languages
                ),
                self._review(unit.id, hashes),
                tuple(self._discords.get(unit.id, ())),
                tuple(self._doubted.get(unit.id, ())),
                tuple(self._flaws.get(unit.id, ())),
            )

    @cached_property
    def _agreements(self) -> dict[str, Mapping[str, str]]:
        return {one.unit: one.hashes for one in agreements_of(self.table.text)}

    def _review(self, unit: str, hashes: Mapping[str, str]) -> Review:
        if len(hashes) < 2 or unit == TITLE:
            return "alone"
        known = self._agreements.get(unit)
        if known is None:
            return "never"
        return "confirmed" if dict(known) == dict(hashes) else "changed"

    @cached_property
    def _discords(self) -> dict[str, list[str]]:
        words = translator(reader_language())
        found = concordance_of(self.table.text, self.table.now).discords
        return _by_unit((one.unit, discord_sentence(one, words)) for one in found)

    @cached_property
    def _flaws(self) -> dict[str, list[str]]:
        """Those that the gate asks about are told as doubts."""
        words = translator(reader_language())
        found = (one for one in lint(self.table.now) if one.rule not in _GATE_RULES)
        return _by_unit((one.unit, flaw_sentence(one, words)) for one in found)

    @cached_property
    def _doubted(self) -> dict[str, list[Doubted]]:
        """Doubts and blanks within brackets are settled by closing these: they are left out."""
        bracketed = {
            (one.unit, here.language, here.offset)
            for one in self.table.open_ones
            for here in one.words
        }
        conditions = gate_of(self.table.text, self.table.now, signatures={}).conditions
        places = (
            (one.kind, place)
            for one in conditions
            if one.kind in _DOUBTED
            for place in one.places
            if (place.unit, place.language, place.offset) not in bracketed
        )
        return _by_unit((place.unit, _doubt(kind, place)) for kind, place in places)


def _doubt(kind: GateKind, place: GatePlace) -> Doubted:
    return Doubted(place.language, place.words, kind)


def _by_unit(found: Iterable[tuple[str, _T]]) -> dict[str, list[_T]]:
    by: dict[str, list[_T]] = {}
    for unit, one in found:
        by.setdefault(unit, []).append(one)
    return by
