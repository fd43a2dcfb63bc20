"""A calendar that was written as a document, read again: where its meetings were, to move as few as can be."""

import json
from datetime import date, datetime
from os import PathLike
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from tracktwo.errors import InputError
from tracktwo.exchange.text import read_bytes
from tracktwo.roadmap import Calendar, Roadmap, Slot


def read_calendar(path: str | PathLike[str], roadmap: Roadmap) -> Calendar:
    """The calendar in a document of `schedule_to_json`, for `repair` with a roadmap that may have changed since.

    Meetings that the roadmap no longer has are kept: `repair` says that they are gone. Raises
    `InputError` where the file is no such document, or one of another roadmap.

    >>> read_calendar("nowhere.json", Roadmap("r", date(2022, 3, 1), date(2022, 3, 31)))
    Traceback (most recent call last):
    tracktwo.errors.InputError: nowhere.json: there is no such file; check the path
    """
    file = Path(path)
    if not file.is_file():
        raise InputError("there is no such file; check the path", file=file)
    told = _document(file)
    if told["id"] != roadmap.id:
        message = f"this calendar is of roadmap {told['id']!r} and not of {roadmap.id!r}; name one of the same roadmap"
        raise InputError(message, file=file)
    try:
        slots = tuple(_slot(one, roadmap) for one in told["meetings"])
    except (KeyError, TypeError, ValueError):
        raise InputError(_NONE_OF_OURS, file=file) from None
    return Calendar(roadmap, "feasible", slots)


_NONE_OF_OURS = "this is no calendar; name a file that `tracktwo schedule --json` wrote"


def _document(file: Path) -> dict[str, Any]:
    try:
        told = json.loads(read_bytes(file).decode("utf-8-sig"))
    except ValueError:
        raise InputError(_NONE_OF_OURS, file=file) from None
    if not isinstance(told, dict) or not {"id", "meetings", "status"} <= told.keys():
        raise InputError(_NONE_OF_OURS, file=file)
    return told


def _slot(one: dict[str, Any], roadmap: Roadmap) -> Slot:
    zone = ZoneInfo(roadmap.place[one["place"]].zone if one["place"] in roadmap.place else "UTC")
    start, end = (datetime.fromisoformat(one[name]).astimezone(zone) for name in ("start", "end"))
    days = date.fromisoformat(one["day"]), date.fromisoformat(one["last"])
    return Slot(one["id"], *days, one["host"], one["place"], start, end)
