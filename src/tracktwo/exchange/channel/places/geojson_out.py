"""Places as GeoJSON: a feature each, with properties that say the rest."""

import json
from collections.abc import Iterable
from datetime import datetime

from tracktwo.channel.kinds.read_values import moment_json
from tracktwo.channel.picture import Where
from tracktwo.channel.sphere import Circle, Polygon, Position, Route
from tracktwo.exchange.channel.places.circles import around
from tracktwo.exchange.channel.places.lines import lines_of
from tracktwo.exchange.channel.places.placed import Placed
from tracktwo.exchange.channel.places.rings import rings_of
from tracktwo.record.canonical import Json


def geojson_of(places: Iterable[Placed]) -> str:
    """A FeatureCollection, in longitude and latitude of WGS 84.

    A circle is a polygon of 64 corners with its `centre` and `radius_nm` among the properties. Edges
    are arcs of great circles: a program that draws them straight is off by what the arc is bent.

    Source: RFC 7946.
    """
    whole = {"type": "FeatureCollection", "features": [_feature(one) for one in places]}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _feature(one: Placed) -> dict[str, Json]:
    told: dict[str, Json] = {
        "kind": one.kind,
        "office": one.office,
        "status": one.status,
        "title": one.title,
        "start": _moment(one.start),
        "end": _moment(one.end),
        "lower_metres": one.lower,
        "upper_metres": one.upper,
        "certainty": one.certainty,
    }
    if isinstance(one.where, Circle):
        told |= {"centre": _point(one.where.centre), "radius_nm": one.where.radius}
    properties = {name: value for name, value in told.items() if value not in (None, "")}
    return {"type": "Feature", "id": one.id, "geometry": _geometry(one.where), "properties": properties}  # fmt: skip


def _moment(moment: datetime | None) -> str | None:
    return moment_json(moment) if moment else None


def _geometry(where: Where) -> Json:
    if isinstance(where, Position):
        return {"type": "Point", "coordinates": _point(where)}
    if isinstance(where, Circle) and not where.radius:
        return {"type": "Point", "coordinates": _point(where.centre)}
    if isinstance(where, Route):
        lines: list[Json] = [[list(point) for point in line] for line in lines_of(where.points)]
        if len(lines) == 1:
            return {"type": "LineString", "coordinates": lines[0]}
        return {"type": "MultiLineString", "coordinates": lines}
    rings = rings_of(where.corners if isinstance(where, Polygon) else around(where))
    if len(rings) == 1:
        return {"type": "Polygon", "coordinates": [rings[0]]}
    return {"type": "MultiPolygon", "coordinates": [[ring] for ring in rings]}


def _point(position: Position) -> Json:
    return [round(position.longitude, 7), round(position.latitude, 7)]
