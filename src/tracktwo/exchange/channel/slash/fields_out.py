"""The fields of a message as sets: a set a field, and one a value where a value has several parts."""

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from tracktwo.channel.kinds import Fields, FieldSpec, Form
from tracktwo.exchange.channel.slash.sets import Set
from tracktwo.record.canonical import Json

YES, NO = "YES", "NO"
CIRCLE, POLYGON = "CIRCLE", "POLYGON"


def sets_of_fields(specs: Sequence[FieldSpec], fields: Fields, within: str = "") -> Iterator[Set]:
    """A set a field in the order of the kind; groups are counted, such as `PHASES.2.START`."""
    for spec in specs:
        if spec.name not in fields:
            continue
        name, value = f"{within}{spec.name.upper()}", fields[spec.name]
        values = cast("Sequence[Json]", value) if spec.is_repeated else [value]
        if spec.form is Form.GROUP:
            for n, group in enumerate(values, 1):
                yield from sets_of_fields(spec.fields, cast("Fields", group), f"{name}.{n}.")
        elif spec.form in (Form.WORDS, Form.AREA):
            yield from (Set(name, _parts(spec.form, cast("Fields", one))) for one in values)
        else:
            yield Set(name, tuple(map(_plain, values)))


def _plain(value: Json) -> str:
    if isinstance(value, bool):
        return YES if value else NO
    return str(value)


def _parts(form: Form, value: Fields) -> tuple[str, ...]:
    """Words: the original's language and text, then language, state and text of each translation."""
    if form is Form.AREA and "circle" in value:
        circle = cast("Mapping[str, str]", value["circle"])
        return CIRCLE, circle["centre"], circle["miles"]
    if form is Form.AREA:
        return POLYGON, *cast("Sequence[str]", value["polygon"])
    texts = cast("Mapping[str, str]", value["texts"])
    states = cast("Mapping[str, str]", value["states"])
    origin = cast("str", value["origin"])
    others = [part for one in sorted(states) for part in (one, states[one], texts[one])]
    return origin, texts[origin], *others
