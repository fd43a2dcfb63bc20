"""report.toml of a dialogue folder: who answers for the report, and which languages were reviewed."""

import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from tracktwo.errors import InputError
from tracktwo.exchange.settings import TomlFile
from tracktwo.exchange.text import read_bytes
from tracktwo.exchange.toml_out import inline, quoted
from tracktwo.reports.joint.material import Author

FILE: Final = "report.toml"
_KEYS = ("reviewed", "authors")
_AUTHOR_KEYS = ("party", "seat", "name", "consents")


def read_report_settings(
    path: Path, *, parties: Collection[str]
) -> tuple[tuple[str, ...], tuple[Author, ...]]:
    """The languages reviewed, and the authors. Raises `InputError` for anything else in it."""
    try:
        text = read_bytes(path).decode("utf-8-sig")
        table = tomllib.loads(text)
    except UnicodeDecodeError:
        raise InputError("the text is not UTF-8; save it as UTF-8", file=path) from None
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"this is not TOML ({error})", file=path) from None
    source = TomlFile(path, text)
    _only(source, table, _KEYS)
    reviewed = table.get("reviewed", [])
    if not isinstance(reviewed, list) or not all(isinstance(one, str) for one in reviewed):
        source.refuse('reviewed must be a list like ["en", "zh"]', near=r"\breviewed\b")
    entries = table.get("authors", [])
    if not isinstance(entries, list) or not all(isinstance(one, dict) for one in entries):
        source.refuse("authors must be written as [[authors]] tables", near=r"\bauthors\b")
    return tuple(reviewed), tuple(_author(source, one, parties) for one in entries)


def report_settings(*, reviewed: Iterable[str] = (), authors: Iterable[Author] = ()) -> str:
    """The text of a report.toml that `read_report_settings` reads as the same languages and authors.

    >>> print(report_settings(reviewed=["en"], authors=[Author("nato", {"en": "Head"})]))
    reviewed = ["en"]
    <BLANKLINE>
    [[authors]]
    party = "nato"
    seat = { "en" = "Head" }
    <BLANKLINE>
    """
    lines = [f"reviewed = [{', '.join(map(quoted, reviewed))}]"]
    for one in authors:
        lines += ["", "[[authors]]", *_told(one)]
    return "\n".join(lines) + "\n"


def _told(author: Author) -> Iterator[str]:
    yield f"party = {quoted(author.party)}"
    yield f"seat = {inline(author.seat)}"
    if author.name:
        yield f"name = {quoted(author.name)}"
    if author.consents is not None:
        yield f"consents = {'true' if author.consents else 'false'}"


def _author(source: TomlFile, entry: Mapping[str, Any], parties: Collection[str]) -> Author:
    _only(source, entry, _AUTHOR_KEYS)
    party, seat = entry.get("party", ""), entry.get("seat", {})
    name, consents = entry.get("name", ""), entry.get("consents")
    if party not in parties:
        known = ", ".join(parties)
        source.refuse(f"party {party!r} is not among {known}; correct it", near=r"\bparty\b")
    if isinstance(seat, str):
        seat = {"en": seat}
    if not isinstance(seat, dict) or not all(isinstance(one, str) for one in seat.values()):
        source.refuse('a seat is a text, or texts by language: { en = "..." }', near=r"\bseat\b")
    if not isinstance(name, str) or not isinstance(consents, bool | None):
        source.refuse("name is a text and consents is true or false", near=r"\b(name|consents)\b")
    if not name and not seat:
        source.refuse("an author has neither seat nor name; give one", near=r"\[\[authors\]\]")
    return Author(party, seat, name, consents)


def _only(source: TomlFile, table: Mapping[str, object], allowed: Collection[str]) -> None:
    for key in table:
        if key not in allowed:
            known = ", ".join(allowed)
            source.refuse(f"{key!r} is not known here; allowed are {known}", near=rf"\b{key}\b")
