"""A ledger as one JSON document, versioned, the same bytes for the same input."""

import json
from typing import Any, Final

from tracktwo.text.ledger.entries import Entry, Ledger
from tracktwo.text.ledger.obstacles import obstacles
from tracktwo.text.standing.disagreements import OpenWords

SCHEMA: Final = "tracktwo-ledger/1"
"""Name and version of the document; the number rises when a key changes its meaning or goes."""


def ledger_document(ledger: Ledger) -> dict[str, Any]:
    """A ledger as values of JSON: entries, counts, and what stands in the way.

    >>> ledger_document(Ledger(3, "hidden", ()))["count"]
    0
    """
    return {
        "schema": SCHEMA,
        "session": ledger.session,
        "count": len(ledger.entries),
        "by_reason": dict(sorted(ledger.by_reason.items())),
        "by_holder": dict(sorted(ledger.by_holder.items())),
        "by_unit": dict(ledger.by_unit),
        "by_depth": {str(depth): n for depth, n in sorted(ledger.by_depth.items())},
        "obstacles": [{"kind": one.kind.value, "ids": list(one.ids)} for one in obstacles(ledger)],
        "entries": [_entry(one) for one in ledger.entries],
    }


def ledger_to_json(ledger: Ledger) -> str:
    """The document as text, ended by a line feed."""
    return json.dumps(ledger_document(ledger), ensure_ascii=False, indent=2) + "\n"


def _entry(one: Entry) -> dict[str, Any]:
    return {
        "id": one.id,
        "unit": one.unit,
        "number": one.number,
        "kind": one.kind,
        "depth": one.depth,
        "inside": one.inside,
        "reason": one.reason.value if one.reason else None,
        "holders": list(one.holders),
        "since": one.since,
        "age": one.age,
        "words": [_words(each) for each in one.words],
    }


def _words(one: OpenWords) -> dict[str, Any]:
    return {
        "language": one.language,
        "line": one.line,
        "column": one.column,
        "alternatives": list(one.alternatives),
        "labels": list(one.labels),
        "doubt": one.doubt,
    }
