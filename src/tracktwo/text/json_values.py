"""Values out of a JSON document, each of the kind that is asked for, or a TypeError."""

from collections.abc import Mapping
from datetime import UTC, datetime


def as_text(value: object) -> str:
    """A text.

    >>> as_text("shall")
    'shall'
    """
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def as_text_or_none(value: object) -> str | None:
    """A text, or nothing at all."""
    return None if value is None else as_text(value)


def as_whole(value: object) -> int:
    """A whole number; JSON's true and false are none."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"{value!r} is no whole number")
    return value


def as_yes_or_no(value: object) -> bool:
    """JSON's true or false."""
    if not isinstance(value, bool):
        raise TypeError(f"{value!r} is neither true nor false")
    return value


def as_texts(values: Mapping[str, object]) -> dict[str, str]:
    """Texts by name, such as those of a unit by language."""
    return {as_text(key): as_text(value) for key, value in values.items()}


def as_moment(value: object) -> datetime:
    """A moment written in ISO 8601 with its time zone, in UTC.

    >>> moment_text(as_moment("2026-03-02T17:00:00+08:00"))
    '2026-03-02T09:00:00Z'
    """
    moment = datetime.fromisoformat(as_text(value))
    if moment.utcoffset() is None:
        raise ValueError(f"{value!r} has no time zone")
    return moment.astimezone(UTC)


def moment_text(moment: datetime) -> str:
    """A moment that has a time zone, in UTC and ISO 8601."""
    if moment.utcoffset() is None:
        raise ValueError(f"{moment.isoformat()} has no time zone")
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
