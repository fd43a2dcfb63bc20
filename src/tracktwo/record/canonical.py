"""The one way to write a JSON value: RFC 8785, and a reader that takes nothing else.

A signature covers bytes. Two programs that write the same value must therefore write the same
bytes, and a reader must refuse every other spelling: what is on disk then is what was signed, and no
byte of it can change unseen.
"""

import json
import math
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias, cast

from tracktwo.errors import RecordError
from tracktwo.locale import english

Json: TypeAlias = "Mapping[str, Json] | Sequence[Json] | str | int | float | bool | None"
"""A JSON value: an object with text keys, a list, a text, a number, true, false or null."""

LARGEST_INTEGER = 2**53 - 1
"""The largest whole number that every program that reads JSON reads alike."""
DEEPEST = 64
"""Objects and lists within one another: far more than an entry needs, far less than a stack holds."""
_NAMED = {None: "null", True: "true", False: "false"}
_PLAIN_UP_TO, _SMALL_DOWN_TO = 21, -6  # ECMA-262, Number::toString


def canonical(value: Json) -> bytes:
    """The canonical bytes of a value: members by the UTF-16 of their names, no blanks, UTF-8.

    Numbers are IEEE 754 doubles, written as browsers write them; 1.0 is 1. Raises `RecordError` for
    what JSON cannot carry: NaN, infinity, whole numbers beyond 2**53 - 1, half of a surrogate pair,
    names that are no text, and nesting beyond 64.

    >>> canonical({"b": [1.0, 1e21, "北约"], "a": None}).decode()
    '{"a":null,"b":[1,1e+21,"北约"]}'

    Source: RFC 8785, JSON Canonicalization Scheme (2020).
    """
    try:
        return (_plainly(value) if _is_plain(value, 0) else _written(value, 0)).encode()
    except UnicodeEncodeError:
        raise RecordError(
            english("a text holds half of a character (a lone surrogate); write that text anew")
        ) from None


def read_canonical(data: bytes) -> Json:
    """The value that canonical bytes stand for.

    Raises `RecordError` where the bytes are no JSON, name a member twice, or are not exactly what
    `canonical` writes.

    >>> read_canonical(b'{"a":[1,2]}')
    {'a': [1, 2]}
    >>> read_canonical(b'{"a": 1}')
    Traceback (most recent call last):
    tracktwo.errors.RecordError: column 6 is not written in canonical form (RFC 8785); ...
    """
    value = _parsed(data)
    written = canonical(value)
    if written != data:
        raise RecordError(
            english(
                "column {column} is not written in canonical form (RFC 8785); take the file from whoever wrote it, as it is",
                column=_first_difference(written, data),
            )
        )
    return value


def copied(value: Json) -> Json:
    """The value as it would be read back; `RecordError` for what cannot be written.

    >>> copied({"a": (1, 2.0)})
    {'a': [1, 2]}
    """
    return _copied(value) if _is_plain(value, 0) else read_canonical(canonical(value))


def _copied(value: Json) -> Json:
    if isinstance(value, dict):
        return {name: _copied(one) for name, one in value.items()}
    return [_copied(one) for one in value] if isinstance(value, list | tuple) else value


def _parsed(data: bytes) -> Json:
    try:
        return cast(
            "Json",
            json.loads(data.decode(), object_pairs_hook=_without_doubles, parse_int=_integer),
        )
    except UnicodeDecodeError as error:
        raise RecordError(
            english("column {column} is no UTF-8 text", column=error.start + 1)
        ) from None
    except json.JSONDecodeError as error:
        raise RecordError(
            english("column {column} is not JSON ({detail})", column=error.colno, detail=error.msg)
        ) from None
    except RecursionError:
        raise RecordError(_too_deep()) from None


def _without_doubles(members: list[tuple[str, Json]]) -> dict[str, Json]:
    names = [name for name, _ in members]
    if len(set(names)) < len(names):
        double = next(name for name in names if names.count(name) > 1)
        raise RecordError(
            english(
                "the name {name} stands twice in one object; which is meant?", name=repr(double)
            )
        )
    return dict(members)


