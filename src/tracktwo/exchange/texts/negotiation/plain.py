"""The files of the folder that are no tables: JSON and TOML, refused in a sentence where damaged."""

import json
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tracktwo.errors import InputError
from tracktwo.exchange.text import AS_UTF8, read_bytes

JSON = dict[str, Any]


def json_in(path: Path) -> JSON:
    """The object that a JSON file holds."""
    text = _text(path)
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        message = f"this is not JSON ({error.msg}); take it from another copy"
        raise InputError(message, file=path, line=error.lineno) from None
    except (RecursionError, ValueError):
        message = "the JSON is nested too deep or holds a number too long"
        raise InputError(f"{message}; take it from another copy", file=path) from None
    if not isinstance(found, dict):
        raise InputError("this JSON is no object; take it from another copy", file=path)
    return found


def toml_in(path: Path) -> JSON:
    """The table that a TOML file holds."""
    text = _text(path)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+)", str(error))
        reason = re.sub(r" \(at .*\)$", "", str(error))
        line = int(place[1]) if place else None
        raise InputError(f"this is not TOML ({reason}); correct it", file=path, line=line) from None


def json_text(document: Mapping[str, Any]) -> str:
    """A JSON document for people and for comparing versions of it: a unit, an act, a proposal a line."""
    return _object(document, "") + "\n"


def _text(path: Path) -> str:
    if path.is_file() and not path.stat().st_size:
        raise InputError("the file is empty; take it from another copy", file=path)
    raw = read_bytes(path)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise InputError(f"the text is not UTF-8; {AS_UTF8}", file=path, line=line) from None


def _object(document: Mapping[str, Any], margin: str) -> str:
    inner = margin + " "
    lines = (f"{inner}{_dump(key)}: {_value(one, inner)}" for key, one in document.items())
    return "{\n" + ",\n".join(lines) + f"\n{margin}}}"


def _value(value: object, margin: str) -> str:
    if isinstance(value, dict) and any(_is_list_of_objects(one) for one in value.values()):
        return _object(value, margin)
    if isinstance(value, list) and _is_list_of_objects(value):
        return "[\n" + ",\n".join(f"{margin} {_dump(one)}" for one in value) + f"\n{margin}]"
    return _dump(value)


def _is_list_of_objects(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
