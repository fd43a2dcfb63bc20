"""JSON files as entries that know where they stand."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tracktwo.errors import InputError
from tracktwo.exchange.influence.place import Place
from tracktwo.exchange.influence.plain_text import read_text
from tracktwo.exchange.influence.strengths import as_number


@dataclass(frozen=True)
class Entry:
    """One object of a file and where it stands, its attributes by name without capitals."""

    attributes: Mapping[str, object]
    at: Place

    def several(self, name: str) -> list[str]:
        """The values of an attribute: those of a list, or those between pipes."""
        value = self.attributes.get(name)
        if isinstance(value, list):
            return [_as_text(one, name, self.at) for one in value]
        return [one.strip() for one in _as_text(value, name, self.at).split("|")]

    def text(self, name: str) -> str:
        """An attribute as text; several values stay together, with pipes between them."""
        value = self.attributes.get(name)
        values = value if isinstance(value, list) else [value]
        return " | ".join(_as_text(one, name, self.at) for one in values)

    def told(self) -> dict[str, str]:
        """Every attribute that is a text, a number or a list of them; others are not ours."""
        return {
            name: self.text(name) for name, value in self.attributes.items() if _is_plain(value)
        }


def read_json(path: Path) -> object:
    """What a JSON file holds; `InputError` with the line where it is damaged."""
    text = read_text(path)
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        message = f"this is not JSON ({error.msg}); export it again"
        raise InputError(message, file=path, line=error.lineno) from None
    except (RecursionError, ValueError):
        raise InputError(
            "the JSON is nested too deep or holds a number too long", file=path
        ) from None


def entries(path: Path, value: object, *, one: str) -> list[Entry]:
    """A list of objects, each called `one` and its number from 1."""
    if not isinstance(value, list):
        raise InputError(f"the file needs a list of {one}s; export it again", file=path)
    found = []
    for number, attributes in enumerate(value, start=1):
        at = Place(path, spot=f"{one} {number}")
        if not isinstance(attributes, dict):
            at.refuse("this is not an object with attributes")
        found.append(Entry(_flat(attributes), at))
    return found


def _flat(attributes: Mapping[str, object]) -> dict[str, object]:
    """Attributes by name, those of a nested `attributes` among them."""
    nested = attributes.get("attributes")
    merged = {**attributes, **nested} if isinstance(nested, dict) else attributes
    return {_name(name): value for name, value in merged.items()}


def _name(name: str) -> str:
    return name if name.startswith(("text_", "title_", "note_")) else name.casefold()


def _is_plain(value: object) -> bool:
    if isinstance(value, list):
        return not any(isinstance(one, list) for one in value) and all(map(_is_plain, value))
    return isinstance(value, str | int | float) and not isinstance(value, bool)


def _as_text(value: object, name: str, at: Place) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, float):
        return as_number(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise at.error(f"{name} is {str(value)[:40]!r}; write a text or a number")
