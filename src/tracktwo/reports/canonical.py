"""What the sides sign: one hash for a report in all its languages."""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from hashlib import sha256
from typing import Final
from unicodedata import normalize

from tracktwo.record import Json, canonical
from tracktwo.reports.tree import FigureBlock, Report

FORM: Final = "tracktwo-report/1"
"""Name and version of what is hashed; the number rises when the same report gives another hash."""
HASHES: Final = "hashes"
"""The id of the section that holds the hash and is therefore not hashed."""


def report_fingerprint(reports: Iterable[Report]) -> str:
    """SHA-256 over the canonical bytes of a report in all its languages (`canonical_report`), in hexadecimal.

    >>> report_fingerprint([Report("Findings", "en", "", ())])[:16]
    '419653537751aeb2'
    """
    return sha256(canonical_report(reports)).hexdigest()


def canonical_report(reports: Iterable[Report]) -> bytes:
    """The bytes that are hashed: RFC 8785 JSON of all that a reader is told.

    Of a figure, its words and its table count and not how it is drawn. The banner and the section
    with the hash are left out: that a draft is released changes nothing that was signed. Words are
    in Unicode’s form NFC; languages are in the order of their tags.

    >>> canonical_report([Report("Findings", "en", "", ())]).decode()
    '{"form":"tracktwo-report/1","reports":[{"language":"en","note":"","sections":[],"subtitle":"","title":"Findings"}]}'
    """
    told = sorted((_report(one) for one in reports), key=lambda one: str(one["language"]))
    return canonical({"form": FORM, "reports": told})


def _report(report: Report) -> dict[str, Json]:
    return {
        "language": report.language,
        "title": _alike(report.title),
        "subtitle": _alike(report.subtitle),
        "note": _alike(report.note),
        "sections": [_value(one) for one in report.sections if one.id != HASHES],
    }


def _value(value: object) -> Json:
    if isinstance(value, FigureBlock):
        told = {"label": value.label, "title": value.title, "alt": value.alt, "table": value.table}
        return {"kind": "FigureBlock"} | {name: _value(one) for name, one in told.items()}
    if is_dataclass(value) and not isinstance(value, type):
        kept = {one.name: _value(getattr(value, one.name)) for one in fields(value)}
        return {"kind": type(value).__name__} | kept
    if isinstance(value, tuple):
        return [_value(one) for one in value]
    if isinstance(value, str):
        return _alike(value)
    return value if isinstance(value, int) else None


def _alike(words: str) -> str:
    return normalize("NFC", words)
