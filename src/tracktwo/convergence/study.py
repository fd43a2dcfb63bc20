"""All that is asked of talks at once: what can be agreed, how firmly, what would improve on the table."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracktwo._typing import Progress, silent
from tracktwo.convergence.exaggeration import Exaggeration, exaggeration
from tracktwo.convergence.firmness import Firmness, firmness
from tracktwo.convergence.result import Agreement
from tracktwo.convergence.search import EFFORT, MOST_POINTS, search
from tracktwo.convergence.talks import Talks
from tracktwo.convergence.trades import Trades, trades
from tracktwo.errors import OptionError


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices a study was made with; `k` is the least number of experts a figure may rest on."""

    k: int
    points: int | None
    seed: int
    effort: float


@dataclass(frozen=True)
class Study:
    """What was found; `trades` is None where nothing lies on the table.

    It holds every side's points: it is for whoever convenes the talks. `seen_by` says what a side
    may see.
    """

    talks: Talks
    agreement: Agreement
    firmness: Firmness
    exaggeration: tuple[Exaggeration, ...]
    trades: Trades | None
    settings: Settings


def study(
    talks: Talks,
    *,
    table: Sequence[str] | None = None,
    k: int = 3,
    points: int | None = MOST_POINTS,
    draws: int | None = None,
    seed: int = 0,
    effort: float = EFFORT,
    progress: Progress = silent,
) -> Study:
    """Search, see how firm Nash's package is, what exaggerating brings, and trades on the table.

    `effort` is the deterministic time of each of the four. Raises `OptionError` for an option that
    does not fit.
    """
    if k < 1:
        raise OptionError(f"k is {k}; it must be 1 or more")
    on_table = None if table is None else trades(talks, table, effort=effort)
    found = search(talks, points=points, effort=effort, progress=progress)
    firm = firmness(talks, draws=draws, seed=seed, effort=effort, progress=progress)
    told = exaggeration(talks, found, effort=effort, progress=progress)
    return Study(talks, found, firm, told, on_table, Settings(k, points, seed, effort))
