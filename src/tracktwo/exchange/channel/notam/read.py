"""A notice read from its text: ours, and what aeronautical offices write."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime

from tracktwo.errors import InputError
from tracktwo.exchange.channel.navarea.words import EXERCISE
from tracktwo.exchange.channel.notam.notice import Action, Notam, NotamNumber
from tracktwo.exchange.channel.notam.qualifiers import Qualifiers
from tracktwo.exchange.channel.radio_text import lines_of
from tracktwo.locale import english

_HEAD = re.compile(r"\(?(?P<number>[A-Z][0-9]{4}/[0-9]{2}) NOTAM(?P<action>[NRC])(?: (?P<about>[A-Z][0-9]{4}/[0-9]{2}))?")  # fmt: skip
_ITEM = re.compile(r"(?<!\S)(?P<letter>[QA-G])\)")
_ORDER = "QABCDEFG"
_FREE = "DE"
_END = re.compile(r"(?P<moment>[0-9]{10})(?P<estimated> ?EST)?|PERM")


def read_notam(text: str) -> Notam:
    r"""The notice that a text is; `InputError` where an item is missing or cannot be read.

    >>> told = read_notam(
    ...     "(A0123/26 NOTAMN\nQ) ZXXX/QWMLW/IV/BO/W/000/300/2130N11345E010\n"
    ...     "A) ZXXX B) 2612010800 C) 2612021600\nE) GUN FIRING.\nF) SFC G) FL300)"
    ... )
    >>> told.text, told.upper
    ('GUN FIRING.', 'FL300')
    """
    lines = lines_of(text)
    is_exercise = bool(lines) and lines[0] == EXERCISE
    if is_exercise and (len(lines) < 3 or lines.pop() != EXERCISE):
        raise InputError(
            english(
                "the first line and the last of an exercise are both {words}; one is missing",
                words=EXERCISE,
            )
        )
    head, items = _items("\n".join(lines[is_exercise:]))
    found = _HEAD.fullmatch(" ".join(head.split()))
    if not found:
        raise InputError(
            english(
                "{text} does not begin a notice; write such as A0123/26 NOTAMN, or A0124/26 NOTAMR A0123/26",
                text=repr(head[:40]),
            )
        )
    number, action = NotamNumber.read(found["number"]), Action(found["action"])
    end, is_estimated = _end(items, number, action)
    return Notam(
        number=number,
        action=action,
        about=NotamNumber.read(found["about"]) if found["about"] else None,
        qualifiers=Qualifiers.read(_needed(items, "Q", number)),
        places=tuple(_needed(items, "A", number).split()),
        start=_moment(_needed(items, "B", number)),
        end=end,
        is_estimated=is_estimated,
        schedule=items.get("D", ""),
        text=_needed(items, "E", number),
        lower=items.get("F", ""),
        upper=items.get("G", ""),
        is_exercise=is_exercise,
    )


def _items(text: str) -> tuple[str, dict[str, str]]:
    """What stands before the items, and each item by its letter: they come in a fixed order.

    In a text or schedule, a letter that should have come before is a part of the words.
    """
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1]
    marks: list[re.Match[str]] = []
    for mark in _ITEM.finditer(text):
        letter = mark["letter"]
        if not marks or _ORDER.index(letter) > _ORDER.index(marks[-1]["letter"]):
            marks.append(mark)
        elif marks[-1]["letter"] not in _FREE:
            raise InputError(
                english(
                    "item {letter} stands behind item {other}; the order is Q, A to G",
                    letter=letter,
                    other=marks[-1]["letter"],
                )
            )
    if not marks:
        return text, {}
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    items = {
        mark["letter"]: text[mark.end() : end].strip()
        for mark, end in zip(marks, ends, strict=True)
    }
    return text[: marks[0].start()], items


def _needed(items: Mapping[str, str], letter: str, number: NotamNumber) -> str:
    if not items.get(letter):
        raise InputError(english("{number} has no item {letter}", number=number, letter=letter))
    return items[letter]


def _end(
    items: Mapping[str, str], number: NotamNumber, action: Action
) -> tuple[datetime | None, bool]:
    if action is Action.CANCEL and "C" not in items:
        return None, False
    text = _needed(items, "C", number)
    found = _END.fullmatch(text)
    if not found:
        raise InputError(_no_moment(text))
    return (
        (_moment(found["moment"]), bool(found["estimated"])) if found["moment"] else (None, False)
    )


def _moment(text: str) -> datetime:
    """Year, month, day, hour and minute in UTC, two figures each."""
    if len(text) == 10 and text.isascii() and text.isdigit():
        year, month, day, hour, minute = (int(text[n : n + 2]) for n in range(0, 10, 2))
        try:
            return datetime(2000 + year, month, day, hour, minute, tzinfo=UTC)
        except ValueError:
            pass
    raise InputError(_no_moment(text))


def _no_moment(text: str) -> str:
    return english(
        "{text} is no moment of a notice; write year, month, day, hour and minute in UTC, such as 2612010800",
        text=repr(text[:40]),
    )
