"""The analysis as one JSON document, versioned, the same bytes for the same input.

Its shape is written down in `analysis.schema.json` beside this file. Numbers keep 12 significant
digits: beyond that, two processors may round differently.
"""

import json
from dataclasses import asdict
from importlib import resources
from typing import Any

import numpy as np

from tracktwo.analysis.result import (
    Analysis,
    Participants,
    Perception,
    SideFigures,
    StatementFigures,
)
from tracktwo.dialogue import Statement

SCHEMA = "tracktwo-analysis/1"
"""Name and version of the document; the number rises when a field changes its meaning or goes."""

JSON = dict[str, Any]


def to_json(analysis: Analysis, *, with_participants: bool = True) -> str:
    """The document as text, UTF-8 characters kept, one line an entry, a newline at the end.

    `with_participants=False` leaves the list of participants empty: what remains may be read by
    everybody who may read the report.
    """
    whole = document(analysis)
    if not with_participants:
        whole["participants"] = []
    sections = (f"{_dump(key)}: {_lines(value)}" for key, value in whole.items())
    return "{\n" + ",\n".join(sections) + "\n}\n"


def document(analysis: Analysis) -> JSON:
    """The document as plain dicts and lists, ready for `json.dumps`."""
    return {
        "schema": SCHEMA,
        "title": dict(analysis.title),
        "note": dict(analysis.note),
        "languages": list(analysis.languages),
        "k": analysis.k,
        "settings": asdict(analysis.settings),
        "parties": [
            {"id": party.id, "names": dict(party.names), "size": party.size}
            for party in analysis.parties
        ],
        "participants": _participants(analysis),
        "grouping": asdict(analysis.grouping),
        "groups": [asdict(group) for group in analysis.groups],
        "statements": [_statement(figures) for figures in analysis.statements],
        "representative": [_plain(row) for row in analysis.representative],
        "party_representative": [_plain(row) for row in analysis.party_representative],
        "perceptions": [_perception(row) for row in analysis.perceptions],
        "pairs": [_plain(row) for row in analysis.pairs],
        "meta_perceptions": [_plain(row) for row in analysis.meta_perceptions],
        "meta_pairs": [_plain(row) for row in analysis.meta_pairs],
        "cohesion": [_plain(row) for row in analysis.cohesion],
    }


def json_schema() -> JSON:
    """The JSON Schema (draft 2020-12) that every document meets."""
    text = resources.files("tracktwo.analysis").joinpath("analysis.schema.json").read_text("utf-8")
    schema: JSON = json.loads(text)
    return schema


def _participants(analysis: Analysis) -> list[JSON]:
    people: Participants = analysis.participants
    parties = [*(party.id for party in analysis.parties), None]
    groups = [*(group.id for group in analysis.groups), None]
    return [
        {
            "id": id_,
            "party": parties[party],
            "group": groups[group],
            "answers": answers,
            "position": position,
            "position_se": spread,
        }
        for id_, party, group, answers, position, spread in zip(
            people.ids,
            people.party.tolist(),
            people.group.tolist(),
            people.answers.tolist(),
            _numbers(people.position),
            _numbers(people.position_se),
            strict=True,
        )
    ]


def _numbers(table: np.ndarray) -> list[list[float | None]]:
    """Rows of a table as lists, None for nan."""
    return [
        [None if value != value else _rounded(value) for value in row]  # noqa: PLR0124 -- nan
        for row in table.tolist()
    ]


def _statement(figures: StatementFigures) -> JSON:
    statement: Statement = figures.statement
    return {
        "id": statement.id,
        "texts": dict(statement.texts),
        "theme": statement.theme,
        "about": statement.about,
        "scale": str(statement.scale),
        "n": figures.n,
        "by_party": {id_: _side(side, statement) for id_, side in figures.by_party.items()},
        "by_group": {id_: _side(side, statement) for id_, side in figures.by_group.items()},
        "shared_ground": _rounded(figures.shared_ground),
        "shared_rejection": _rounded(figures.shared_rejection),
        "bridging": _rounded(figures.bridging),
        "polis": _plain(figures.polis),
    }


def _side(side: SideFigures, statement: Statement) -> JSON:
    if not statement.scale.is_vote:
        return {"n": side.n, **_some(side, "mean", "low", "high")}
    counts = {"n": side.n, "agree": side.agree, "disagree": side.disagree, "pass": side.passes}
    return {**counts, **_some(side, "share", "low", "high")}


def _some(row: object, *names: str) -> JSON:
    return {name: _rounded(getattr(row, name)) for name in names}


def _perception(row: Perception) -> JSON:
    plain = _plain(row)
    plain["class"] = plain.pop("kind")
    return plain


def _plain(row: Any) -> JSON:  # noqa: ANN401 -- any result dataclass
    return {name: _rounded(value) for name, value in asdict(row).items()}


def _rounded(value: Any) -> Any:  # noqa: ANN401 -- whatever a field holds
    return float(f"{value:.12g}") if isinstance(value, float) else value


def _lines(value: Any) -> str:  # noqa: ANN401 -- any JSON value
    if isinstance(value, list) and value:
        return "[\n  " + ",\n  ".join(_dump(entry) for entry in value) + "\n]"
    return _dump(value)


def _dump(value: Any) -> str:  # noqa: ANN401 -- any JSON value
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
