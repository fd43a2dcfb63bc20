"""A drill as lists and mappings: what a script in YAML holds, and what a log keeps of one that was proposed."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from tracktwo.channel.drills.script import Drill, Expected, Inject
from tracktwo.channel.kinds.fields import LANGUAGES
from tracktwo.channel.messages import Type
from tracktwo.errors import InputError
from tracktwo.locale import english

LONGEST = 31 * 24 * 60
"""Minutes of the clock: a month."""
MINUTE = timedelta(minutes=1)
Object = Mapping[str, Any]


def drill_from(tree: object) -> Drill:
    """The drill that a tree holds; `InputError` that names what is missing or wrong."""
    told = _object(tree, "drill", {"drill", "title", "purpose", "sides", "injects"})
    return Drill(
        id=_text(told, "drill"),
        title=_texts(told, "title"),
        purpose=_texts(told, "purpose"),
        sides=_sides(told["sides"]),
        injects=_each(told, "injects", _inject),
    )


def tree_of(drill: Drill) -> dict[str, Any]:
    """What `drill_from` reads back as the same drill."""
    return {
        "drill": drill.id,
        "title": dict(drill.title),
        "purpose": dict(drill.purpose),
        "sides": {side: dict(names) for side, names in drill.sides.items()},
        "injects": [_tree_of_inject(one) for one in drill.injects],
    }


def _tree_of_inject(inject: Inject) -> dict[str, Any]:
    return {
        "id": inject.id,
        "at": inject.at // MINUTE,
        "side": inject.side,
        "happens": dict(inject.happens),
        "expected": [_tree_of_expected(one) for one in inject.expected],
    }


def _tree_of_expected(expected: Expected) -> dict[str, Any]:
    return {
        "side": expected.side,
        "kind": expected.kind,
        "type": expected.type.value,
        "within": expected.within // MINUTE,
        "good": dict(expected.good),
    }


def _sides(value: object) -> dict[str, Mapping[str, str]]:
    told = value if isinstance(value, dict) else {}
    return {str(side): _texts(told, side) for side in told}


def _inject(value: object) -> Inject:
    told = _object(value, "injects", {"id", "at", "side", "happens", "expected"})
    return Inject(
        id=_text(told, "id"),
        at=_minutes(told, "at"),
        side=_text(told, "side"),
        happens=_texts(told, "happens"),
        expected=_each(told, "expected", _expected),
    )


def _expected(value: object) -> Expected:
    told = _object(value, "expected", {"side", "kind", "type", "within", "good"})
    known = [one.value for one in Type]
    if told["type"] not in known:
        raise InputError(
            english("type is {value}; it is one of {known}", value=repr(told["type"])[:40], known=", ".join(known))
        )  # fmt: skip
    return Expected(
        side=_text(told, "side"),
        kind=_text(told, "kind"),
        type=Type(told["type"]),
        within=_minutes(told, "within"),
        good=_texts(told, "good"),
    )


def _object(value: object, name: str, members: set[str]) -> Object:
    if not isinstance(value, dict) or value.keys() != members:
        raise InputError(
            english("{name} has exactly these members: {members}", name=name, members=", ".join(sorted(members)))
        )  # fmt: skip
    return value


def _each(told: Object, name: str, read: Callable[[object], Any]) -> tuple[Any, ...]:
    if not isinstance(told[name], list):
        raise InputError(english("{name} is a list", name=name))
    return tuple(map(read, told[name]))


def _text(told: Object, name: str) -> str:
    value = told[name]
    if not isinstance(value, str) or not value.strip():
        raise InputError(english("{name} is a text", name=name))
    return value


def _texts(told: Object, name: object) -> dict[str, str]:
    """A text in each of the three languages."""
    value = told[name]  # type: ignore[index]  # names of sides may be anything
    if not isinstance(value, dict) or set(value) != set(LANGUAGES):
        raise InputError(english("{name} is a text in en, zh and fr", name=name))
    return {language: _text(value, language).strip() for language in LANGUAGES}


def _minutes(told: Object, name: str) -> timedelta:
    value = told[name]
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= LONGEST:
        raise InputError(
            english("{name} is a whole number of minutes from 0 to {most}", name=name, most=LONGEST)
        )
    return timedelta(minutes=value)
