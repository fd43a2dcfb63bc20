"""What a mark is in words: its place, when it counts, how high or deep, how its place is known."""

from datetime import UTC, datetime
from math import isinf
from typing import Final

from tracktwo.channel.kinds import KINDS
from tracktwo.channel.picture.mark import Certainty, Mark, Where
from tracktwo.channel.picture.marks import TITLES
from tracktwo.channel.sphere import Circle, Polygon, Position
from tracktwo.locale import Words, english, said

CERTAINTIES: Final = {
    Certainty.LOCATED: english("LOCATED"),
    Certainty.REPORTED: english("REPORTED"),
}


def title_in_words(mark: Mark, words: Words) -> str:
    """What the thing is called: a name as it was given, a choice in the reader's language."""
    kind = KINDS.get(mark.kind)
    choices = [one.choices for one in kind.fields if one.name in TITLES] if kind else []
    return next((said(one[mark.title], words) for one in choices if mark.title in one), mark.title)


def positions_of(where: Where) -> tuple[str, ...]:
    """The positions that make a place, as warnings write them."""
    if isinstance(where, Position):
        return (where.imo(),)
    if isinstance(where, Circle):
        return (where.centre.imo(),)
    return tuple(
        one.imo() for one in (where.corners if isinstance(where, Polygon) else where.points)
    )


def shape_in_words(where: Where, words: Words) -> str:
    """What the positions are of; empty for a position alone."""
    if isinstance(where, Circle):
        return words.gettext("circle of {miles} NM around", miles=f"{where.radius:g}")
    if isinstance(where, Polygon):
        return words.gettext("polygon with the corners")
    return "" if isinstance(where, Position) else words.gettext("route along")


def place_in_words(where: Where, words: Words) -> str:
    """The whole place in a line.

    >>> from tracktwo.locale import translator
    >>> place_in_words(Circle(Position(12.75, 50.25), 40), translator("en"))
    'circle of 40 NM around 12-45.00N 050-15.00E'
    """
    return " ".join([shape_in_words(where, words), words.phrases(positions_of(where))]).strip()


def time_in_words(mark: Mark, words: Words) -> str:
    """When it counts, in UTC."""
    if mark.since is None:
        return ""
    start = _moment(mark.since)
    if mark.is_event:
        return words.gettext("{time} UTC", time=start)
    if mark.until is None:
        return words.gettext("from {start} UTC until further notice", start=start)
    return words.gettext("{start} to {end} UTC", start=start, end=_moment(mark.until))


def band_in_words(lower: float | None, upper: float | None, words: Words) -> str:
    """From how deep or high to how high; empty where nothing is told. Digits are the same in all languages."""
    low, high = _metres(lower), _metres(upper)
    if low and high:
        return words.gettext("{lower} to {upper} m", lower=low, upper=high)
    if low:
        return words.gettext("from {lower} m up", lower=low)
    return words.gettext("up to {upper} m", upper=high) if high else ""


def _metres(metres: float | None) -> str:
    return "" if metres is None or isinf(metres) else f"{metres:.0f}"


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M}"
