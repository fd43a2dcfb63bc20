"""Meetings and the offices that sit in them: seats, never names of persons."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from itertools import chain
from typing import Literal

from tracktwo.dialogue import in_language
from tracktwo.roadmap.items import STREAMS, Stream

Format = Literal["in person", "virtual"]
FORMATS: tuple[Format, ...] = ("in person", "virtual")

LEVELS = ("experts", "working", "senior", "political")
"""Who meets, lowest first: experts, staff, directors and generals, ministers and their like."""


@dataclass(frozen=True, slots=True)
class Hours:
    """When a seat can decently be asked to sit, in its own local time.

    >>> str(Hours.parse("08:00-20:00"))
    '08:00-20:00'
    """

    opens: time = time(8)
    closes: time = time(20)

    @classmethod
    def parse(cls, text: str) -> "Hours":
        """Read `HH:MM-HH:MM`; `ValueError` where it cannot be."""
        opens, closes = (time.fromisoformat(one.strip()) for one in text.split("-"))
        if opens >= closes:
            raise ValueError(text)
        return cls(opens, closes)

    def __str__(self) -> str:
        return f"{self.opens:%H:%M}-{self.closes:%H:%M}"


@dataclass(frozen=True, slots=True)
class Seat:
    """An office that takes part: its side, time zone and the country whose holidays it keeps.

    `office` is the id, `names` what it is called by language. `country` is an ISO code of two letters:
    a delegation abroad keeps its own country's holidays and is at home where its time zone is.
    `address` is a mailbox of the office, for invitations, and may be empty.
    """

    office: str
    party: str
    stream: Stream = "diplomatic"
    zone: str = "UTC"
    country: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    hours: Hours | None = None
    address: str = ""

    def name(self, language: str = "en") -> str:
        """The office's name in a language, else in another, else its id."""
        return in_language(self.names, language) or self.office


@dataclass(frozen=True, slots=True)
class Length:
    """How long a meeting lasts: some hours of one day, or whole days one after another.

    >>> str(Length.parse("2d")), Length.parse("3h").days
    ('2d', 1)
    """

    days: int = 1
    hours: float | None = None

    @classmethod
    def parse(cls, text: str) -> "Length":
        """Read `3h`, `1.5h` or `2d`; `ValueError` where it cannot be."""
        number, unit = text.strip()[:-1], text.strip()[-1:].lower()
        if unit == "d" and 1 <= int(number) <= 14:
            return cls(days=int(number))
        if unit == "h" and 0 < float(number) <= 12:
            return cls(hours=float(number))
        raise ValueError(text)

    def __str__(self) -> str:
        return f"{self.days}d" if self.hours is None else f"{self.hours:g}h"


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting to be placed in the calendar.

    `host` is a side, or empty where either may host. `place` is a place of the roadmap, or empty: then
    the host's own. `series` is the name of a row of meetings that follow each other as they are listed and
    whose hosts alternate. `earliest` and `latest` bound its first day. `papers_due` counts the days
    before it by which papers are sent round. `prepared_by` is the Track II meeting that lies before,
    at least `gap` days; `after` are other meetings that must be over. `required` and `optional` are
    offices. `day` fixes the first day: it was held then, or has been promised.
    """

    id: str
    names: Mapping[str, str] = field(default_factory=dict)
    stream: Stream = "diplomatic"
    level: str = "working"
    format: Format = "in person"
    host: str = ""
    series: str = ""
    language: str = ""
    length: Length = Length()
    place: str = ""
    earliest: date | None = None
    latest: date | None = None
    day: date | None = None
    agenda: Mapping[str, str] = field(default_factory=dict)
    papers_due: int = 0
    prepared_by: str = ""
    gap: int | None = None
    after: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    outcome: Mapping[str, str] = field(default_factory=dict)

    def name(self, language: str = "en") -> str:
        """The meeting's name in a language, else in another, else its id."""
        return in_language(self.names, language) or self.id

    @property
    def is_virtual(self) -> bool:
        return self.format == "virtual"


def what_is_wrong_with_meeting(meeting: Meeting) -> str:
    """What cannot be meant by a meeting taken by itself, in one sentence; empty where all is well.

    >>> what_is_wrong_with_meeting(Meeting("m1", required=("a",), optional=("a",)))
    "office 'a' is both required and optional in meeting 'm1'; keep one"
    """
    return next(chain(_wrongs(meeting), _wrong_offices(meeting)), "")


def _wrongs(meeting: Meeting) -> Iterator[str]:
    for name, value, known in (
        ("stream", meeting.stream, STREAMS),
        ("level", meeting.level, LEVELS),
        ("format", meeting.format, FORMATS),
    ):
        if value not in known:
            yield f"{name} {value!r} is not known; write {', '.join(known)}"
    if meeting.is_virtual and meeting.length.hours is None:
        yield f"meeting {meeting.id!r} is virtual and lasts days; give hours, such as 3h"
    if meeting.earliest and meeting.latest and meeting.latest < meeting.earliest:
        yield f"meeting {meeting.id!r} has its latest day before its earliest; correct one of them"
    if not meeting.required:
        yield f"nobody is required in meeting {meeting.id!r}; name the offices that must be there"
    if meeting.papers_due < 0 or (meeting.gap or 0) < 0:
        yield f"meeting {meeting.id!r} counts days below 0; write days before the meeting"


def _wrong_offices(meeting: Meeting) -> Iterator[str]:
    for office in meeting.required:
        if office in meeting.optional:
            yield f"office {office!r} is both required and optional in meeting {meeting.id!r}; keep one"
    for office in (*meeting.required, *meeting.optional):
        if (*meeting.required, *meeting.optional).count(office) > 1:
            yield f"office {office!r} stands twice in meeting {meeting.id!r}; keep one"
