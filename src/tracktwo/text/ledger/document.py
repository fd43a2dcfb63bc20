"""A ledger as one JSON document, versioned, the same bytes for the same input.

Its shape is written down in `ledger.schema.json` beside this file.
"""

import json
from collections.abc import Iterable
from importlib import resources
from typing import Any

from tracktwo.text.ledger.burn_down import Session
from tracktwo.text.ledger.entries import Entry, Ledger
from tracktwo.text.ledger.obstacles import obstacles
from tracktwo.text.standing.disagreements import OpenWords

SCHEMA = "tracktwo-ledger/1"
"""Name and version of the document; the number rises when a key changes its meaning or goes."""

JSON = dict[str, Any]


def ledger_to_json(ledger: Ledger, sessions: Iterable[Session] = ()) -> str:
    """The document as text: UTF-8 characters kept, one line an entry, a newline at the end."""
    document = ledger_document(ledger, sessions)
    sections = (f"{_dump(key)}: {_lines(one)}" for key, one in document.items())
    return "{\n" + ",\n".join(sections) + "\n}\n"


def ledger_document(ledger: Ledger, sessions: Iterable[Session] = ()) -> JSON:
    """The document as plain dicts and lists, ready for `json.dumps`; docs/text.md has its keys.

    `sessions` are those of `burn_down`, made with the policy of the ledger.

    >>> from tracktwo.text.ledger import ledger
    >>> from tracktwo.text.units import NegotiatedText, Unit
    >>> text = NegotiatedText({}, ("en",), (Unit("u1", texts={"en": "We [shall/may]{id:b1} meet."}),))
    >>> ledger_document(ledger(text))["obstacles"]
    [{'kind': 'word', 'ids': ['b1']}]
    """
    return {
        "schema": SCHEMA,
        "session": ledger.session,
        "count": len(ledger.entries),
        "by_reason": dict(ledger.by_reason),
        "by_holder": dict(ledger.by_holder),
        "by_unit": dict(ledger.by_unit),
        "by_depth": {str(depth): n for depth, n in ledger.by_depth.items()},
        "obstacles": [{"kind": one.kind.value, "ids": list(one.ids)} for one in obstacles(ledger)],
        "sessions": [_session(one) for one in sessions],
        "entries": [_entry(one) for one in ledger.entries],
    }


def ledger_schema() -> JSON:
    """The JSON Schema (draft 2020-12) that every document meets."""
    folder = resources.files("tracktwo.text.ledger")
    schema: JSON = json.loads(folder.joinpath("ledger.schema.json").read_text("utf-8"))
    return schema


def _session(one: Session) -> JSON:
    return {
        "session": one.number,
        "open": list(one.open),
        "opened": list(one.opened),
        "closed": list(one.closed),
    }


def _entry(one: Entry) -> JSON:
    return {
        "id": one.id,
        "unit": one.unit,
        "number": one.number,
        "kind": one.kind,
        "depth": one.depth,
        "inside": one.inside,
        "reason": one.reason,
        "holders": list(one.holders),
        "since": one.since,
        "age": one.age,
        "words": [_words(each) for each in one.words],
    }


def _words(one: OpenWords) -> JSON:
    return {
        "language": one.language,
        "line": one.line,
        "column": one.column,
        "alternatives": list(one.alternatives),
        "labels": list(one.labels),
        "doubt": one.doubt,
    }


def _lines(value: object) -> str:
    if isinstance(value, list) and value:
        return "[\n  " + ",\n  ".join(map(_dump, value)) + "\n]"
    return _dump(value)


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
