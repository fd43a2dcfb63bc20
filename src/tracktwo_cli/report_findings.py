"""A report on the terminal: its sections, its hash, and what stands in the way of publishing it."""

import json
from collections.abc import Mapping

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from tracktwo.locale import translator
from tracktwo.reports import Report
from tracktwo.reports.canonical import HASHES
from tracktwo.reports.gate import Gate, condition_sentence
from tracktwo.reports.joint import Material
from tracktwo.reports.tree import Digest

SCHEMA = "tracktwo-report/1"
"""Name and version of the document; the number rises when a key changes its meaning or goes."""


def tell(material: Material, reports: Mapping[str, Report], language: str, found: Gate) -> None:
    """Print what the report holds and what is still in its way."""
    console = Console(highlight=False, soft_wrap=False)
    words, report = translator(language), reports[language]
    console.print(Text(report.title, style="bold"))
    for section in report.sections:
        console.print(Padding(Text(section.heading), (0, 0, 0, 2)))
    console.print()
    title = (
        words.gettext("Nothing stands in the way of publishing")
        if found.is_clear
        else words.gettext("What stands in the way of publishing")
    )
    console.print(Text(title, style="bold"))
    for one in found.open_conditions:
        console.print(Padding(Text(condition_sentence(one, material, words)), (0, 0, 0, 2)))
    console.print()
    console.print(Text(f"SHA-256 {digest_of(report)}", style="dim"), soft_wrap=True)


def as_document(
    material: Material, reports: Mapping[str, Report], language: str, found: Gate
) -> str:
    """The same as JSON, an entry a line."""
    words, report = translator(language), reports[language]
    whole = {
        "schema": SCHEMA,
        "language": language,
        "languages": list(material.languages),
        "title": report.title,
        "hash": digest_of(report),
        "clear": found.is_clear,
        "conditions": [
            {
                "kind": one.kind.value,
                "met": one.is_met,
                "sentence": condition_sentence(one, material, words),
                "missing": list(one.missing),
            }
            for one in found.conditions
        ],
        "sections": [
            {"id": one.id, "title": one.title, "blocks": len(one.blocks)} for one in report.sections
        ],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def digest_of(report: Report) -> str:
    """The hash that the report prints of itself."""
    (section,) = (one for one in report.sections if one.id == HASHES)
    return next(one.value for one in section.blocks if isinstance(one, Digest))
