"""An alert read from XML: nothing in it is expanded or fetched, and every word is one of the protocol's."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from tracktwo.channel.sphere import Circle, Polygon, Position
from tracktwo.errors import InputError
from tracktwo.exchange.channel.cap.alert import NAMESPACE, Alert, Info, Place
from tracktwo.exchange.channel.cap.write import KILOMETRES_IN_MILE
from tracktwo.exchange.channel.places.placed import on_grid
from tracktwo.exchange.influence.xml_tree import Element, read_xml
from tracktwo.exchange.text import bytes_at
from tracktwo.locale import english

LARGEST = 2_000_000
"""Bytes of a file: many times what an alert holds."""
MOST_CORNERS = 200
WORDS = {
    "status": ("Actual", "Exercise", "System", "Test", "Draft"),
    "msgType": ("Alert", "Update", "Cancel", "Ack", "Error"),
    "scope": ("Public", "Restricted", "Private"),
    "category": ("Geo", "Met", "Safety", "Security", "Rescue", "Fire", "Health", "Env", "Transport", "Infra", "CBRNE", "Other"),
    "urgency": ("Immediate", "Expected", "Future", "Past", "Unknown"),
    "severity": ("Extreme", "Severe", "Moderate", "Minor", "Unknown"),
    "certainty": ("Observed", "Likely", "Possible", "Unlikely", "Unknown"),
}  # fmt: skip
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d", re.ASCII)
_LISTED = re.compile(r'"([^"]*)"|(\S+)')


def read_cap(path: Path) -> Alert:
    """The alert in a file; `InputError` with the line where it is damaged or says what cannot be.

    A file that declares a DOCTYPE is refused, so no entity can grow or fetch. Of several categories the
    first is kept; what is not used here (resources, codes of events, instructions) is passed over.
    """
    raw = bytes_at(path)
    if len(raw) > LARGEST:
        raise InputError(english("the file is larger than 2 MB; no alert is"), file=path)
    root = read_xml(path)
    if root.tag != "alert" or NAMESPACE.encode() not in raw:
        raise InputError(english("this is no alert of the Common Alerting Protocol 1.2"), file=path)
    return _Reading(path).alert(root)


class _Reading:
    """Elements of one file, and where they stand in it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def refuse(self, element: Element, message: str) -> InputError:
        return InputError(message, file=self.path, line=element.line)

    def text(self, element: Element, tag: str) -> str:
        found = element.first(tag)
        return found.text.strip() if found else ""

    def needed(self, element: Element, tag: str) -> str:
        text = self.text(element, tag)
        if not text:
            raise self.refuse(element, english("{tag} is missing or empty", tag=tag))
        return text

    def word(self, element: Element, tag: str) -> str:
        text = self.needed(element, tag)
        if text not in WORDS[tag]:
            raise self.refuse(
                element,
                english("{tag} is {value}; it is one of {known}", tag=tag, value=repr(text[:40]), known=", ".join(WORDS[tag])),
            )  # fmt: skip
        return text

    def moment(self, element: Element, text: str) -> datetime:
        try:
            if _MOMENT.fullmatch(text):
                return datetime.fromisoformat(text).astimezone(UTC)
        except (ValueError, OverflowError):
            pass
        raise self.refuse(
            element,
            english("{value} is no moment; write such as 2026-11-26T09:00:00-00:00", value=repr(text[:40])),
        )  # fmt: skip

    def optional_moment(self, element: Element, tag: str) -> datetime | None:
        text = self.text(element, tag)
        return self.moment(element, text) if text else None

    def alert(self, root: Element) -> Alert:
        return Alert(
            identifier=self.needed(root, "identifier"),
            sender=self.needed(root, "sender"),
            sent=self.moment(root, self.needed(root, "sent")),
            status=self.word(root, "status"),
            type=self.word(root, "msgType"),
            scope=self.word(root, "scope"),
            restriction=self.text(root, "restriction"),
            addresses=_parted(self.text(root, "addresses")),
            codes=tuple(one.text.strip() for one in root.every("code")),
            note=self.text(root, "note"),
            references=tuple(self.references(root)),
            incidents=_parted(self.text(root, "incidents")),
            infos=tuple(map(self.info, root.every("info"))),
        )

    def references(self, root: Element) -> Iterator[tuple[str, str, datetime]]:
        for one in self.text(root, "references").split():
            parts = one.split(",")
            if len(parts) != 3:
                raise self.refuse(
                    root,
                    english("{value} is no reference; write sender, identifier and time with commas between", value=repr(one[:80])),
                )  # fmt: skip
            yield parts[0], parts[1], self.moment(root, parts[2])

    def info(self, element: Element) -> Info:
        return Info(
            language=self.text(element, "language") or "en-US",
            event=self.needed(element, "event"),
            category=self.word(element, "category"),
            urgency=self.word(element, "urgency"),
            severity=self.word(element, "severity"),
            certainty=self.word(element, "certainty"),
            onset=self.optional_moment(element, "onset"),
            expires=self.optional_moment(element, "expires"),
            sender_name=self.text(element, "senderName"),
            headline=self.text(element, "headline"),
            description=self.text(element, "description"),
            parameters=tuple(
                (self.text(one, "valueName"), self.text(one, "value"))
                for one in element.every("parameter")
            ),
            places=tuple(map(self.place, element.every("area"))),
        )

    def place(self, element: Element) -> Place:
        try:
            polygons = [_polygon(one.text) for one in element.every("polygon")]
            circles = [_circle(one.text) for one in element.every("circle")]
        except InputError as error:
            raise self.refuse(element, error.message) from None
        return Place(
            words=self.needed(element, "areaDesc"),
            shapes=(*polygons, *circles),
            altitude=self.feet(element, "altitude"),
            ceiling=self.feet(element, "ceiling"),
        )

    def feet(self, element: Element, tag: str) -> float | None:
        text = self.text(element, tag)
        return _number(text) if text else None


def _parted(text: str) -> tuple[str, ...]:
    return tuple(one[1] or one[2] for one in _LISTED.finditer(text))


def _polygon(text: str) -> Polygon:
    pairs = text.split()
    if not 4 <= len(pairs) <= MOST_CORNERS + 1 or pairs[0] != pairs[-1]:
        raise InputError(english("a polygon has three corners or more and ends where it begins"))
    return Polygon(tuple(map(_position, pairs[:-1])))


def _circle(text: str) -> Circle:
    pair, _, radius = text.strip().partition(" ")
    return Circle(_position(pair), round(_number(radius) / KILOMETRES_IN_MILE, 4))


def _position(text: str) -> Position:
    latitude, _, longitude = text.partition(",")
    return on_grid(Position(_number(latitude), _number(longitude)))


def _number(text: str) -> float:
    if not re.fullmatch(r"\s*-?[0-9]{1,7}(\.[0-9]{1,20})?\s*", text):
        raise InputError(english("{value} is not a number", value=repr(text[:40])))
    return float(text)