def _integer(digits: str) -> int | float:
    """A whole number; one that is too large is a double, as in a browser, and has lost digits or not."""
    number = float(digits)
    return int(digits) if abs(number) <= LARGEST_INTEGER else number


def _is_plain(value: object, depth: int) -> bool:
    """Whether Python's own writer spells a value as RFC 8785 does: no doubles, and names in ASCII.

    Nearly all entries are so, and are then written ten times as fast.
    """
    kind = type(value)
    if kind is str or value is None or kind is bool:
        return True
    if kind is int:
        return -LARGEST_INTEGER <= cast("int", value) <= LARGEST_INTEGER
    if depth > DEEPEST:
        return False
    if kind is dict:
        for name, one in cast("dict[object, object]", value).items():
            if type(name) is not str or not name.isascii() or not _is_plain(one, depth + 1):
                return False
        return True
    return (kind is list or kind is tuple) and all(
        _is_plain(one, depth + 1) for one in cast("Sequence[object]", value)
    )


def _plainly(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _first_difference(one: bytes, other: bytes) -> int:
    pairs = enumerate(zip(one, other, strict=False), start=1)
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)) + 1)


def _written(value: Json, depth: int) -> str:
    if depth > DEEPEST:
        raise RecordError(_too_deep())
    match value:
        case None | True | False:
            return _NAMED[value]
        case int():
            return _whole(int(value))
        case float():
            return number(float(value))
        case str():
            return json.dumps(value, ensure_ascii=False)
        case Mapping():
            return f"{{{','.join(_member(name, value[name], depth) for name in _ordered(value))}}}"
        case list() | tuple():
            return f"[{','.join(_written(one, depth + 1) for one in value)}]"
    raise RecordError(
        english("a value of type {type} is not JSON; write it as text", type=type(value).__name__)
    )


def _member(name: str, value: Json, depth: int) -> str:
    return f"{json.dumps(name, ensure_ascii=False)}:{_written(value, depth + 1)}"


def _ordered(value: Mapping[str, Json]) -> list[str]:
    if any(not isinstance(name, str) for name in value):
        raise RecordError(english("the name of a member is no text; JSON has no other names"))
    return sorted(value, key=lambda name: name.encode("utf-16-be"))


def _whole(value: int) -> str:
    if abs(value) > LARGEST_INTEGER:
        raise RecordError(
            english(
                "the whole number {number} is beyond 2**53 - 1 and would be read otherwise elsewhere; write it as text",
                number=_shortened(value),
            )
        )
    return str(value)


def _shortened(value: int) -> str:
    return str(value) if abs(value) < 10**30 else english("of {n} bits", n=value.bit_length())


def number(value: float) -> str:
    """A double as ECMAScript writes it: the fewest digits that give the same double again.

    >>> number(1e-7), number(0.000001), number(-0.0), number(333333333.33333329)
    ('1e-7', '0.000001', '0', '333333333.3333333')
    """
    if not math.isfinite(value):
        raise RecordError(
            english(
                "{number} is not a number that JSON can carry; leave it out or use null",
                number=value,
            )
        )
    if value == 0:
        return "0"
    sign = "-" if value < 0 else ""
    return sign + _decimal(*_digits(abs(value)))


def _digits(value: float) -> tuple[str, int]:
    """Digits and the place of the point in 0.DIGITS x 10^point."""
    _, digits, exponent = Decimal(repr(value)).as_tuple()
    written = "".join(map(str, digits))
    point = len(written) + int(exponent)
    return written.rstrip("0"), point


def _decimal(digits: str, point: int) -> str:
    if len(digits) <= point <= _PLAIN_UP_TO:
        return digits.ljust(point, "0")
    if 0 < point <= _PLAIN_UP_TO:
        return f"{digits[:point]}.{digits[point:]}"
    if _SMALL_DOWN_TO < point <= 0:
        return f"0.{'0' * -point}{digits}"
    mantissa = f"{digits[0]}.{digits[1:]}".rstrip(".")
    return f"{mantissa}e{point - 1:+d}"


def _too_deep() -> str:
    return english(
        "objects and lists are nested more than {n} deep; make the value flatter", n=DEEPEST
    )
