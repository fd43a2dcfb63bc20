"""The conditions of publication in the reader's words, each with the places where something is in the way."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.translation import gettext

from tracktwo.locale import translator
from tracktwo.text.standing import Condition, Disagreement, Gate, GateKind, GatePlace, OpenWords
from tracktwo.text.standing.words import condition_sentence
from tracktwo_web.kit.languages import NAMES, in_reader_language, reader_language
from tracktwo_web.texts.sheet import in_brief
from tracktwo_web.texts.table import Table

MOST_PLACES = 8
_BY_REVIEW = (GateKind.LANGUAGES, GateKind.CONCORDANCE, GateKind.ATTRIBUTION)
"""What is looked at, and found right, on the page of the languages; so are doubts outside of brackets."""


@dataclass(frozen=True)
class Place:
    """Where something is in the way: the passage, the words, and the page where it is settled."""

    passage: str
    words: str
    language: str
    url: str


@dataclass(frozen=True)
class Row:
    """A condition: its sentence, and the first places where it is not met."""

    is_met: bool
    sentence: str
    places: tuple[Place, ...]
    more: int


def rows_of(table: Table, gate: Gate) -> list[Row]:
    return [_row(table, one) for one in gate.conditions]


def _row(table: Table, condition: Condition) -> Row:
    places = _brackets(table) if condition.kind is GateKind.BRACKETS else condition.places
    told = replace(condition, places=places, missing=tuple(_called(table, condition)))
    shown = places[:MOST_PLACES]
    return Row(
        condition.is_met,
        condition_sentence(told, translator(reader_language())),
        tuple(_place(table, condition.kind, one) for one in shown),
        len(places) - len(shown),
    )


def _brackets(table: Table) -> tuple[GatePlace, ...]:
    """Each bracket once, in the reader's language where it has words there: the gate counts every language."""
    return tuple(
        GatePlace(one.unit, words.language, words.offset, " / ".join(words.alternatives))
        for one in table.open_ones
        if (words := _in_reader_language(one)).kind in ("alternatives", "text")
    )


def _in_reader_language(one: Disagreement) -> OpenWords:
    found = (words for words in one.words if words.language == reader_language())
    return next(found, one.first)


def _called(table: Table, condition: Condition) -> Iterator[str]:
    """Sides and languages by their names."""
    for one in condition.missing:
        if condition.kind is GateKind.SIGNATURES:
            yield in_reader_language(table.sides[one].names) or one
        else:
            yield " – ".join(NAMES.get(language, language) for language in one.split("+"))


def _place(table: Table, kind: GateKind, place: GatePlace) -> Place:
    at = [table.text.dialogue_id, table.text.id]
    language = place.language if place.language in NAMES else ""
    if not place.unit:
        return Place(gettext("the title"), place.words, language, reverse("text", args=at))
    unit = table.now.unit(place.unit)
    is_open = any(one.unit == unit.id for one in table.open_ones)
    if kind in _BY_REVIEW or not is_open:
        url = reverse("text_languages", args=at)
    else:
        url = reverse("text_unit", args=[*at, unit.id])
    return Place(
        in_brief(unit, [reader_language(), *table.now.languages]), place.words, language, url
    )
