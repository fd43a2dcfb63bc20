"""A navigational warning as its eight elements, every text as it is sent."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tracktwo.channel.sphere import Polygon, Position
from tracktwo.errors import InputError
from tracktwo.exchange.channel.radio_text import radio_text
from tracktwo.exchange.channel.turning import clockwise_from_north_west
from tracktwo.locale import english

MOST_CORNERS = 200
LONGEST_POSITION = len("07-08.12N 039-17.12W")
_SERIES = re.compile(r"(?P<series>[A-Z][A-Z0-9 \-]{0,38}[A-Z0-9]) (?P<number>[0-9]{3,6})/(?P<year>[0-9]{2})")  # fmt: skip
_RADIUS = re.compile(r"[0-9]{1,4}(\.[0-9]{1,6})?")


@dataclass(frozen=True, slots=True)
class Number:
    """Element 1: a series and the warning's number in it, which starts anew each year.

    >>> str(Number.read("NAVAREA XI 007/26"))
    'NAVAREA XI 0007/26'
    """

    series: str
    number: int
    year: int

    @classmethod
    def read(cls, text: str) -> "Number":
        """`InputError` where a text is no series and number."""
        found = _SERIES.fullmatch(text)
        if not found:
            raise InputError(
                english(
                    "{text} is no series and number of a warning; write such as NAVAREA XI 0007/26",
                    text=repr(text[:60]),
                )
            )
        return cls(found["series"], int(found["number"]), 2000 + int(found["year"]))

    def __str__(self) -> str:
        return f"{self.series} {self.number:04d}/{self.year % 100:02d}"


class Seen(StrEnum):
    """How a position is known. Only what a hydrographic survey confirmed is LOCATED (element 6)."""

    LOCATED = "LOCATED"
    REPORTED = "REPORTED"


@dataclass(frozen=True, slots=True)
class Spots:
    """One position or several, each as exact as it was written."""

    positions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bounded:
    """A polygon's corners, put in order: clockwise from the north-west one."""

    corners: tuple[str, ...]

    def __post_init__(self) -> None:
        if len(self.corners) > MOST_CORNERS:
            raise InputError(
                english("an area has {n} corners; give {most} at most", n=len(self.corners), most=MOST_CORNERS)
            )  # fmt: skip
        positions = tuple(map(Position.from_imo, self.corners))
        Polygon(positions)
        ordered = tuple(self.corners[place] for place in clockwise_from_north_west(positions))
        object.__setattr__(self, "corners", ordered)


@dataclass(frozen=True, slots=True)
class Around:
    """A circle: a radius in nautical miles, in figures, around a position."""

    centre: str
    miles: str

    def __post_init__(self) -> None:
        if not _RADIUS.fullmatch(self.miles):
            raise InputError(
                english(
                    "{miles} is no radius; write nautical miles in figures, such as 5 or 2.5",
                    miles=repr(self.miles[:20]),
                )
            )


Place = Spots | Bounded | Around


@dataclass(frozen=True, slots=True)
class NavigationalWarning:
    """A warning: hazard and place at the least (5 and 6), the other elements where they are known.

    `charts` are element 4; `seen` says how the places of element 6 are known; `start` and `end` open
    element 7, `remarks` are its other lines. `cancels` and `cancel_at` are element 8: warnings that this
    one takes back, and when it takes back itself. Exercises say so on the first line and the last.

    `InputError` for a text that cannot be sent.
    """

    number: Number
    subject: str
    places: tuple[Place, ...]
    seen: Seen | None = None
    general_area: str = ""
    locality: str = ""
    charts: tuple[str, ...] = ()
    start: datetime | None = None
    end: datetime | None = None
    remarks: tuple[str, ...] = ()
    cancels: tuple[Number, ...] = ()
    cancel_at: datetime | None = None
    is_exercise: bool = False

    def __post_init__(self) -> None:
        if not self.subject:
            raise InputError(english("the warning does not say what the hazard is; name it"))
        if self.locality and not self.general_area:
            raise InputError(
                english("the warning names a locality and no general area; name that too")
            )
        for text in (self.subject, self.general_area, self.locality, *self.charts, *self.remarks):
            if radio_text(text) != text:
                raise InputError(
                    english(
                        "{text} is not in capital letters with single blanks", text=repr(text[:60])
                    )
                )


def position_words(text: str) -> str:
    """A position as it stands in a warning, no more exact than 0.01 minute; `InputError` for what is none.

    >>> position_words("07-08N, 039-17W"), position_words("07-08.123N 039-17.000W")
    ('07-08N 039-17W', '07-08.12N 039-17.00W')
    """
    words = " ".join(text.replace(",", " ").split())
    position = Position.from_imo(words)
    return position.imo() if len(words) > LONGEST_POSITION else words
