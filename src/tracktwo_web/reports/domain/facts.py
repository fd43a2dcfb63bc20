"""What a draft is known by besides its words: languages, sections, and what stood in its way."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tracktwo.reports import Report
    from tracktwo.reports.gate import Condition
    from tracktwo.reports.joint import Material


JSON = dict[str, Any]
FROZEN = ("adopted", "brackets", "cells")
"""Conditions that follow from what the draft is made of; the others are asked anew each time."""


def facts_of(material: "Material", reports: Mapping[str, "Report"]) -> JSON:
    """What pages ask of a draft, as JSON."""
    from tracktwo.reports.canonical import report_fingerprint
    from tracktwo.reports.gate import gate

    return {
        "k": material.k,
        "languages": list(material.languages),
        "hashes": {one: report_fingerprint([report]) for one, report in reports.items()},
        "sections": {
            one: [[part.id, part.number, part.title] for part in report.sections]
            for one, report in reports.items()
        },
        "conditions": [
            [one.kind.value, list(one.missing)]
            for one in gate(material).conditions
            if one.kind.value in FROZEN
        ],
        "holds": [name for name, part in _parts(material) if part is not None],
    }


def conditions_in(facts: JSON) -> "tuple[Condition, ...]":
    """The conditions that the draft was composed with."""
    from tracktwo.reports.gate import Condition, Kind

    return tuple(Condition(Kind(kind), tuple(missing)) for kind, missing in facts["conditions"])


def _parts(material: "Material") -> tuple[tuple[str, object], ...]:
    return (
        ("answers", material.analysis),
        ("map", material.map),
        ("risks", material.risks),
        ("options", material.cooperation),
        ("text", material.negotiation),
        ("roadmap", material.plan),
        ("chronology", material.chronology),
    )
