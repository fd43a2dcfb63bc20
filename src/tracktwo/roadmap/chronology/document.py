"""A chronology as one JSON document, versioned, the same bytes for the same input.

Its shape is written down in `chronology.schema.json` beside this file.
"""

import json
from importlib import resources
from typing import Any

from tracktwo.roadmap.chronology.milestones import Chronology, Milestone

VERSION = 1
"""Rises when a field changes its meaning or goes."""

JSON = dict[str, Any]


def chronology_to_json(chronology: Chronology) -> str:
    """The document as text, UTF-8 characters kept, a newline at the end."""
    return json.dumps(chronology_document(chronology), ensure_ascii=False, indent=2) + "\n"


def chronology_document(chronology: Chronology) -> JSON:
    """The document as plain dicts and lists, ready for `json.dumps`."""
    return {
        "version": VERSION,
        "title": dict(chronology.title),
        "note": dict(chronology.note),
        "sides": [{"id": one.id, "names": dict(one.names)} for one in chronology.parties],
        "milestones": [_milestone(one) for one in chronology.milestones],
        "disputes": [
            {"event": one.event, "accounts": [each.id for each in one.accounts]}
            for one in chronology.disputes
        ],
    }


def chronology_schema() -> JSON:
    """The JSON Schema (draft 2020-12) that every document meets."""
    here = resources.files("tracktwo.roadmap.chronology")
    schema: JSON = json.loads(here.joinpath("chronology.schema.json").read_text("utf-8"))
    return schema


def _milestone(one: Milestone) -> JSON:
    return {
        "id": one.id,
        "when": {
            "text": one.when.text,
            "precision": one.when.precision,
            "first": one.when.first.isoformat(),
            "last": one.when.last.isoformat() if one.when.last else None,
        },
        "texts": dict(one.texts),
        "parties": list(one.parties),
        "level": one.level,
        "areas": list(one.areas),
        "sources": list(one.sources),
        "account": one.account,
        "agreed": one.agreed,
        "event": one.event,
    }
