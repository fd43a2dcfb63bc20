"""A transparency measure or a norm: what the sides do, bound by what, after which precedent, until when."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from tracktwo.errors import InputError
from tracktwo.locale import english


class Domain(StrEnum):
    """Where a measure applies."""

    MARITIME = "maritime"
    AIR = "air"
    LAND = "land"
    CYBER = "cyber"
    SPACE = "space"
    NUCLEAR = "nuclear_doctrine"
    ARTIFICIAL_INTELLIGENCE = "artificial_intelligence"


class MeasureType(StrEnum):
    """What a measure asks the sides to do."""

    NOTIFY = "notify"
    EXCHANGE = "exchange_data"
    INVITE = "invite"
    REFRAIN = "refrain"
    COMMUNICATE = "communicate"
    CONSULT = "consult"
    VERIFY = "verify"


class Rung(StrEnum):
    """How far a measure goes, from the least on: the ladder from a first contact to an agreement."""

    CONTACT = "contact"
    TEST_CALL = "test_call"
    NOTIFICATION = "notification"
    OBSERVATION = "observation"
    RULES_OF_BEHAVIOUR = "rules_of_behaviour"
    JOINT_REVIEW = "joint_review"
    NORM = "norm"
    AGREEMENT = "agreement"

    @property
    def height(self) -> int:
        """The place on the ladder, from 1."""
        return list(Rung).index(self) + 1


class Bindingness(StrEnum):
    """What a measure binds by."""

    VOLUNTARY = "voluntary"
    POLITICAL = "political"
    LEGAL = "legal"


@dataclass(frozen=True, slots=True)
class Precedent:
    """Where something alike is in force: the instrument, and the article, chapter or paragraph."""

    instrument: str
    article: str = ""


@dataclass(frozen=True, slots=True)
class Suspension:
    """Who has suspended a measure, since when, and why; `until` where it was taken up again."""

    by: str
    since: date
    reason: Mapping[str, str]
    until: date | None = None

    def __post_init__(self) -> None:
        if not any(one.strip() for one in self.reason.values()):
            raise InputError(english("{by} suspends a measure without a reason; say why", by=self.by))  # fmt: skip
        if self.until is not None and self.until < self.since:
            raise InputError(
                english("a suspension ends on {until}, before it began on {since}", until=self.until, since=self.since)
            )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure of the register.

    `names`, `scope`, `reciprocity` and `verification` are texts by language; `cost` is what each side
    says that the measure costs it or gives away, by side and then by language: the register asks, and
    never adds up. `area` is the area of convergence that it serves. `parties` are those who take part.
    """

    id: str
    names: Mapping[str, str]
    domain: Domain
    type: MeasureType
    rung: Rung
    parties: tuple[str, ...]
    bindingness: Bindingness = Bindingness.VOLUNTARY
    area: str = ""
    scope: Mapping[str, str] = field(default_factory=dict)
    precedents: tuple[Precedent, ...] = ()
    cost: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    reciprocity: Mapping[str, str] = field(default_factory=dict)
    verification: Mapping[str, str] = field(default_factory=dict)
    start: date | None = None
    review: date | None = None
    suspensions: tuple[Suspension, ...] = ()

    def __post_init__(self) -> None:
        if not any(one.strip() for one in self.names.values()):
            raise InputError(english("measure {id} has no name; give one", id=repr(self.id)))
        if len(set(self.parties)) < 2:
            raise InputError(english("measure {id} has fewer than two parties", id=repr(self.id)))
        if self.start and self.review and self.review < self.start:
            raise InputError(english("measure {id} is reviewed before it starts", id=repr(self.id)))
        strangers = {*self.cost, *(one.by for one in self.suspensions)} - set(self.parties)
        if strangers:
            raise InputError(
                english("{party} is no party of measure {id}", party=min(strangers), id=repr(self.id))
            )  # fmt: skip

    def suspended_by(self, day: date) -> tuple[Suspension, ...]:
        """Suspensions in force on a day, in their order."""
        return tuple(
            one
            for one in self.suspensions
            if one.since <= day and (one.until is None or day < one.until)
        )
