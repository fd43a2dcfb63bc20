"""An alert of the Common Alerting Protocol 1.2, as far as it is used here."""

from dataclasses import dataclass
from datetime import datetime

from tracktwo.channel.sphere import Circle, Polygon

NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2"


@dataclass(frozen=True, slots=True)
class Place:
    """An `area`: words for it, shapes, and from `altitude` to `ceiling` in feet above the sea."""

    words: str
    shapes: tuple[Circle | Polygon, ...] = ()
    altitude: float | None = None
    ceiling: float | None = None


@dataclass(frozen=True, slots=True)
class Info:
    """An `info`: what is told, in one language; `parameters` are names and values for programs."""

    language: str
    event: str
    category: str
    urgency: str
    severity: str = "Unknown"
    certainty: str = "Unknown"
    onset: datetime | None = None
    expires: datetime | None = None
    sender_name: str = ""
    headline: str = ""
    description: str = ""
    parameters: tuple[tuple[str, str], ...] = ()
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Alert:
    """The envelope and what is told. Words such as `Exercise` are those of the protocol.

    `references` are sender, identifier and time of other alerts.

    Source: OASIS Common Alerting Protocol 1.2 (2010), 3.2.
    """

    identifier: str
    sender: str
    sent: datetime
    status: str
    type: str
    scope: str
    restriction: str = ""
    addresses: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    note: str = ""
    references: tuple[tuple[str, str, datetime], ...] = ()
    incidents: tuple[str, ...] = ()
    infos: tuple[Info, ...] = ()
