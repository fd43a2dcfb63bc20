"""What binds the calendar of a roadmap, as JSON in its row and as the library's values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from tracktwo.roadmap import Blackout, Conventions, Hours, Place, Roadmap, Seat

JSON = dict[str, Any]
Names = Mapping[str, str]


@dataclass(frozen=True)
class Frame:
    """Places, offices, times without meetings, names of countries, conventions."""

    places: tuple[Place, ...] = ()
    offices: tuple[Seat, ...] = ()
    blackouts: tuple[Blackout, ...] = ()
    countries: Mapping[str, Names] = field(default_factory=dict)
    conventions: Conventions = field(default_factory=Conventions)

    @classmethod
    def of(cls, roadmap: Roadmap) -> "Frame":
        """The frame of a roadmap."""
        return cls(
            roadmap.places,
            roadmap.seats,
            roadmap.blackouts,
            roadmap.countries,
            roadmap.conventions,
        )


def frame_document(frame: Frame) -> JSON:
    """A frame as plain dicts and lists."""
    return {
        "places": [_place(one) for one in frame.places],
        "offices": [_office(one) for one in frame.offices],
        "blackouts": [_blackout(one) for one in frame.blackouts],
        "countries": {code: dict(names) for code, names in frame.countries.items()},
        "conventions": _conventions(frame.conventions),
    }


def frame_from(told: JSON) -> Frame:
    """The frame in a document that `frame_document` made."""
    return Frame(
        tuple(Place(**one) for one in told.get("places", ())),
        tuple(_seat_from(one) for one in told.get("offices", ())),
        tuple(_blackout_from(one) for one in told.get("blackouts", ())),
        told.get("countries", {}),
        _conventions_from(told["conventions"]) if "conventions" in told else Conventions(),
    )


def _place(one: Place) -> JSON:
    return {
        "id": one.id,
        "country": one.country,
        "zone": one.zone,
        "party": one.party,
        "rooms": one.rooms,
        "names": dict(one.names),
    }


def _office(one: Seat) -> JSON:
    return {
        "office": one.office,
        "party": one.party,
        "stream": one.stream,
        "zone": one.zone,
        "country": one.country,
        "names": dict(one.names),
        "hours": str(one.hours) if one.hours else None,
        "address": one.address,
    }


def _seat_from(told: JSON) -> Seat:
    hours = Hours.parse(told["hours"]) if told["hours"] else None
    return Seat(**told | {"hours": hours})


def _blackout(one: Blackout) -> JSON:
    return {
        "id": one.id,
        "first": one.first.isoformat(),
        "last": one.last.isoformat(),
        "names": dict(one.names),
        "parties": list(one.parties),
        "streams": list(one.streams),
        "source": one.source,
    }


def _blackout_from(told: JSON) -> Blackout:
    days = {name: date.fromisoformat(told[name]) for name in ("first", "last")}
    ids = {name: _ids(told[name]) for name in ("parties", "streams")}
    return Blackout(**told | days | ids)


def _conventions(one: Conventions) -> JSON:
    return {
        "gap": one.gap,
        "apart": dict(one.apart),
        "travel": one.travel,
        "hours": str(one.hours),
        "begins": one.begins.isoformat(),
        "review": one.review,
    }


def _conventions_from(told: JSON) -> Conventions:
    hours, begins = Hours.parse(told["hours"]), time.fromisoformat(told["begins"])
    return Conventions(**told | {"hours": hours, "begins": begins})


def _ids(told: Iterable[str]) -> tuple[str, ...]:
    return tuple(told)
