"""An assessment as one JSON document, versioned, the same bytes for the same input.

Its shape is written down in `risk.schema.json` beside this file. With k above 1 figures have few
decimals (two for likelihoods, and as fine a step on the scale of severity): too few to work back
to one expert's estimate.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict
from importlib import resources
from math import ceil, log10
from typing import Any

from tracktwo.risk.register import Risk
from tracktwo.risk.result import Assessment, QuantityFigures, RiskFigures

VERSION = 1
"""Rises when a field changes its meaning or goes."""

STEPS = 100
"""In how many steps the scale of a quantity is told where k is above 1."""

JSON = dict[str, Any]


def to_json(
    assessment: Assessment,
    *,
    title: Mapping[str, str] | None = None,
    note: Mapping[str, str] | None = None,
    names: Mapping[str, Mapping[str, str]] | None = None,
) -> str:
    """The document as text, UTF-8 characters kept, one line a risk, a newline at the end.

    `title` and `note` are by language, `names` the names of sides by language.
    """
    whole = document(assessment, title=title, note=note, names=names)
    sections = (f"{_dump(key)}: {_lines(value)}" for key, value in whole.items())
    return "{\n" + ",\n".join(sections) + "\n}\n"


def document(
    assessment: Assessment,
    *,
    title: Mapping[str, str] | None = None,
    note: Mapping[str, str] | None = None,
    names: Mapping[str, Mapping[str, str]] | None = None,
) -> JSON:
    """The document as plain dicts and lists, ready for `json.dumps`."""
    known = names or {}
    return {
        "version": VERSION,
        "title": dict(title or {}),
        "note": dict(note or {}),
        "settings": asdict(assessment.settings),
        "sides": [{"id": one, "names": dict(known.get(one, {}))} for one in assessment.sides],
        "weights": _rounded(assessment.weights, 2),
        "scores": {side: _rounded(asdict(score), 4) for side, score in assessment.scores.items()},
        "risks": [_risk(assessment, one) for one in assessment.risks],
    }


def json_schema() -> JSON:
    """The JSON Schema (draft 2020-12) that every document meets."""
    text = resources.files("tracktwo.risk").joinpath("risk.schema.json").read_text("utf-8")
    schema: JSON = json.loads(text)
    return schema


def _risk(assessment: Assessment, figures: RiskFigures) -> JSON:
    risk = assessment.register[figures.risk]
    return {
        **_record(risk),
        "quantities": {
            one.quantity: _quantity(one, decimals_of(risk, one, assessment.settings.k))
            for one in figures.quantities
        },
        "findings": [asdict(one) for one in figures.findings],
    }


def _record(risk: Risk) -> JSON:
    record = asdict(risk)
    record["scale"] = {"low": risk.scale.low, "high": risk.scale.high}
    return record


def _quantity(figures: QuantityFigures, decimals: int) -> JSON:
    return {
        "sides": [_rounded(asdict(one), decimals) for one in figures.sides],
        "comparisons": [_rounded(asdict(one), decimals) for one in figures.comparisons],
    }


def decimals_of(risk: Risk, figures: QuantityFigures, k: int) -> int:
    """Decimals that a quantity is told with: all of them where nothing is held back.

    >>> decimals_of(Risk("war"), QuantityFigures("severity", (), ()), 3)
    1
    """
    if k == 1:
        return 12
    width = 1.0 if figures.quantity == "likelihood" else risk.scale.width
    return max(ceil(log10(STEPS / width)), 0)


def _rounded(value: Any, decimals: int) -> Any:  # noqa: ANN401 -- whatever a field holds
    if isinstance(value, float):
        return round(value, decimals) + 0.0
    if isinstance(value, Mapping):
        return {name: _rounded(one, decimals) for name, one in value.items()}
    return value


def _lines(value: Any) -> str:  # noqa: ANN401 -- any JSON value
    if isinstance(value, list) and value:
        return "[\n  " + ",\n  ".join(_dump(entry) for entry in value) + "\n]"
    return _dump(value)


def _dump(value: Any) -> str:  # noqa: ANN401 -- any JSON value
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
