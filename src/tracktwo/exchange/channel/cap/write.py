"""An alert as XML."""

from collections.abc import Iterator
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from tracktwo.channel.sphere import Circle, Polygon, Position
from tracktwo.exchange.channel.cap.alert import NAMESPACE, Alert, Info, Place
from tracktwo.exchange.paper.xml_text import xml_text

KILOMETRES_IN_MILE = 1.852
Parts = Iterator[tuple[str, "str | Parts"]]
"""Elements in their order: a name, and text or the elements within."""


def write_cap(alert: Alert) -> str:
    """The XML of an alert, elements in the order of the schema; what has no value is left out.

    Source: OASIS Common Alerting Protocol 1.2 (2010), 3.4.
    """
    body = "".join(_lines(_alert(alert), 1))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<alert xmlns="{NAMESPACE}">\n{body}</alert>\n'


def cap_moment(moment: datetime) -> str:
    """A moment in UTC as the protocol writes it: with an offset, never Z.

    >>> cap_moment(datetime(2026, 11, 2, 12, tzinfo=UTC))
    '2026-11-02T12:00:00-00:00'
    """
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S}-00:00"


def listed(words: tuple[str, ...]) -> str:
    """Words in one element, parted by blanks; those with blanks in quotation marks."""
    return " ".join(f'"{one}"' if " " in one else one for one in words)


def _lines(parts: Parts, depth: int) -> Iterator[str]:
    for name, value in parts:
        if isinstance(value, str):
            if value:
                yield f"{'  ' * depth}<{name}>{escape(xml_text(value))}</{name}>\n"
        else:
            yield f"{'  ' * depth}<{name}>\n"
            yield from _lines(value, depth + 1)
            yield f"{'  ' * depth}</{name}>\n"


def _alert(alert: Alert) -> Parts:
    yield "identifier", alert.identifier
    yield "sender", alert.sender
    yield "sent", cap_moment(alert.sent)
    yield "status", alert.status
    yield "msgType", alert.type
    yield "scope", alert.scope
    yield "restriction", alert.restriction
    yield "addresses", listed(alert.addresses)
    yield from (("code", one) for one in alert.codes)
    yield "note", alert.note
    yield "references", " ".join(f"{a},{b},{cap_moment(c)}" for a, b, c in alert.references)
    yield "incidents", listed(alert.incidents)
    yield from (("info", _info(one)) for one in alert.infos)


def _info(info: Info) -> Parts:
    yield "language", info.language
    yield "category", info.category
    yield "event", info.event
    yield "urgency", info.urgency
    yield "severity", info.severity
    yield "certainty", info.certainty
    yield "onset", cap_moment(info.onset) if info.onset else ""
    yield "expires", cap_moment(info.expires) if info.expires else ""
    yield "senderName", info.sender_name
    yield "headline", info.headline
    yield "description", info.description
    yield from (("parameter", iter((("valueName", a), ("value", b)))) for a, b in info.parameters)
    yield from (("area", _place(one)) for one in info.places)


def _place(place: Place) -> Parts:
    yield "areaDesc", place.words
    yield from (("polygon", _polygon(one)) for one in place.shapes if isinstance(one, Polygon))
    yield from (("circle", _circle(one)) for one in place.shapes if isinstance(one, Circle))
    yield "altitude", "" if place.altitude is None else f"{place.altitude:.0f}"
    yield "ceiling", "" if place.ceiling is None else f"{place.ceiling:.0f}"


def _polygon(polygon: Polygon) -> str:
    """Corners, the first once more at the end."""
    return " ".join(map(_pair, (*polygon.corners, polygon.corners[0])))


def _circle(circle: Circle) -> str:
    return f"{_pair(circle.centre)} {circle.radius * KILOMETRES_IN_MILE:.5f}"


def _pair(position: Position) -> str:
    """Latitude and longitude."""
    return f"{position.latitude:.6f},{position.longitude:.6f}"
