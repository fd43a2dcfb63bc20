"""A warning as text: each element on a line of its own, in the order of the elements."""

from collections.abc import Iterator

from tracktwo.errors import InputError
from tracktwo.exchange.channel.navarea.read import read_navarea
from tracktwo.exchange.channel.navarea.warning import Around, Bounded, NavigationalWarning, Place
from tracktwo.exchange.channel.navarea.words import AND, BOUNDED, CANCEL, CHARTS, EXERCISE, ITSELF
from tracktwo.exchange.channel.radio_text import utc_words
from tracktwo.locale import english


def write_navarea(warning: NavigationalWarning) -> str:
    """The text of a warning, which reads back as the same; `InputError` where it would not.

    A subject that begins like a chart number, or a remark with a position in it, would be taken for
    another element.

    Source: IMO MSC.1/Circ.1310, 5 and 6.

    >>> from tracktwo.exchange.channel.navarea.warning import Number, Spots
    >>> print(write_navarea(NavigationalWarning(Number("NAVAREA XI", 7, 2026), "DERELICT ADRIFT", (Spots(("21-30N 113-45E",)),))), end="")
    NAVAREA XI 0007/26
    DERELICT ADRIFT.
    IN 21-30N 113-45E.
    """
    text = "".join(f"{line}\n" for line in _lines(warning))
    if not _reads_back(text, warning):
        raise InputError(
            english(
                "a text of {number} would be taken for another element of the warning; word it otherwise",
                number=warning.number,
            )
        )
    return text


def _reads_back(text: str, warning: NavigationalWarning) -> bool:
    try:
        return read_navarea(text) == warning
    except InputError:
        return False


def _lines(warning: NavigationalWarning) -> Iterator[str]:
    if warning.is_exercise:
        yield EXERCISE
    yield str(warning.number)
    if warning.general_area:
        yield f"{warning.general_area}."
    if warning.locality:
        yield f"{warning.locality}."
    if warning.charts:
        yield f"{CHARTS} {', '.join(warning.charts)}."
    yield f"{warning.subject}."
    for n, place in enumerate(warning.places):
        first, *others = _place(place)
        known = f"{warning.seen} " if warning.seen and not n else ""
        yield f"{AND if n else known}{first}"
        yield from others
    yield from _times(warning)
    yield from (f"{remark}." for remark in warning.remarks)
    yield from (f"{CANCEL} {other}." for other in warning.cancels)
    if warning.cancel_at:
        yield f"{ITSELF} {utc_words(warning.cancel_at)}."
    if warning.is_exercise:
        yield EXERCISE


def _place(place: Place) -> Iterator[str]:
    if isinstance(place, Around):
        yield f"WITHIN {place.miles} MILES OF {place.centre}."
    elif isinstance(place, Bounded):
        yield BOUNDED
        yield from _listed(place.corners)
    else:
        first, *others = _listed(place.positions)
        yield f"IN {first}"
        yield from others


def _times(warning: NavigationalWarning) -> Iterator[str]:
    if warning.start and warning.end:
        yield f"FROM {utc_words(warning.start)} TO {utc_words(warning.end)}."
    elif warning.start:
        yield f"FROM {utc_words(warning.start)}."
    elif warning.end:
        yield f"UNTIL {utc_words(warning.end)}."


def _listed(positions: tuple[str, ...]) -> Iterator[str]:
    for n, position in enumerate(positions, 1):
        yield f"{position}{'.' if n == len(positions) else ','}"
