"""What an analysis finds, as values: the shapes that figures, reports and the JSON document read.

A figure that rests on fewer than k people is None here already: nothing after this point can leak
it. Shares and intervals are between 0 and 1; ratings are on their own scale.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from tracktwo._typing import Floats, Ints
from tracktwo.dialogue import Party, Statement
from tracktwo.perceptions.result import Class, MetaPair, MetaPerception, Pair, Perception

__all__ = [
    "Analysis",
    "Class",
    "Cohesion",
    "Group",
    "Grouping",
    "MetaPair",
    "MetaPerception",
    "Pair",
    "Participants",
    "Perception",
    "PolisFigures",
    "Representative",
    "Settings",
    "SideFigures",
    "StatementFigures",
]


@dataclass(frozen=True, eq=False)
class Participants:
    """One row a participant: `ids`, party and group code (-1: none), number of answers, position.

    `position` and `position_se` are (n, dimensions) on a scale with mean 0 and variance 1 over
    participants; nan where someone answered too little (source: `opinion.ideal_point`).
    """

    ids: tuple[str, ...]
    party: Ints
    group: Ints
    answers: Ints
    position: Floats
    position_se: Floats


@dataclass(frozen=True)
class Grouping:
    """How participants were grouped and how far that can be trusted.

    `stability` is the mean adjusted Rand index between these groups and those of resampled people
    (1: the same every time; None where it makes no sense). `supported` is False where the data do
    not ask for groups; `reason` then says why, as a key of `reports.phrases`.
    """

    method: Literal["model", "polis", "parties", "file"]
    k: int
    stability: float | None
    supported: bool
    reason: str = ""


@dataclass(frozen=True)
class Group:
    """A group and its size; `size` is None in all groups where one has fewer than k people."""

    id: str
    size: int | None


@dataclass(frozen=True)
class SideFigures:
    """What one side or group answered to one statement.

    Votes: counts and `share` (of all its answers, passes included, that agree) with its interval.
    Ratings: `mean` with its interval; counts are None. All None where `n` is below k.
    """

    n: int | None
    agree: int | None
    disagree: int | None
    passes: int | None
    share: float | None
    mean: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True)
class PolisFigures:
    """Polis's own figures for a statement, given the groups (source: `opinion.polis`)."""

    group_aware_consensus: float | None
    extremity: float | None
    priority: float | None


@dataclass(frozen=True)
class StatementFigures:
    """Everything about one statement.

    `shared_ground`: lower bound of the agreeing share in the side (or group, where there are no
    sides) that supports it least; None where a side has too few answers. `shared_rejection`: the
    same for disagreeing. `bridging`: intercept of the Community Notes model; high when people who
    usually differ both agree. Where one side has fewer than k answers, whatever adds the sides up or
    compares them is None: `n`, `bridging` and the groups' figures (see `suppression`).
    """

    statement: Statement
    n: int | None
    by_party: Mapping[str, SideFigures]
    by_group: Mapping[str, SideFigures]
    shared_ground: float | None
    shared_rejection: float | None
    bridging: float | None
    polis: PolisFigures


@dataclass(frozen=True)
class Representative:
    """A statement that sets a group (or side) apart from the rest, in its own majority's direction.

    `effect`: its share in that direction minus the rest's, with interval; `q`: false discovery
    rate at which it is called (Benjamini-Hochberg over every group, statement and direction).
    """

    group: str
    statement: str
    direction: Literal["agree", "disagree"]
    effect: float
    low: float
    high: float
    q: float


@dataclass(frozen=True)
class Cohesion:
    """How united a side is on a statement.

    `rice` = |agree - disagree| / (agree + disagree), None for ratings. `agreement_index`
    (Hix, Noury & Roland 2005) counts passes as a third camp; for ratings it is van der Eijk's
    agreement A. `low`, `high` bound the agreement index, `rice_low`, `rice_high` the Rice index.
    """

    party: str
    statement: str
    n: int
    rice: float | None
    rice_low: float | None
    rice_high: float | None
    agreement_index: float
    low: float
    high: float


@dataclass(frozen=True)
class Settings:
    """The choices an analysis was made with: enough to make it again.

    `dimensions` of the ideal-point map (Polis's has two); `orientation`: the rule that says what
    lies to its right, empty for the default.
    """

    groups: str
    map: Literal["ideal-point", "polis"]
    seed: int
    smallest_effect: float
    false_discovery_rate: float
    level: float
    dimensions: int = 1
    orientation: str = ""


@dataclass(frozen=True, eq=False)
class Analysis:
    """The whole result of `tracktwo.analyse`.

    `meta_perceptions` and `meta_pairs` are empty where nobody was asked what others expect of them.
    """

    title: Mapping[str, str]
    note: Mapping[str, str]
    languages: tuple[str, ...]
    k: int
    settings: Settings
    parties: tuple[Party, ...]
    participants: Participants
    grouping: Grouping
    groups: tuple[Group, ...]
    statements: tuple[StatementFigures, ...]
    representative: tuple[Representative, ...]
    party_representative: tuple[Representative, ...]
    perceptions: tuple[Perception, ...]
    pairs: tuple[Pair, ...]
    cohesion: tuple[Cohesion, ...]
    meta_perceptions: tuple[MetaPerception, ...] = ()
    meta_pairs: tuple[MetaPair, ...] = ()

    @property
    def has_votes_only(self) -> bool:
        return all(figures.statement.scale.is_vote for figures in self.statements)

    def statement(self, id: str) -> StatementFigures:  # noqa: A002 -- the field is called id
        return next(figures for figures in self.statements if figures.statement.id == id)
