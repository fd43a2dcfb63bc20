"""dialogue.toml: title, languages, k, stage, note and parties."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

from tracktwo.dialogue import Party
from tracktwo.errors import InputError
from tracktwo.exchange.text import read_bytes

FOLDER_K = 3
"""The smallest published group of a dialogue folder whose dialogue.toml names none."""
DIALOGUE_KEYS = ("title", "languages", "k", "stage", "note", "parties")
PARTY_KEYS = ("id", "names", "size")


@dataclass(frozen=True)
class Settings:
    """What dialogue.toml says; the defaults are those of a public table without one."""

    title: Mapping[str, str] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    k: int = 1
    stage: str = ""
    note: Mapping[str, str] = field(default_factory=dict)
    parties: tuple[Party, ...] = ()
    source: "TomlFile | None" = None


@dataclass(frozen=True)
class TomlFile:
    """The text of a settings file, to say on which line something is wrong."""

    path: Path
    text: str

    def refuse(self, message: str, *, near: str) -> NoReturn:
        """Raise `InputError` on the first line that matches a pattern."""
        lines = self.text.splitlines()
        self.refuse_at(
            message, next((n for n, one in enumerate(lines, 1) if re.search(near, one)), None)
        )

    def refuse_at(self, message: str, line: int | None) -> NoReturn:
        """Raise `InputError` on a line."""
        raise InputError(message, file=self.path, line=line)


def read_settings(path: Path) -> Settings:
    """The settings in a dialogue.toml, every key checked."""
    source = TomlFile(path, _decoded(path))
    table = _parsed(source)
    _only(source, table, DIALOGUE_KEYS)
    return Settings(
        title=_by_language(source, table, "title"),
        languages=_languages(source, table),
        k=_whole(source, table, "k", FOLDER_K),
        stage=_text(source, table, "stage"),
        note=_by_language(source, table, "note"),
        parties=_parties(source, table),
        source=source,
    )


def _decoded(path: Path) -> str:
    raw = read_bytes(path)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise InputError("the text is not UTF-8; save it as UTF-8", file=path, line=line) from None


def _parsed(source: TomlFile) -> dict[str, Any]:
    try:
        return tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+)", str(error))
        line = int(place[1]) if place else None
        reason = re.sub(r" \(at .*\)$", "", str(error))
        raise InputError(f"this is not TOML ({reason})", file=source.path, line=line) from None


def _only(source: TomlFile, table: Mapping[str, object], allowed: Iterable[str]) -> None:
    for key in table:
        if key not in allowed:
            message = f"{key!r} is not known here; allowed are {', '.join(allowed)}"
            source.refuse(message, near=rf"\b{re.escape(key)}\b")


def _text(source: TomlFile, table: Mapping[str, object], key: str) -> str:
    value = table.get(key, "")
    if not isinstance(value, str):
        source.refuse(f"{key} is {value!r}; it must be a text in quotes", near=rf"\b{key}\b")
    return value


def _whole(source: TomlFile, table: Mapping[str, object], key: str, default: int) -> int:
    value = table.get(key, default)
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        source.refuse(
            f"{key} is {value!r}; it must be a whole number from 1 on", near=rf"\b{key}\b"
        )
    return value


def _languages(source: TomlFile, table: Mapping[str, object]) -> tuple[str, ...]:
    value = table.get("languages", [])
    if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
        message = f'languages is {value!r}; it must be a list like ["en", "zh"]'
        source.refuse(message, near=r"\blanguages\b")
    return tuple(value)


def _by_language(source: TomlFile, table: Mapping[str, object], key: str) -> Mapping[str, str]:
    value = table.get(key, {})
    if isinstance(value, str):
        return {"en": value} if value else {}
    if not isinstance(value, dict) or not all(isinstance(text, str) for text in value.values()):
        message = f'{key} is {value!r}; write a text, or texts by language: {{ en = "..." }}'
        source.refuse(message, near=rf"\b{key}\b")
    return value


def _parties(source: TomlFile, table: Mapping[str, object]) -> tuple[Party, ...]:
    entries = table.get("parties", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        source.refuse("parties must be written as [[parties]] tables", near=r"\bparties\b")
    parties = tuple(_party(source, entry) for entry in entries)
    ids = [party.id for party in parties]
    for party in parties:
        if ids.count(party.id) > 1:
            source.refuse(f"party {party.id!r} appears twice; ids must differ", near=_id_of(party))
    return parties


def _party(source: TomlFile, entry: Mapping[str, object]) -> Party:
    _only(source, entry, PARTY_KEYS)
    party_id = _text(source, entry, "id")
    if not party_id:
        source.refuse("a party has no id; give each [[parties]] an id", near=r"\[\[parties\]\]")
    size = _whole(source, entry, "size", 1) if "size" in entry else None
    return Party(party_id, _by_language(source, entry, "names"), size)


def _id_of(party: Party) -> str:
    return rf"\bid\b.*{re.escape(party.id)}"


def check_sizes(settings: Settings, members: Mapping[str, int]) -> None:
    """Refuse a size smaller than the number of participants who sit for the party."""
    for party in settings.parties:
        sitting = members.get(party.id, 0)
        if party.size is not None and party.size < sitting and settings.source:
            message = (
                f"party {party.id!r} has size {party.size} but {sitting} participants; "
                "raise the size or leave it out"
            )
            settings.source.refuse(message, near=_id_of(party))
