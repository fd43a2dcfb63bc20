"""What `tracktwo text` finds, as JSON documents: the same bytes for the same input, an entry a line."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from tracktwo.locale import Words
from tracktwo.text.brackets.check import Check
from tracktwo.text.brackets.places import Places
from tracktwo.text.lint import Flaw
from tracktwo.text.versions.comparison import ComparedUnit, Comparison, Fate
from tracktwo.text.words import flaw_sentence
from tracktwo_cli.text_source import Source

VERSION = 1
"""Rises when a field changes its meaning or goes."""

JSON = dict[str, Any]

_BRACKET = ("line", "column", "depth", "kind", "labels", "alternatives", "doubt")
_CANDIDATE = ("line", "column", "text", "reason", "alternatives")
_ERROR = ("line", "column", "message")


def check_document(found: Check, source: Source) -> str:
    """The brackets, the candidates and the errors of a text."""
    return _document(
        "tracktwo text check",
        {
            "unit": source.unit,
            "brackets": [_fields(asdict(one), _BRACKET) for one in found.brackets],
            "candidates": [_fields(asdict(one), _CANDIDATE) for one in found.candidates],
            "errors": [_fields(asdict(one), _ERROR) for one in found.errors],
        },
    )


def lint_document(flaws: Sequence[Flaw], source: Source, language: str, words: Words) -> str:
    """The flaws of a text that is written in `language`, explained in the language of `words`."""
    places = Places.of(source.text)
    told = [_flaw(one, places, words) for one in flaws]
    return _document("tracktwo text lint", {"unit": source.unit, "language": language, "flaws": told})  # fmt: skip


def comparison_document(found: Comparison) -> str:
    """Every unit of either version, and how many of each fate there are."""
    counts = {fate.value: found.count(fate) for fate in Fate}
    counts["moved"] = sum(one.moved for one in found.units)
    units = [_unit(one) for one in found.units]
    return _document("tracktwo text compare", {"language": found.language, "counts": counts, "units": units})  # fmt: skip


def _flaw(one: Flaw, places: Places, words: Words) -> JSON:
    line, column = places.at(one.start)
    return {
        "rule": one.rule,
        "line": line,
        "column": column,
        "found": one.found,
        "suggestion": one.suggestion,
        "sentence": flaw_sentence(one, words),
    }


def _unit(one: ComparedUnit) -> JSON:
    return {
        "fate": one.fate.value,
        "old_id": one.old_id,
        "new_id": one.new_id,
        "old_number": one.old_number,
        "new_number": one.new_number,
        "moved": one.moved,
        "stretches": [asdict(each) for each in one.stretches],
    }


def _fields(record: Mapping[str, Any], names: Sequence[str]) -> JSON:
    return {name: record[name] for name in names}


def _document(name: str, sections: Mapping[str, Any]) -> str:
    whole = {"format": name, "version": VERSION, **sections}
    return "{\n" + ",\n".join(f"{_dump(key)}: {_lines(value)}" for key, value in whole.items()) + "\n}\n"  # fmt: skip


def _lines(value: Any) -> str:  # noqa: ANN401 -- any JSON value
    if isinstance(value, list) and value:
        return "[\n  " + ",\n  ".join(_dump(entry) for entry in value) + "\n]"
    return _dump(value)


def _dump(value: Any) -> str:  # noqa: ANN401 -- any JSON value
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
