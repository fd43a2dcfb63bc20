"""Sets back as the fields of a message."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import count

from tracktwo.channel.kinds import FieldSpec, Form
from tracktwo.errors import InputError
from tracktwo.exchange.channel.slash.fields_out import CIRCLE, NO, POLYGON, YES
from tracktwo.exchange.channel.slash.sets import Set
from tracktwo.locale import english
from tracktwo.record.canonical import Json

DEEPEST = 6
"""Parts of a name: a group within a group is the most that a kind has."""
LONGEST_NUMBER = 15


@dataclass(slots=True)
class _Node:
    """Sets of one name, and those whose names go on from it."""

    sets: list[Set] = field(default_factory=list)
    below: dict[str, "_Node"] = field(default_factory=dict)


def fields_of_sets(specs: Sequence[FieldSpec], sets: Iterable[Set]) -> dict[str, Json]:
    """The fields that sets give; `InputError` for a set that the kind does not know, or of another form."""
    root = _Node()
    for one in sets:
        parts = one.name.split(".")
        if len(parts) > DEEPEST:
            raise InputError(_unknown(one.name))
        node = root
        for part in parts:
            node = node.below.setdefault(part, _Node())
        node.sets.append(one)
    found = _fields(specs, root)
    _require_empty(root)
    return found


def _fields(specs: Sequence[FieldSpec], node: _Node) -> dict[str, Json]:
    found: dict[str, Json] = {}
    for spec in specs:
        below = node.below.get(spec.name.upper())
        if below is None:
            continue
        values = _groups(spec, below) if spec.form is Form.GROUP else _values(spec, below)
        if not values:
            continue
        if not spec.is_repeated and len(values) > 1:
            raise InputError(
                english("{name} has {n} values; it has one at most", name=spec.name.upper(), n=len(values))
            )  # fmt: skip
        found[spec.name] = values if spec.is_repeated else values[0]
    return found


def _groups(spec: FieldSpec, node: _Node) -> list[Json]:
    found: list[Json] = []
    for n in count(1):
        one = node.below.get(str(n))
        if one is None:
            return found
        found.append(_fields(spec.fields, one))
    return found


def _values(spec: FieldSpec, node: _Node) -> list[Json]:
    sets, node.sets = node.sets, []
    if spec.form is Form.WORDS:
        return [_words(one) for one in sets]
    if spec.form is Form.AREA:
        return [_area(one) for one in sets]
    return [_plain(spec, one, value) for one in sets for value in one.fields]


def _plain(spec: FieldSpec, one: Set, value: str) -> Json:
    if spec.form is Form.YES_NO:
        if value not in (YES, NO):
            raise InputError(english("{name} is YES or NO", name=one.name))
        return value == YES
    if spec.form is Form.WHOLE:
        digits = value.removeprefix("-")
        if not (digits.isascii() and digits.isdecimal()) or len(digits) > LONGEST_NUMBER:
            raise InputError(english("{name} is a whole number", name=one.name))
        return int(value)
    return value


def _words(one: Set) -> Json:
    if len(one.fields) < 2 or (len(one.fields) - 2) % 3:
        raise InputError(
            english("{name} has a language and its text, then language, state and text of each translation", name=one.name)
        )  # fmt: skip
    origin, text, *others = one.fields
    translated = [tuple(others[n : n + 3]) for n in range(0, len(others), 3)]
    texts: dict[str, Json] = {origin: text, **{one[0]: one[2] for one in translated}}
    states: dict[str, Json] = {one[0]: one[1] for one in translated}
    return {"origin": origin, "texts": texts, "states": states}


def _area(one: Set) -> Json:
    kind, *positions = one.fields or ("",)
    if kind == CIRCLE and len(positions) == 2:
        return {"circle": {"centre": positions[0], "miles": positions[1]}}
    if kind != POLYGON:
        raise InputError(
            english("{name} is CIRCLE with centre and miles, or POLYGON with positions", name=one.name)
        )  # fmt: skip
    return {"polygon": list(positions)}


def _require_empty(node: _Node) -> None:
    """Every set was asked for by the kind, except those that are still here."""
    for one in node.sets:
        raise InputError(_unknown(one.name))
    for below in node.below.values():
        _require_empty(below)


def _unknown(name: str) -> str:
    return english("set {name} is not known in a message of this kind", name=name)
