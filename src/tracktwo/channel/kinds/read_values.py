"""Values of fields that were checked, as what they stand for; None where a field was left out."""

from datetime import UTC, date, datetime
from typing import cast

from tracktwo.channel.kinds.fields import Fields
from tracktwo.channel.sphere import Area, Circle, Polygon, Position
from tracktwo.record.canonical import Json


def moment_in(fields: Fields, name: str) -> datetime | None:
    """A moment.

    >>> moment_in({"start": "2026-11-26T09:00:00Z"}, "start").isoformat()
    '2026-11-26T09:00:00+00:00'
    """
    value = fields.get(name)
    return None if value is None else datetime.fromisoformat(cast("str", value)).astimezone(UTC)


def day_in(fields: Fields, name: str) -> date | None:
    """A day."""
    value = fields.get(name)
    return None if value is None else date.fromisoformat(cast("str", value))


def whole_in(fields: Fields, name: str) -> int | None:
    """A whole number."""
    return cast("int | None", fields.get(name))


def text_in(fields: Fields, name: str) -> str:
    """A text, a choice or a decimal as it is written; empty where there is none."""
    return cast("str", fields.get(name) or "")


def texts_in(fields: Fields, name: str) -> tuple[str, ...]:
    """A list of texts."""
    return tuple(cast("list[str]", fields.get(name) or ()))


def position_in(fields: Fields, name: str) -> Position | None:
    """A position."""
    value = fields.get(name)
    return None if value is None else Position.from_imo(cast("str", value))


def groups_in(fields: Fields, name: str) -> tuple[Fields, ...]:
    """Every group of a list of groups."""
    return tuple(cast("list[Fields]", fields.get(name) or ()))


def areas_in(fields: Fields, name: str) -> tuple[Area, ...]:
    """Every area of a list of areas."""
    return tuple(area_of(one) for one in cast("list[Json]", fields.get(name) or ()))


def area_of(value: Json) -> Area:
    """The area that a value stands for.

    >>> area_of({"circle": {"centre": "21-30.00N 113-45.00E", "miles": "12.5"}}).radius
    12.5
    """
    told = cast("Fields", value)
    if "circle" in told:
        circle = cast("dict[str, str]", told["circle"])
        return Circle(Position.from_imo(circle["centre"]), float(circle["miles"]))
    corners = cast("list[str]", told["polygon"])
    return Polygon(tuple(Position.from_imo(one) for one in corners))


def area_json(area: Area) -> Json:
    """An area as it stands in a field, to a hundredth of a minute.

    >>> area_json(Circle(Position(21.5, 113.75), 12.5))
    {'circle': {'centre': '21-30.00N 113-45.00E', 'miles': '12.5'}}
    """
    if isinstance(area, Circle):
        return {"circle": {"centre": area.centre.imo(), "miles": f"{area.radius:.6g}"}}
    return {"polygon": [one.imo() for one in area.corners]}


def moment_json(moment: datetime) -> str:
    """A moment as it stands in a field: UTC to the second, what is less cut off.

    >>> moment_json(datetime(2026, 11, 26, 9, tzinfo=UTC))
    '2026-11-26T09:00:00Z'
    """
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
