"""A table of a TOML file, read key by key: what is not known or not of its kind is refused with its line."""

import contextlib
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, NoReturn

from tracktwo.exchange.settings import TomlFile
from tracktwo.exchange.text import read_bytes
from tracktwo.exchange.texts.negotiation.plain import toml_in


@dataclass(frozen=True)
class TomlTable:
    """Keys and values, and the file they stand in. `name` is its heading, `id` what its entry is called."""

    source: TomlFile
    values: Mapping[str, Any]
    name: str = ""
    id: str = ""

    @classmethod
    def read(cls, path: Path) -> "TomlTable":
        """The whole of a file; `InputError` where it is not TOML."""
        values = toml_in(path)
        return cls(TomlFile(path, read_bytes(path).decode("utf-8-sig")), values)

    def only(self, *keys: str) -> None:
        """Refuse keys that are not known."""
        for key in self.values:
            if key not in keys:
                told = ", ".join(keys)
                self.refuse(f"{key!r} is not known here; allowed are {told}", key)

    def refuse(self, message: str, key: str) -> NoReturn:
        """Raise `InputError` on the line of a key, after the line of the entry it stands in."""
        where = self.source.text
        begins = re.search(rf"^\s*id\s*=\s*[\"']{re.escape(self.id)}[\"']", where, re.MULTILINE)
        start = where.count("\n", 0, begins.start()) if self.id and begins else 0
        lines = where.splitlines()
        for n in range(start, len(lines)):
            if re.search(rf"(^|[\s,{{\[.]){re.escape(key)}\b", lines[n]):
                self.source.refuse_at(message, n + 1)
        self.source.refuse_at(message, start + 1 if self.id else None)

    def text(self, key: str, default: str = "") -> str:
        value = self.values.get(key, default)
        if not isinstance(value, str):
            self.refuse(f"{key} is {value!r}; it must be a text in quotes", key)
        return value

    def needed(self, key: str) -> str:
        """A text that must be there."""
        value = self.text(key)
        if not value:
            self.refuse(f"{key} is missing{self._where}; write it", key)
        return value

    def whole(self, key: str, default: int, *, least: int = 0) -> int:
        value = self.values.get(key, default)
        if not isinstance(value, int) or isinstance(value, bool) or value < least:
            self.refuse(f"{key} is {value!r}; it must be a whole number from {least} on", key)
        return value

    def day(self, key: str) -> date | None:
        """A day, None where it is not told."""
        value = self.values.get(key)
        if isinstance(value, str):
            with contextlib.suppress(ValueError):
                value = date.fromisoformat(value)
        if value is not None and (not isinstance(value, date) or isinstance(value, datetime)):
            self.refuse(f"{key} is {value!r}; write a day, such as 2022-10-08", key)
        return value

    def needed_day(self, key: str) -> date:
        """A day that must be there."""
        day = self.day(key)
        if day is None:
            self.refuse(f"{key} is missing{self._where}; write a day, such as 2022-10-08", key)
        return day

    def clock(self, key: str, default: time) -> time:
        value = self.values.get(key, default)
        if isinstance(value, str):
            with contextlib.suppress(ValueError):
                value = time.fromisoformat(value)
        if not isinstance(value, time):
            self.refuse(f"{key} is {value!r}; write a time of day, such as 09:30", key)
        return value

    def texts(self, key: str) -> Mapping[str, str]:
        """Texts by language; a bare text is English."""
        value = self.values.get(key, {})
        if isinstance(value, str):
            return {"en": value} if value else {}
        if not isinstance(value, dict) or not all(isinstance(one, str) for one in value.values()):
            message = f'{key} is {value!r}; write a text, or texts by language: {{ en = "..." }}'
            self.refuse(message, key)
        return value

    def words(self, key: str, known: Collection[str] = ()) -> tuple[str, ...]:
        """A list of texts, each of them known."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            self.refuse(f'{key} is {value!r}; it must be a list like ["nato"]', key)
        for one in value:
            if known and one not in known:
                self.refuse(f"{key} has {one!r}, which is not known; use {', '.join(known)}", key)
        return tuple(value)

    def inside(self, key: str) -> "TomlTable":
        """A table in this one, empty where it is not there."""
        value = self.values.get(key, {})
        if not isinstance(value, dict):
            self.refuse(f"{key} must be written as a [{key}] table", key)
        return TomlTable(self.source, value, key)

    def each(self, key: str) -> "Iterator[TomlTable]":
        """The [[tables]] of a name."""
        entries = self.values.get(key, [])
        if not isinstance(entries, list) or not all(isinstance(one, dict) for one in entries):
            self.refuse(f"{key} must be written as [[{key}]] tables", key)
        for one in entries:
            yield TomlTable(self.source, one, key, str(one.get("id", "")))

    @property
    def _where(self) -> str:
        told = f" {self.id!r}" if self.id else ""
        return f" in [[{self.name}]]{told}" if self.name else ""
