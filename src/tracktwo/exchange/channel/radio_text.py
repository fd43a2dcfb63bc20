"""Text as coast stations and aeronautical offices send it: capital letters, figures and few signs."""

import re
from datetime import datetime

from tracktwo.channel.messages import date_time_group, read_date_time_group
from tracktwo.errors import InputError
from tracktwo.locale import english

LARGEST = 20_000
"""Characters of a warning or notice: many times what can be broadcast."""
_SENT = re.compile(r"[A-Z0-9 \-?:().,'=/+\"]*")


def radio_text(text: str) -> str:
    """A text in capital letters with single blanks; `InputError` where a sign in it cannot be sent.

    Source: International Telegraph Alphabet No. 2, which teleprinters and NAVTEX receivers print.

    >>> radio_text("Firing  of missiles.")
    'FIRING OF MISSILES.'
    """
    capital = " ".join(text.upper().split())
    if not _SENT.fullmatch(capital):
        wrong = next(sign for sign in capital if not _SENT.fullmatch(sign))
        raise InputError(
            english(
                "{sign} cannot be sent; warnings and notices are in English, in capital letters, figures and - ? : ( ) . , ' = / +",
                sign=repr(wrong),
            )
        )
    return capital


def lines_of(text: str) -> list[str]:
    """The lines of a warning or notice that are not blank, as radio text; `InputError` where it is too long."""
    if len(text) > LARGEST:
        raise InputError(
            english(
                "the text has {n} characters; one warning or notice has {largest} at most",
                n=len(text),
                largest=LARGEST,
            )
        )
    return [line for line in map(radio_text, text.splitlines()) if line]


def utc_words(moment: datetime) -> str:
    """A moment as warnings write it; what is less than a minute is cut off.

    >>> from datetime import UTC
    >>> utc_words(datetime(2026, 12, 1, 8, 0, tzinfo=UTC))
    '010800 UTC DEC 26'
    """
    group = date_time_group(moment)
    return f"{group[:6]} UTC {group[7:10]} {group[10:]}"


def read_utc_words(text: str) -> datetime:
    """The moment that such words mean, in this century; `InputError` where they mean none.

    >>> read_utc_words("010800 UTC DEC 26").isoformat()
    '2026-12-01T08:00:00+00:00'
    """
    return read_date_time_group(text.replace(" UTC ", "Z", 1))
