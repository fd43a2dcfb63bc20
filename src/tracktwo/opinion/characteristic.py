"""What sets a group or side apart: statements it answers unlike the rest, in its own direction."""

from dataclasses import dataclass

import numpy as np
from scipy import stats

from tracktwo._typing import Flags, Floats, Ints
from tracktwo.votes import LEVEL, Tally, difference_interval, share_interval

FEWEST_ANSWERS = 5
"""Answers a group, and the rest, need before they are compared."""

RATE = 0.05


@dataclass(frozen=True, eq=False)
class Characteristic:
    """Comparisons of one group with the rest on one statement in one direction, as columns.

    `group`, `statement`: codes; `direction`: 1 agree, -1 disagree, the group's own majority;
    `effect`: its share in that direction minus the rest's, with `low`, `high`; `q`: false discovery
    rate at which the row is called.
    """

    group: Ints
    statement: Ints
    direction: Ints
    effect: Floats
    low: Floats
    high: Floats
    q: Floats


def characteristic(
    answers: Tally, *, rate: float = RATE, fewest: int = FEWEST_ANSWERS, level: float = LEVEL
) -> Characteristic:
    """Statements that set each label of a tally apart, strongest first within a label.

    Every (statement, group, direction) with enough answers is tested by Fisher's exact test
    (one-sided, on votes; passes count as not in the direction) and the false discovery rate is
    controlled over all of them together (Benjamini & Hochberg 1995). A row is returned when its q
    is at most `rate` and the direction is that of the group's own majority: a statement most of a
    group agrees with can never be shown as one it disagrees with. The interval is Newcombe's hybrid
    with Jeffreys limits. Rated statements are left out.

    >>> from tracktwo.dialogue import VOTE
    >>> from tracktwo.votes import Codebook
    >>> counts = np.array([[1, 0, 19], [15, 0, 5]])
    >>> value = np.zeros((2, 1))
    >>> rows = characteristic(Tally(Codebook((VOTE,)), counts, value, value, np.array([20, 20])))
    >>> list(zip(rows.group.tolist(), rows.direction.tolist(), rows.effect.round(2).tolist()))
    [(0, 1, 0.7), (1, -1, 0.7)]
    """
    if len(answers.members) < 2:
        return _rows(*[np.zeros(0)] * 7)
    n, rest_n = answers.n, answers.n.sum(axis=0) - answers.n
    tested = (n >= fewest) & (rest_n >= fewest) & _is_vote(answers)
    sides = [_tested(answers, tested, direction) for direction in (1, -1)]
    columns = [np.concatenate(pair) for pair in zip(*sides, strict=True)]
    group, statement, direction, yes, total, rest_yes, rest_total, p = columns
    q = stats.false_discovery_control(p) if len(p) else p
    own_majority = direction * (answers.agree - answers.disagree)[group, statement] > 0
    keep = own_majority & (q <= rate) & (yes * rest_total > rest_yes * total)
    shares = [(part[keep], whole[keep]) for part, whole in ((yes, total), (rest_yes, rest_total))]
    effect, low, high = _effects(shares, level)
    order = np.lexsort((statement[keep], -effect, group[keep]))
    kept = [group[keep], statement[keep], direction[keep], effect, low, high, q[keep]]
    return _rows(*(column[order] for column in kept))


def _is_vote(answers: Tally) -> Flags:
    return np.array([scale.is_vote for scale in answers.codebook.scales])


def _tested(answers: Tally, tested: Flags, direction: int) -> tuple[np.ndarray, ...]:
    """Counts and one-sided Fisher p of every tested (group, statement) in one direction."""
    group, statement = np.nonzero(tested)
    counts = answers.agree if direction == 1 else answers.disagree
    yes, total = counts[group, statement], answers.n[group, statement]
    all_yes, all_total = counts.sum(axis=0)[statement], answers.n.sum(axis=0)[statement]
    p = np.clip(stats.hypergeom.sf(yes - 1, all_total, all_yes, total), 0, 1)
    return (
        group,
        statement,
        np.full(len(group), direction),
        yes,
        total,
        all_yes - yes,
        all_total - total,
        p,
    )


def _effects(
    shares: list[tuple[np.ndarray, np.ndarray]], level: float
) -> tuple[Floats, Floats, Floats]:
    ends = []
    for yes, total in shares:
        ends += [yes / total, *share_interval(yes, total, level=level)]
    low, high = difference_interval(*ends)
    return ends[0] - ends[3], low, high


def _rows(*columns: np.ndarray) -> Characteristic:
    group, statement, direction = (column.astype(np.int32) for column in columns[:3])
    effect, low, high, q = (column.astype(np.float64) for column in columns[3:])
    return Characteristic(group, statement, direction, effect, low, high, q)
