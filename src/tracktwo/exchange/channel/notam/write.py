"""A notice as text, an item or several on a line."""

from collections.abc import Iterator
from datetime import UTC, datetime

from tracktwo.errors import InputError
from tracktwo.exchange.channel.navarea.words import EXERCISE
from tracktwo.exchange.channel.notam.notice import Action, Notam
from tracktwo.exchange.channel.notam.read import read_notam
from tracktwo.locale import english


def write_notam(notam: Notam) -> str:
    """The text of a notice, which reads back as the same; `InputError` where it would not.

    A text with `F)` in it, for one, would end where the next item seems to begin.

    Source: ICAO Annex 15, appendix 3.
    """
    text = "\n".join(_lines(notam)) + "\n"
    if not _reads_back(text, notam):
        raise InputError(
            english(
                "a text of {number} would be taken for another item; word it otherwise",
                number=notam.number,
            )
        )
    return text


def _reads_back(text: str, notam: Notam) -> bool:
    try:
        return read_notam(text) == notam
    except InputError:
        return False


def _lines(notam: Notam) -> Iterator[str]:
    if notam.is_exercise:
        yield EXERCISE
    about = f" {notam.about}" if notam.about else ""
    yield f"({notam.number} NOTAM{notam.action.value}{about}"
    yield f"Q) {notam.qualifiers}"
    yield f"A) {' '.join(notam.places)} B) {_moment(notam.start)}{_end(notam)}"
    if notam.schedule:
        yield f"D) {notam.schedule}"
    limits = f"\nF) {notam.lower} G) {notam.upper}" if notam.lower else ""
    yield f"E) {notam.text}{limits})"
    if notam.is_exercise:
        yield EXERCISE


def _end(notam: Notam) -> str:
    if notam.action is Action.CANCEL:
        return ""
    if notam.end is None:
        return " C) PERM"
    return f" C) {_moment(notam.end)}{' EST' if notam.is_estimated else ''}"


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%y%m%d%H%M}"
