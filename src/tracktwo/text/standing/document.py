"""A gate as one JSON document, versioned, the same bytes for the same input.

Its shape is written down in `gate.schema.json` beside this file.
"""

import json
from dataclasses import asdict
from importlib import resources
from typing import Any

from tracktwo.locale import translator
from tracktwo.text.standing.gate import Condition, Gate
from tracktwo.text.standing.words import condition_sentence

SCHEMA = "tracktwo-gate/1"
"""Name and version of the document; the number rises when a key changes its meaning or goes."""

JSON = dict[str, Any]


def gate_to_json(gate: Gate, *, language: str = "en") -> str:
    """The document as text: UTF-8 characters kept, one line a condition, a newline at the end."""
    whole = gate_document(gate, language=language)
    lines = ",\n  ".join(json.dumps(one, ensure_ascii=False) for one in whole.pop("conditions"))
    head = "".join(f"{_dump(key)}: {_dump(value)},\n " for key, value in whole.items())
    return f'{{\n {head}"conditions": [\n  {lines}\n ]\n}}\n'


def gate_document(gate: Gate, *, language: str = "en") -> JSON:
    """The document as plain dicts and lists; its sentences are in `language`.

    >>> from tracktwo.text.standing.gate import Condition, GateKind
    >>> gate_document(Gate((Condition(GateKind.DOUBTS),)))["conditions"]
    [{'kind': 'doubts', 'met': True, 'sentence': 'No doubt is left.', 'places': [], 'missing': []}]
    """
    return {
        "schema": SCHEMA,
        "language": language,
        "clear": gate.is_clear,
        "fingerprint": gate.fingerprint or None,
        "conditions": [_condition(one, language) for one in gate.conditions],
    }


def gate_schema() -> JSON:
    """The JSON Schema (draft 2020-12) that every document meets."""
    folder = resources.files("tracktwo.text.standing")
    schema: JSON = json.loads(folder.joinpath("gate.schema.json").read_text("utf-8"))
    return schema


def _condition(one: Condition, language: str) -> JSON:
    return {
        "kind": one.kind.value,
        "met": one.is_met,
        "sentence": condition_sentence(one, translator(language)),
        "places": [asdict(place) for place in one.places],
        "missing": list(one.missing),
    }


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
