"""What a dialogue has come to, as values: all that its joint report is made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tracktwo.analysis.result import Analysis
from tracktwo.convergence import Study as Talks
from tracktwo.convergence.shared import Shared
from tracktwo.dialogue import Party, in_language
from tracktwo.influence import Contrast
from tracktwo.influence import Study as MapStudy
from tracktwo.locale import LANGUAGES
from tracktwo.locale.plain import plain
from tracktwo.risk import Assessment
from tracktwo.roadmap import Calendar, Roadmap
from tracktwo.roadmap.chronology import Chronology
from tracktwo.text.negotiation import Negotiation


@dataclass(frozen=True, slots=True)
class Author:
    """Somebody who answers for the report: the side, what the seat is called, and perhaps a name.

    `names` are used only where `consents` is True; None means that the person has not been asked or
    has not answered yet.

    >>> Author("nato", {"en": "Head of delegation"}, "A. Name").shown("en")
    'Head of delegation'
    """

    party: str
    seat: Mapping[str, str]
    name: str = ""
    consents: bool | None = None

    def shown(self, language: str) -> str:
        """The author as it consents to be named; "" where not even a seat is to be told."""
        seat = plain(in_language(self.seat, language))
        if not (self.consents and self.name):
            return seat
        return f"{plain(self.name)} ({seat})" if seat else plain(self.name)


@dataclass(frozen=True)
class Map:
    """A map studied, and what sets apart those of two sides."""

    study: MapStudy
    contrast: Contrast | None = None


@dataclass(frozen=True)
class Plan:
    """A roadmap, and the calendar that fits everybody: None where none was made."""

    roadmap: Roadmap
    calendar: Calendar | None = None


@dataclass(frozen=True)
class Material:
    """All that a dialogue has come to; None where it has not come to a thing.

    `k` is the least number of people that a figure may rest on; figures here hold that already.
    `reviewed` are the languages in which the report was reviewed by somebody who speaks them.
    """

    title: Mapping[str, str]
    note: Mapping[str, str] = field(default_factory=dict)
    parties: tuple[Party, ...] = ()
    languages: tuple[str, ...] = LANGUAGES
    k: int = 3
    analysis: Analysis | None = None
    map: Map | None = None
    risks: Assessment | None = None
    talks: Talks | None = None
    """Every side’s points: for each side’s own brief alone."""
    cooperation: Shared | None = None
    """What all may hold of them."""
    negotiation: Negotiation | None = None
    plan: Plan | None = None
    chronology: Chronology | None = None
    authors: tuple[Author, ...] = ()
    reviewed: tuple[str, ...] = ()

    @property
    def sides(self) -> tuple[str, ...]:
        """The ids of the sides."""
        return tuple(one.id for one in self.parties)

    def names(self, language: str) -> dict[str, str]:
        """How each side is called."""
        return {one.id: plain(one.name(language)) for one in self.parties}
