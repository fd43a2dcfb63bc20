"""What experts see between the rounds, without names, and how far the second round moved."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from tracktwo.risk.estimates import QUANTITIES, Estimate, Estimates, Quantity, of
from tracktwo.risk.four_point import CREDENCE, at_credence

EVERYBODY = ""
"""Stands in the place of a side for all sides together."""


@dataclass(frozen=True, slots=True)
class Feedback:
    """Estimates of a quantity as the group may see them: no names, in order of size.

    `median` and the quartiles are of the best estimates; `intervals` are (low, best, high) of
    everybody at one credence, `comments` what was written, both in an order that says nothing of
    who wrote what. `side` is `EVERYBODY` for all. Where fewer than k estimated, or where a side of
    all could be told from the rest, `n` and the figures are None and the lists empty.
    """

    risk: str
    quantity: Quantity
    side: str
    n: int | None
    median: float | None = None
    lower_quartile: float | None = None
    upper_quartile: float | None = None
    intervals: tuple[tuple[float, float, float], ...] = ()
    comments: tuple[str, ...] = ()


def feedback(
    estimates: Estimates,
    *,
    of_round: int = 1,
    k: int = 3,
    credence: float = CREDENCE,
) -> tuple[Feedback, ...]:
    """What may be shown of a round: for every risk and quantity, all together and side by side.

    All together is shown only where every side has nobody or at least k: otherwise the side left
    out would be what remains of all when the others are taken away.

    >>> rows = [Estimate("war", f"e{p}", "north", 1, "likelihood", p / 10, p / 10, p / 10) for p in (1, 2, 6)]
    >>> feedback(Estimates(tuple(rows)))[0].median
    0.2
    """
    rows = [one for one in estimates.rows if one.round == of_round]
    return tuple(
        told
        for risk in estimates.risks
        for quantity in QUANTITIES
        for told in _of_quantity(of(rows, risk, quantity), estimates, credence, k)
    )


def _of_quantity(
    rows: Sequence[Estimate], estimates: Estimates, credence: float, k: int
) -> Iterator[Feedback]:
    if not rows:
        return
    parts = {side: [one for one in rows if one.side == side] for side in estimates.sides}
    together = may_be_summed([len(own) for own in parts.values()], k)
    whole = _told(rows, EVERYBODY, estimates, credence)
    yield whole if together else Feedback(whole.risk, whole.quantity, EVERYBODY, None)
    for side, own in parts.items():
        if own and len(own) >= k:
            yield _told(own, side, estimates, credence)
        else:
            yield Feedback(whole.risk, whole.quantity, side, None)


def may_be_summed(sizes: Iterable[int], k: int) -> bool:
    """Whether figures over several parts may be shown: each part is empty or has at least k.

    >>> may_be_summed([5, 0, 3], 3), may_be_summed([5, 2], 3)
    (True, False)
    """
    return all(size == 0 or size >= k for size in sizes)


def _told(rows: Sequence[Estimate], side: str, estimates: Estimates, credence: float) -> Feedback:
    risk, quantity = rows[0].risk, rows[0].quantity
    given = at_credence(rows, estimates.scale(risk, quantity), credence=credence)
    lower, median, upper = np.quantile(given.best, (0.25, 0.5, 0.75)).tolist()
    columns = (given.low.tolist(), given.best.tolist(), given.high.tolist())
    return Feedback(
        risk, quantity, side, given.n, median, lower, upper,
        tuple(sorted(zip(*columns, strict=True))),
        tuple(sorted(one.comment for one in rows if one.comment)),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """How far a side's best estimates moved from round 1 to round 2, over those who gave both.

    `mean` is the mean move, `spread_before` and `spread_after` the standard deviations. All are None
    where fewer than k gave both.
    """

    n: int | None
    mean: float | None = None
    spread_before: float | None = None
    spread_after: float | None = None


NOT_TOLD = Change(None)


def change(estimates: Estimates, risk: str, quantity: Quantity, *, side: str, k: int = 3) -> Change:
    """The move of one side between the rounds.

    >>> rows = [
    ...     Estimate("war", f"e{p}", "north", round, "likelihood", 0, p / 10 / round, 1)
    ...     for p in (2, 4, 6)
    ...     for round in (1, 2)
    ... ]
    >>> moved = change(Estimates(tuple(rows)), "war", "likelihood", side="north")
    >>> round(moved.mean, 2), round(moved.spread_before, 2), round(moved.spread_after, 2)
    (-0.2, 0.2, 0.1)
    """
    rows = of(estimates.rows, risk, quantity, side)
    first = {one.expert: one.best for one in rows if one.round == 1}
    second = {one.expert: one.best for one in rows if one.round == 2}
    both = [expert for expert in first if expert in second]
    if len(both) < max(k, 2):
        return NOT_TOLD
    before = np.array([first[expert] for expert in both])
    after = np.array([second[expert] for expert in both])
    return Change(
        len(both),
        float((after - before).mean()),
        float(before.std(ddof=1)),
        float(after.std(ddof=1)),
    )
