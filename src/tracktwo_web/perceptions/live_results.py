"""What the live page of an open consultation says, in words and figures."""

from dataclasses import dataclass
from functools import cached_property

from tracktwo_web.perceptions.paper import Asked, Paper, PaperSide
from tracktwo_web.perceptions.tally import NO_SIDE, Counts, Published


@dataclass(frozen=True)
class Line:
    """Published answers of a side to a statement; `side` is None for people without one."""

    side: PaperSide | None
    counts: Counts

    @property
    def n(self) -> int:
        return sum(self.counts.values())

    @property
    def agree(self) -> float:
        return self._share(1.0)

    @property
    def disagree(self) -> float:
        return self._share(-1.0)

    @property
    def passed(self) -> float:
        return self._share(0.0)

    @property
    def mean(self) -> float:
        return sum(value * n for value, n in self.counts.items()) / self.n

    @property
    def agree_width(self) -> str:
        """The bar's length, for an SVG attribute."""
        return f"{100 * self.agree:.1f}%"

    def _share(self, value: float) -> float:
        return self.counts.get(value, 0) / self.n


@dataclass(frozen=True)
class LiveResult:
    """A statement with a line for each side whose answers are published."""

    question: Asked
    lines: tuple[Line, ...]
    hidden: tuple[PaperSide, ...]
    """Sides of which too few have answered."""

    @cached_property
    def gap(self) -> float:
        """How far apart the sides' shares of agreement are."""
        shares = [line.agree for line in self.lines if line.side]
        return max(shares) - min(shares)

    @property
    def compares(self) -> bool:
        return self.question.scale.is_vote and not self.hidden


@dataclass(frozen=True)
class LiveResults:
    """All statements in the paper's order, and the two that say most about the sides."""

    results: tuple[LiveResult, ...]
    answers: int
    """Published ones."""

    @property
    def furthest(self) -> LiveResult | None:
        """Where the sides are furthest apart, if they can be compared and differ at all."""
        found = max(self._compared, key=lambda one: one.gap, default=None)
        return found if found and found.gap else None

    @property
    def nearest(self) -> LiveResult | None:
        """What most people of every side agree with."""
        found = max(self._compared, key=_least_agreement, default=None)
        return found if found and _least_agreement(found) > 0.5 else None

    @property
    def _compared(self) -> list[LiveResult]:
        return [one for one in self.results if one.compares]


def live_results(paper: Paper, state: Published) -> LiveResults:
    """What is published of each statement."""
    results = tuple(_result(question, paper, state) for question in paper.asked)
    return LiveResults(results, sum(line.n for one in results for line in one.lines))


def _least_agreement(result: LiveResult) -> float:
    return min(line.agree for line in result.lines if line.side)


def _result(question: Asked, paper: Paper, state: Published) -> LiveResult:
    lines = (
        Line(side, state.counts(question.id, [code]))
        for code, side in (*((side.code, side) for side in paper.sides), (NO_SIDE, None))
    )
    shown = tuple(line for line in lines if line.counts)
    told = {line.side.code for line in shown if line.side}
    hidden = tuple(side for side in paper.sides if side.code not in told)
    return LiveResult(question, shown, hidden)
