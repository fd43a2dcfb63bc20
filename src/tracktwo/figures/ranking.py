"""What is shared, what divides and what is misjudged, strongest first: what figures and findings tell."""

from dataclasses import dataclass
from itertools import combinations

from tracktwo.analysis.result import Analysis, MetaPerception, Perception, StatementFigures
from tracktwo.figures.sides import Side, Standing, sides_of, standings
from tracktwo.votes.intervals import difference_interval

HIDING = {"hidden_disagreement": 0, "hidden_agreement": 1}
"""Classes that an error of perception hides, the more dangerous first."""


@dataclass(frozen=True, eq=False)
class Common:
    """How far a statement is common ground.

    `direction`: 1 where all agree, -1 where all reject. `score`: lower bound of the share of the
    side that goes along least. `firm`: each side's majority is beyond what chance explains.
    `apparent`: a majority of those who answered on every side.
    """

    figures: StatementFigures
    standings: tuple[Standing, ...]
    direction: int
    score: float
    firm: bool
    apparent: bool


@dataclass(frozen=True, eq=False)
class Division:
    """The two sides furthest apart on a statement and their difference with its interval.

    `real` where the interval excludes the smallest effect of interest; `opposed` where one side's
    majority agrees and the other's disagrees.
    """

    figures: StatementFigures
    standings: tuple[Standing, ...]
    highest: Standing
    lowest: Standing
    gap: float
    low: float
    high: float
    real: bool
    opposed: bool


def common_ground(analysis: Analysis) -> tuple[Common, ...]:
    """Every statement all sides answered, by shared ground: what all support or all reject."""
    sides = sides_of(analysis)
    found = [_common(figures, sides, analysis.settings.level) for figures in analysis.statements]
    return tuple(sorted((one for one in found if one), key=lambda c: (not c.firm, -c.score)))


def divisions(analysis: Analysis) -> tuple[Division, ...]:
    """Every statement two sides answered, the clearest difference first."""
    sides, settings = sides_of(analysis), analysis.settings
    answered = (standings(figures, sides, settings.level) for figures in analysis.statements)
    pairs = zip(analysis.statements, answered, strict=True)
    found = [_division(f, stood, settings.smallest_effect) for f, stood in pairs if len(stood) > 1]
    return tuple(sorted(found, key=lambda d: -d.low))


def misjudgements(analysis: Analysis) -> tuple[Perception, ...]:
    """Claims that a side is wrong about another: first what it hides, the surest error first.

    A disagreement nobody expects leads, because people act on it; then agreements nobody sees; then
    errors that leave the picture right.
    """
    claims = (one for one in analysis.perceptions if one.misperceived and one.of != one.about)
    return tuple(sorted(claims, key=lambda one: (HIDING.get(one.kind, len(HIDING)), surest(one))))


def self_misjudgements(analysis: Analysis) -> tuple[Perception, ...]:
    """Claims that a side is wrong about itself, the surest error first."""
    claims = (one for one in analysis.perceptions if one.misperceived and one.of == one.about)
    return tuple(sorted(claims, key=surest))


def surest(one: Perception | MetaPerception) -> float:
    """Sorts by the distance of the error's interval from no error, the farthest first."""
    return -max(one.low or 0.0, -(one.high or 0.0), 0.0)


def _common(figures: StatementFigures, sides: tuple[Side, ...], level: float) -> Common | None:
    stood = standings(figures, sides, level)
    if not sides or len(stood) < len(sides):
        return None
    agreed = figures.shared_ground
    rejected = figures.shared_rejection
    agreed = min(s.low for s in stood) if agreed is None else agreed
    rejected = min(1 - s.high for s in stood) if rejected is None else rejected
    direction = 1 if agreed >= rejected else -1
    firm = all(s.lean == direction for s in stood)
    apparent = all(s.majority == direction for s in stood)
    return Common(figures, stood, direction, max(agreed, rejected), firm, apparent)


def _division(figures: StatementFigures, stood: tuple[Standing, ...], smallest: float) -> Division:
    apart = [_between(*pair) for pair in combinations(stood, 2)]
    highest, lowest, low, high = max(apart, key=lambda found: found[2])
    opposed = highest.majority > 0 > lowest.majority
    gap = highest.value - lowest.value
    return Division(figures, stood, highest, lowest, gap, low, high, low > smallest, opposed)


def _between(one: Standing, other: Standing) -> tuple[Standing, Standing, float, float]:
    up, down = (one, other) if one.value >= other.value else (other, one)
    low, high = difference_interval(up.value, up.low, up.high, down.value, down.low, down.high)
    return up, down, float(low), float(high)
