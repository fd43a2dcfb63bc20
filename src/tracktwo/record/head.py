"""Where a log ends: its name, the place of its last entry, and that entry's hash.

A head is small enough to be read out, printed below a communiqué or sent by another channel. Who
knows a head can find that a copy ends before it, which no copy shows by itself.
"""

import re
from dataclasses import dataclass

from tracktwo.errors import OptionError, RecordError
from tracktwo.locale import english

LONGEST_NAME = 64
_LOG = re.compile(r"(?P<party>[A-Za-z0-9_-]+)(\.(?P<number>[2-9]|[1-9][0-9]+))?")
_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a log, or of what somebody has seen of it. Raises `RecordError` for odd values.

    >>> str(Head("nato", 3, 64 * "a"))[:14]
    'nato:3:aaaaaaa'
    """

    log: str
    seq: int
    hash: str

    def __post_init__(self) -> None:
        """Refuse what names no place in a log."""
        require_log(self.log)
        require_seq(self.seq)
        require_hash(self.hash, english("the hash of a head"))

    def __str__(self) -> str:
        """LOG:SEQ:HASH, as `tracktwo record verify --head` takes it."""
        return f"{self.log}:{self.seq}:{self.hash}"


def head_of(text: str) -> Head:
    """The head that a text LOG:SEQ:HASH names; `OptionError` where it names none.

    >>> head_of("nato:3:" + 64 * "a").seq
    3
    """
    try:
        log, seq, digits = text.strip().split(":")
        return Head(log, int(seq), digits.lower())
    except (ValueError, RecordError):
        raise OptionError(
            english("{text} is no head; write LOG:SEQ:HASH, such as nato:3:5f…", text=repr(text))
        ) from None


def party_of(log: str) -> str:
    """The party whose log this is: its name without the number of a log that replaces another.

    >>> party_of("nato"), party_of("nato.2")
    ('nato', 'nato')
    """
    return log.partition(".")[0]


def log_number(log: str) -> int:
    """Which of its party's logs this is, counted from 1.

    >>> log_number("nato"), log_number("nato.2")
    (1, 2)
    """
    return int(log.partition(".")[2] or 1)


def is_replacement(log: str) -> bool:
    """Whether a log takes the place of another one of the same party."""
    return "." in log


def require_log(log: object) -> None:
    """Refuse what is no name of a log."""
    if not (isinstance(log, str) and _LOG.fullmatch(log) and len(log) <= LONGEST_NAME):
        raise RecordError(
            english(
                "the log is called {name}; write the party's code in letters, digits, - and _, at most {n}, and .2 behind it for a second log",
                name=repr(log),
                n=LONGEST_NAME,
            )
        )


def require_seq(seq: object) -> None:
    """Refuse what is no place in a log."""
    if type(seq) is not int or seq < 1:
        raise RecordError(english("seq is {seq}; entries are counted from 1 on", seq=repr(seq)))


def require_hash(digits: object, what: str) -> None:
    """Refuse what is no SHA-256 in hexadecimal."""
    if not (isinstance(digits, str) and _HASH.fullmatch(digits)):
        raise RecordError(
            english(
                "{what} is {digits}; a hash is 64 digits 0-9 and a-f",
                what=what,
                digits=repr(digits),
            )
        )
