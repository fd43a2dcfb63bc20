"""Places of messages as maps and tables: what they tell, and that they come back the same."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from math import cos, pi, sin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.channel.drawn import MINUTES, polygons, positions
from tests.exchange.channel.messages import AN, EN, NW, PN, message
from tracktwo.channel.messages import Type
from tracktwo.channel.sphere import Circle, Polygon, Position, Route
from tracktwo.channel.sphere.position import distance
from tracktwo.errors import InputError
from tracktwo.exchange.channel.places import (
    Placed,
    geojson_in,
    geojson_of,
    placed_in,
    places_to_csv,
    read_geojson,
    read_places_csv,
)

AREA = Polygon(tuple(map(Position.from_imo, PN["areas"][0]["polygon"])))
START, END = datetime(2026, 12, 1, 8, tzinfo=UTC), datetime(2026, 12, 2, 16, tzinfo=UTC)
metres = st.none() | st.floats(-12_000, 100_000).map(lambda value: round(value, 2))
texts = st.text(st.characters(blacklist_categories=["C", "Z"]), max_size=12)


@st.composite
def placed(draw) -> Placed:
    start, end = sorted(draw(st.lists(MINUTES, min_size=2, max_size=2)))
    where = draw(
        st.one_of(
            positions(),
            st.builds(Circle, positions(), st.integers(1, 2000).map(lambda n: n / 10)),
            polygons().map(Polygon),
            st.lists(positions(), min_size=2, max_size=5, unique=True).map(tuple).map(Route),
        )
    )
    told = [draw(texts) for _ in range(5)]
    return Placed(
        "m" + told[0],
        *told[1:4],
        where=where,
        title=told[4],
        start=draw(st.sampled_from([None, start])),
        end=draw(st.sampled_from([None, end])),
        lower=draw(metres),
        upper=draw(metres),
        certainty=draw(st.sampled_from(["", "located", "reported"])),
    )


def corners(one: Placed) -> object:
    """A place without the corner where its ring begins and the direction in which it goes."""
    if not isinstance(one.where, Polygon):
        return one
    listed = [Position(p.latitude, 180) if p.longitude == -180 else p for p in one.where.corners]
    first = listed.index(min(listed, key=lambda p: (p.latitude, p.longitude)))
    turned = listed[first:] + listed[:first]
    if (turned[1].latitude, turned[1].longitude) > (turned[-1].latitude, turned[-1].longitude):
        turned = turned[:1] + turned[:0:-1]
    return replace(one, where=Position(0, 0)), tuple(turned)


def test_notification_tells_each_of_its_areas() -> None:
    first, second = placed_in([message("CHINA-EX-PN 0001/26", PN)])

    assert first == Placed(
        "CHINA-EX-PN 0001/26", "PN", "CHINA", "exercise", AREA, "MODEL SEA 26", START, END, -50, 3000, "reported"
    )  # fmt: skip
    assert second.id == "CHINA-EX-PN 0001/26#2"
    assert second.where == Circle(Position(20, 113.75), 2.5)


def test_phases_with_areas_of_their_own_are_told_one_by_one() -> None:
    phase = {"phase": "active", "start": "2026-12-01T09:00:00Z", "end": "2026-12-01T10:00:00Z"}
    fields = PN | {"phases": [phase | {"areas": [PN["areas"][1]]}, phase | {"phase": "recovery"}]}

    told = placed_in([message("CHINA-EX-PN 0001/26", fields)])

    assert [(one.where, one.start.hour) for one in told] == [
        (Circle(Position(20, 113.75), 2.5), 9),
        (AREA, 9),
        (Circle(Position(20, 113.75), 2.5), 9),
    ]


def test_notices_and_encounters_are_placed() -> None:
    hazard, notice, met = (
        placed_in([message(f"NATO-EX-{kind} 0001/26", fields)])
        for kind, fields in (("NW", NW), ("AN", AN), ("EN", EN))
    )

    assert [one.where for one in hazard][:1] == [Position(19, 113)]
    assert len(hazard) == 3
    assert [(one.where, one.lower, one.upper) for one in notice] == [
        (Circle(Position(21.5, 113.75), 10), 0, 9144)
    ]
    assert [(one.where, one.start, one.title) for one in met] == [
        (Position.from_imo(EN["position"]), datetime(2026, 11, 20, 10, 14, tzinfo=UTC), "")
    ]


def test_what_is_replaced_or_taken_back_is_not_told() -> None:
    first = message("NATO-EX-NW 0001/26", NW)
    update = message("NATO-EX-NW 0002/26", NW, type=Type.UPDATE, refs=["NATO-EX-NW 0001/26"])
    cancel = message("NATO-EX-NW 0003/26", {}, type=Type.CANCEL, refs=["NATO-EX-NW 0002/26"])

    assert {one.id[:18] for one in placed_in([first, update])} == {"NATO-EX-NW 0002/26"}
    assert placed_in([first, update, cancel]) == ()


def test_map_is_what_the_standard_asks() -> None:
    told = json.loads(geojson_of(placed_in([message("CHINA-EX-PN 0001/26", PN)])))

    area, circle = told["features"]
    assert told["type"] == "FeatureCollection"
    assert area == {
        "type": "Feature",
        "id": "CHINA-EX-PN 0001/26",
        "geometry": {
            "type": "Polygon",
            "coordinates": [[[113.75, 21.0], [114.25, 21.0], [114.25, 21.5], [113.75, 21.5], [113.75, 21.0]]],
        },
        "properties": {
            "kind": "PN",
            "office": "CHINA",
            "status": "exercise",
            "title": "MODEL SEA 26",
            "start": "2026-12-01T08:00:00Z",
            "end": "2026-12-02T16:00:00Z",
            "lower_metres": -50.0,
            "upper_metres": 3000.0,
            "certainty": "reported",
        },
    }  # fmt: skip
    ring = circle["geometry"]["coordinates"][0]
    assert circle["properties"]["radius_nm"] == 2.5
    assert {round(distance(Position(20, 113.75), Position(y, x)), 4) for x, y in ring} == {2.5}
    assert sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) > 0


@settings(max_examples=80, deadline=None)
@given(told=st.lists(placed(), max_size=3))
def test_every_map_comes_back(told: list[Placed]) -> None:
    read = read_geojson(geojson_of(told))

    assert list(map(corners, read)) == list(map(corners, told))


@settings(max_examples=80, deadline=None)
@given(told=st.lists(placed(), min_size=1, max_size=3))
def test_every_table_comes_back(told: list[Placed], tmp_path_factory) -> None:
    path = tmp_path_factory.mktemp("table") / "places.csv"
    path.write_text(places_to_csv(told), encoding="utf-8")

    assert list(read_places_csv(path)) == told


def feature(**changed: object) -> str:
    whole = {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [1, 2]},
        "properties": {},
    }
    return json.dumps({"type": "FeatureCollection", "features": [whole | changed]})


def ring(*points: object) -> str:
    return feature(geometry={"type": "Polygon", "coordinates": [list(points)]})


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "this is not JSON; export it again"),
        ("[" * 100_000, "this is not JSON; export it again"),
        ('{"a": NaN}', "this is not JSON; export it again"),
        ("[1]", "this is no FeatureCollection of GeoJSON"),
        ('{"type": "Feature"}', "this is no FeatureCollection of GeoJSON"),
        (feature(geometry=None), "feature 1: an object is missing"),
        (feature(geometry={"type": "MultiPoint", "coordinates": []}), "feature 1: only points, lines and polygons are read"),
        (feature(geometry={"type": "LineString", "coordinates": []}), "feature 1: a line has 2 to 200 positions"),
        (feature(geometry={"type": "MultiLineString", "coordinates": [[[179, 0], [180, 0]], [[-180, 1], [-179, 0]]]}), "feature 1: the parts of a route do not join along the antimeridian; draw it as one"),
        (feature(geometry={"type": "Point", "coordinates": [1]}), "feature 1: a position is longitude and latitude"),
        (feature(geometry={"type": "Point", "coordinates": [1, True]}), "feature 1: True is not a number"),
        (feature(geometry={"type": "Point", "coordinates": [1, 91]}), "feature 1: 91.0, 1.0 is no position; latitudes go from -90 to 90, longitudes from -180 to 180"),
        (feature(geometry={"type": "MultiPolygon", "coordinates": []}), "feature 1: a polygon has no coordinates"),
        (ring([0, 0], [1, 0], [0, 0]), "feature 1: a ring has 3 positions; give 4 to 201"),
        (ring([0, 0], [1, 0], [1, 1], [0, 1]), "feature 1: a ring does not end where it begins"),
        (ring([0, 0], [1, 1], [1, 0], [0, 1], [0, 0]), "feature 1: the edges from corner 1 and from corner 3 cross; list the corners in order around the area"),
        (feature(geometry={"type": "Polygon", "coordinates": [[], []]}), "feature 1: an area is one ring; areas with holes are not read"),
        (feature(properties={"kind": 7}), "feature 1: property kind is no text"),
        (feature(properties={"start": "noon"}), "feature 1: 'noon' is no moment; write UTC, such as 2026-11-26T09:00:00Z"),
        (feature(properties={"radius_nm": 5000, "centre": [1, 2]}), "feature 1: a circle has a radius of 5000.0 nautical miles; it must be 0 to 2700"),
    ],
)  # fmt: skip
def test_what_is_no_map_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(InputError) as refused:
        read_geojson(text)

    assert str(refused.value) == sentence


def test_map_with_too_many_corners_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(geojson_in, "MOST_POSITIONS", 300)
    round_ = [[10 + cos(pi * n / 100), sin(pi * n / 100)] for n in range(200)]
    one = json.loads(ring(*round_, round_[0]))
    whole = json.dumps(one | {"features": one["features"] * 2})

    with pytest.raises(InputError, match="the areas have more than 300 corners; split the file"):
        read_geojson(whole)


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["type", "coordinates", "radius_nm", "centre"]), inner),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(geometry=json_values, properties=json_values)
def test_any_json_is_read_or_refused(geometry: object, properties: object) -> None:
    try:
        read = read_geojson(feature(geometry=geometry, properties=properties))
    except InputError:
        return
    assert len(read) == 1


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("m,PN,NATO,exercise,circle,01-00N 001-00E,,", "line 2: radius_nm is empty; write a number"),
        ("m,PN,NATO,exercise,line,01-00N 001-00E,,", "line 2: a place is a point or a circle with one position, or a polygon or a route with several"),
        ("m,PN,NATO,exercise,point,here,,", "line 2: 'here' is no position; write degrees and minutes with leading zeros, such as 05-30.0S 120-15.5W"),
        ("m,PN,NATO,exercise,point,01-00N 001-00E,noon,", "line 2: 'noon' is no moment; write UTC, such as 2026-11-26T09:00:00Z"),
        ("m,PN,NATO,exercise,point,01-00N 001-00E,0001-01-01T00:00:00+23:59,", "line 2: '0001-01-01T00:00:00+23:59' is no moment; write UTC, such as 2026-11-26T09:00:00Z"),
    ],
)  # fmt: skip
def test_what_is_no_row_is_refused(row: str, sentence: str, tmp_path) -> None:
    path = tmp_path / "places.csv"
    path.write_text(f"id,kind,office,status,shape,positions,start,radius_nm\n{row}\n")

    with pytest.raises(InputError) as refused:
        read_places_csv(path)

    assert str(refused.value) == f"{path}, {sentence}"
