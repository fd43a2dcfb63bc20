"""Messages that several formats are tried with."""

from datetime import UTC, datetime
from typing import Any

from tracktwo.channel.messages import Message, MessageId, Precedence, Scope, Status, Type

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
POLYGON = {"polygon": ["21-30N 113-45E", "21-30N 114-15E", "21-00N 114-15E", "21-00N 113-45E"]}
CIRCLE = {"circle": {"centre": "20-00.00N 113-45.00E", "miles": "2.5"}}


def words(text: str, **others: str) -> dict[str, Any]:
    """Words written in English, with reviewed translations."""
    states = dict.fromkeys(others, "reviewed")
    return {"origin": "en", "texts": {"en": text, **others}, "states": states}


NW = {
    "series": "NAVAREA XI",
    "number": 7,
    "year": 2026,
    "general_area": "SOUTH CHINA SEA",
    "locality": "EAST OF THE MODEL BANK",
    "charts": ["BA 1261", "INT 550"],
    "subject": "gunnery",
    "certainty": "reported",
    "positions": ["19-00N 113-00E"],
    "areas": [POLYGON, CIRCLE],
    "start": "2026-12-01T08:00:00Z",
    "end": "2026-12-02T16:00:00Z",
    "remarks": words("WIDE BERTH REQUESTED\nSURFACE TO 3000 METRES"),
    "cancels": ["NAVAREA XI 0005/26"],
    "cancel_at": "2026-12-02T17:00:00Z",
}
AN = {
    "series": "A",
    "number": 123,
    "year": 2026,
    "fir": "ZXXX",
    "code": "QWMLW",
    "traffic": "IV",
    "purpose": "BO",
    "scope": "W",
    "lower": 0,
    "upper": 300,
    "centre": "21-30N 113-45E",
    "radius_miles": 10,
    "locations": ["ZXXX"],
    "start": "2026-12-01T08:00:00Z",
    "end": "2026-12-02T16:00:00Z",
    "end_is": "estimated",
    "schedule": "DAILY 0800-1600",
    "text": words("GUN FIRING"),
    "lower_limit": "SFC",
    "upper_limit": "FL300",
}
PN = {
    "designation": "MODEL SEA 26",
    "purpose": words("Search and rescue at sea", zh="海上搜救"),
    "states": ["China"],
    "organising_level": "Fleet",
    "commanding_level": "Flotilla",
    "start": "2026-12-01T08:00:00Z",
    "end": "2026-12-02T16:00:00Z",
    "personnel": 900,
    "ships": [{"type": "frigate", "number": 2}],
    "area_name": "MODEL BANK",
    "areas": [POLYGON, CIRCLE],
    "lower_metres": -50,
    "upper_metres": 3000,
}
EN = {
    "own_unit": "surface",
    "other_unit": "surface",
    "time": "2026-11-20T10:14:00Z",
    "position": "21-12.50N 114-02.00E",
    "closest_metres": 450,
    "communications": [{"channel": "VHF 16", "answered": True, "language": "en"}],
    "weapons_trained": False,
    "assessment": "unusual",
}


def message(id_: str, fields: dict[str, Any], **told: Any) -> Message:
    """A message of an exercise, from one office to the other."""
    office = id_.split("-", maxsplit=1)[0]
    usual = {
        "addressees": ("CHINA",) if office == "NATO" else ("NATO",),
        "status": Status.EXERCISE,
        "type": Type.NEW,
        "precedence": Precedence.PRIORITY,
        "scope": Scope.JOINT_PRIVATE,
        "sent": NOON,
    }
    refs = tuple(map(MessageId.read, told.pop("refs", ())))
    return Message(MessageId.read(id_), fields=fields, **usual | told, refs=refs)
