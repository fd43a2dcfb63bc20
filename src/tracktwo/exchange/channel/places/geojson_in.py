"""Places from GeoJSON: ours, and what others draw; checked, and bounded in size."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, NoReturn

from tracktwo.channel.picture import Where
from tracktwo.channel.sphere import Circle, Polygon, Position, Route
from tracktwo.errors import InputError
from tracktwo.exchange.channel.places.lines import points_of
from tracktwo.exchange.channel.places.placed import Placed, on_grid
from tracktwo.exchange.channel.places.rings import Point, corners_of
from tracktwo.locale import english

LARGEST, MOST_FEATURES, MOST_CORNERS, MOST_POSITIONS = 20_000_000, 10_000, 200, 20_000
"""Characters of a file, features in it, corners of an area, corners of all areas."""
Object = Mapping[str, Any]


def read_geojson(text: str) -> tuple[Placed, ...]:
    """The places in a FeatureCollection; `InputError` with the feature where one cannot be read.

    Points, lines, polygons without holes, and lines and polygons cut at the antimeridian are read, to a
    hundredth of a minute; what has the properties `centre` and `radius_nm` is that circle.
    """
    whole = _parsed(text)
    features = whole.get("features") if isinstance(whole, dict) else None
    if not isinstance(features, list) or whole.get("type") != "FeatureCollection":
        raise InputError(english("this is no FeatureCollection of GeoJSON"))
    if len(features) > MOST_FEATURES:
        raise InputError(
            english("the file has {n} features; split it into files of {most}", n=len(features), most=MOST_FEATURES)
        )  # fmt: skip
    found, corners = [], 0
    for n, one in enumerate(features, 1):
        place = _placed(n, one)
        corners += _size(place.where)
        if corners > MOST_POSITIONS:
            raise InputError(
                english("the areas have more than {most} corners; split the file", most=MOST_POSITIONS)
            )  # fmt: skip
        found.append(place)
    return tuple(found)


def _size(where: Where) -> int:
    if isinstance(where, Polygon):
        return len(where.corners)
    return len(where.points) if isinstance(where, Route) else 0


def _parsed(text: str) -> Any:  # noqa: ANN401 -- JSON as it comes
    if len(text) > LARGEST:
        raise InputError(english("the file is larger than 20 MB; split it"))
    try:
        return json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        raise InputError(english("this is not JSON; export it again")) from None


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _placed(n: int, feature: object) -> Placed:
    try:
        told = _object(feature)
        properties = _object(told.get("properties") or {})
        return Placed(
            id=str(told.get("id", n)),
            kind=_text(properties, "kind"),
            office=_text(properties, "office"),
            status=_text(properties, "status"),
            title=_text(properties, "title"),
            where=_where(_object(told.get("geometry")), properties),
            start=_moment(properties, "start"),
            end=_moment(properties, "end"),
            lower=_metres(properties, "lower_metres"),
            upper=_metres(properties, "upper_metres"),
            certainty=_text(properties, "certainty"),
        )
    except InputError as error:
        raise InputError(english("feature {n}: {what}", n=n, what=error.message)) from None


def _object(value: object) -> Object:
    if not isinstance(value, dict):
        raise InputError(english("an object is missing"))
    return value


def _text(properties: Object, name: str) -> str:
    value = properties.get(name, "")
    if not isinstance(value, str):
        raise InputError(english("property {name} is no text", name=name))
    return value


def _where(geometry: Object, properties: Object) -> Where:
    if "radius_nm" in properties:
        return Circle(_position(properties.get("centre")), _number(properties["radius_nm"]))
    coordinates = geometry.get("coordinates")
    if geometry.get("type") == "Point":
        return _position(coordinates)
    if geometry.get("type") in ("LineString", "MultiLineString"):
        return _route(coordinates if geometry["type"] == "MultiLineString" else [coordinates])
    if geometry.get("type") not in ("Polygon", "MultiPolygon"):
        raise InputError(english("only points, lines and polygons are read"))
    polygons = [coordinates] if geometry["type"] == "Polygon" else coordinates
    if not isinstance(polygons, list) or not polygons:
        raise InputError(english("a polygon has no coordinates"))
    corners = corners_of([_ring(one) for one in polygons])
    return Polygon(tuple(map(on_grid, corners)))


def _route(lines: object) -> Route:
    if not isinstance(lines, list) or not lines:
        raise InputError(english("a line has no coordinates"))
    for one in lines:
        if not isinstance(one, list) or not 2 <= len(one) <= MOST_CORNERS:
            raise InputError(english("a line has 2 to {most} positions", most=MOST_CORNERS))
    return Route(tuple(map(on_grid, points_of([[_point(one) for one in line] for line in lines]))))


def _ring(polygon: object) -> list[Point]:
    if not isinstance(polygon, list) or len(polygon) != 1 or not isinstance(polygon[0], list):
        raise InputError(english("an area is one ring; areas with holes are not read"))
    if not 4 <= len(polygon[0]) <= MOST_CORNERS + 1:
        raise InputError(
            english("a ring has {n} positions; give 4 to {most}", n=len(polygon[0]), most=MOST_CORNERS + 1)
        )  # fmt: skip
    ring = [_point(one) for one in polygon[0]]
    if ring[0] != ring[-1]:
        raise InputError(english("a ring does not end where it begins"))
    return ring


def _point(value: object) -> Point:
    if not isinstance(value, list) or not 2 <= len(value) <= 3:
        raise InputError(english("a position is longitude and latitude"))
    x, y = map(_number, value[:2])
    Position(y, x)
    return x, y


def _position(value: object) -> Position:
    x, y = _point(value)
    return on_grid(Position(y, x))


def _number(value: object) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e9:
        return float(value)
    raise InputError(english("{value} is not a number", value=repr(value)[:40]))


def _metres(properties: Object, name: str) -> float | None:
    return None if properties.get(name) is None else _number(properties[name])


def _moment(properties: Object, name: str) -> datetime | None:
    value = properties.get(name)
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(value)
        return moment.astimezone(UTC) if moment.tzinfo else _no_moment(value)
    except (TypeError, ValueError, OverflowError):
        _no_moment(value)


def _no_moment(value: object) -> NoReturn:
    raise InputError(
        english("{value} is no moment; write UTC, such as 2026-11-26T09:00:00Z", value=repr(value)[:40])
    )  # fmt: skip
