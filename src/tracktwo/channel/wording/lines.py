"""The body of a model text: a line a field, numbered by the field's place in its kind."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from tracktwo.channel.kinds.fields import Fields, FieldSpec, Form
from tracktwo.channel.wording.free_text import Passage, passages
from tracktwo.channel.wording.values import value_in_words
from tracktwo.locale import Words, said
from tracktwo.record.canonical import Json

_BY_ITSELF = (Form.WORDS, Form.AREA, Form.GROUP)
"""Forms of which every value has a line of its own."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: the field's number, its label, and what it says; free text instead as passages.

    Numbers are the same in every language and in every message of a kind, so that two officers who
    share no language can point at one: field 9 is battle tanks, and 21.2 the second phase.
    """

    number: str
    label: str
    said: str = ""
    passages: tuple[Passage, ...] = ()


def lines_of(specs: Sequence[FieldSpec], fields: Fields, words: Words) -> tuple[Line, ...]:
    """The lines of fields that were checked, in the order of their kind; what was left out has none."""
    return tuple(_lines(specs, fields, words, ""))


def _lines(specs: Sequence[FieldSpec], fields: Fields, words: Words, before: str) -> Iterator[Line]:
    for place, spec in enumerate(specs, 1):
        if spec.name in fields:
            yield from _field(spec, fields[spec.name], words, f"{before}{place}")


def _field(spec: FieldSpec, value: Json, words: Words, number: str) -> Iterator[Line]:
    label = said(spec.label, words)
    if not spec.is_repeated:
        yield from _one(spec, value, words, Line(number, label))
    elif spec.form in _BY_ITSELF:
        for n, one in enumerate(cast("Sequence[Json]", value), 1):
            numbered = words.gettext("{field} {n}", field=label, n=n)
            yield from _one(spec, one, words, Line(f"{number}.{n}", numbered))
    else:
        told = [value_in_words(spec, one, words) for one in cast("Sequence[Json]", value)]
        yield Line(number, label, words.phrases(told))


def _one(spec: FieldSpec, value: Json, words: Words, line: Line) -> Iterator[Line]:
    """The lines of one value under the number and label of `line`."""
    if spec.form is Form.WORDS:
        yield Line(line.number, line.label, passages=passages(value, words))
    elif spec.form is Form.GROUP:
        yield line
        yield from _lines(spec.fields, cast("Fields", value), words, f"{line.number}.")
    else:
        yield Line(line.number, line.label, value_in_words(spec, value, words))
