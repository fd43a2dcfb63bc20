"""Statements that speak for a group, chosen and labelled exactly as Polis does."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from tracktwo._typing import Flags, Floats, Longs
from tracktwo.opinion.polis.proportions import SIGNIFICANT
from tracktwo.opinion.polis.statistics import Evidence, GroupStatistics, group_statistics
from tracktwo.votes import Tally

MOST_LISTED = 5


@dataclass(frozen=True)
class RepresentativeStatement:
    """A statement shown for a group, with Polis's label.

    `successes` of the group's `trials` answers (passes included) are in `direction`; `share`,
    `share_z`, `ratio`, `ratio_z` as in `Evidence`, of that direction (`ratio_z` in single
    precision, as Polis publishes it). `agreeing` and `disagreeing`: both counts.
    `is_best_agree`: chosen because the group agrees with it, whatever the label says.
    """

    statement: int
    direction: Literal["agree", "disagree"]
    successes: int
    trials: int
    share: float
    share_z: float
    ratio: float
    ratio_z: float
    agreeing: int
    disagreeing: int
    is_best_agree: bool

    @property
    def contradicts_majority(self) -> bool:
        """Whether the label is the opposite of what most of the group answered."""
        lead = self.agreeing - self.disagreeing
        return lead < 0 if self.direction == "agree" else lead > 0


def representative_statements(
    groups: Tally, *, hidden: Flags | None = None, most: int = MOST_LISTED
) -> tuple[tuple[RepresentativeStatement, ...], ...]:
    """At most `most` statements for every label of a tally, as Polis chooses them.

    `hidden` (m,) flags statements to leave out (moderated out or meta).

    1. A statement is a candidate when the group answers it in one direction significantly often,
       and significantly more often than the rest (one-sided, 90 %, no correction).
    2. The statement the group agrees with best comes first, whether or not it is a candidate.
    3. Candidates follow by the product of share, ratio and both z values; then what is labelled
       agree is put before what is labelled disagree.
    4. Without candidates only the best agreed statement is shown, or else the one furthest apart.

    The label is the direction in which the group differs more from the rest, not the one in which
    it mostly votes. The two can be opposite (in 4 of 37 groups of public conversations the first
    statement shown as disagreed with is one most of the group agrees with): this reproduces Polis,
    and `contradicts_majority` tells. Use `opinion.characteristic` to publish. Raises `OptionError`
    for ratings.

    >>> from tracktwo.dialogue import VOTE
    >>> from tracktwo.votes import Codebook
    >>> counts, sums = np.array([[0, 0, 8, 3, 0, 5], [8, 0, 0, 0, 0, 8]]), np.zeros((2, 2))
    >>> two_groups = Tally(Codebook((VOTE, VOTE)), counts, sums, sums, np.array([8, 8]))
    >>> [(shown.statement, shown.direction) for shown in representative_statements(two_groups)[0]]
    [(0, 'agree')]
    >>> for shown in representative_statements(two_groups)[1]:
    ...     print(shown.statement, shown.direction, shown.successes, shown.trials)
    1 agree 8 8
    0 disagree 8 8
    """
    statistics = group_statistics(groups)
    shown = np.ones(statistics.n.shape[1], np.bool_) if hidden is None else ~hidden
    places = np.flatnonzero(shown)
    return tuple(
        tuple(_Group.of(statistics, label, places).chosen(most))
        for label in range(len(statistics.n))
    )


@dataclass(frozen=True, eq=False)
class _Group:
    """The columns of one group over the s statements that are shown; `places` (s,) their codes."""

    places: Longs
    n: Longs
    agree: Evidence
    disagree: Evidence

    @classmethod
    def of(cls, statistics: GroupStatistics, label: int, places: Longs) -> "_Group":
        return cls(
            places,
            statistics.n[label, places],
            _one_row(statistics.agree, label, places),
            _one_row(statistics.disagree, label, places),
        )

    @cached_property
    def is_agree(self) -> Flags:
        """Polis's label: in which direction the group differs more from the rest."""
        return self.agree.ratio_z > self.disagree.ratio_z

    @cached_property
    def labelled(self) -> Evidence:
        """The evidence in the direction of the label."""
        agree, disagree = self.agree, self.disagree
        pick = self.is_agree
        return Evidence(
            np.where(pick, agree.count, disagree.count),
            np.where(pick, agree.share, disagree.share),
            np.where(pick, agree.share_z, disagree.share_z),
            np.where(pick, agree.ratio, disagree.ratio),
            _single(np.where(pick, agree.ratio_z, disagree.ratio_z)),
        )

    def chosen(self, most: int) -> list[RepresentativeStatement]:
        best_agreed = self._best_agreed()
        head = [] if best_agreed is None else [best_agreed]
        ranked = [i for i in self._candidates() if i not in head]
        listed = head + ranked if ranked or head else self._furthest()
        agrees_first = sorted(listed[:most], key=lambda i: not self.is_agree[i])
        return [self._shown(i, is_best_agree=i in head) for i in agrees_first]

    def _candidates(self) -> list[int]:
        """Significant statements, strongest first, equally strong ones by statement."""
        passed = np.flatnonzero(self.agree.is_significant | self.disagree.is_significant)
        strength = self.labelled.strength[passed]
        return [int(i) for i in passed[np.argsort(-strength, kind="stable")]]

    def _best_agreed(self) -> int | None:
        """The last in a chain of statements each of which beats the one before it.

        What "beats" means depends on the one to beat, so the winner may depend on the order.
        """
        agree = self.agree
        answered = (agree.count > 0) | (self.disagree.count > 0)
        apart = (agree.ratio > 1) & (agree.share > 0.5)
        best = _first(answered & ((agree.share_z > SIGNIFICANT) | apart), after=-1)
        following = best
        while following is not None:
            best = following
            rank = agree.strength if agree.ratio[best] > 1 else agree.share * agree.share_z
            following = _first(answered & (rank > rank[best]), after=best)
        return best

    def _furthest(self) -> list[int]:
        """The statement in which the group differs most from the rest, if there is any."""
        difference = np.maximum(self.agree.ratio_z, self.disagree.ratio_z)
        return [int(np.argmax(difference))] if len(difference) else []

    def _shown(self, i: int, *, is_best_agree: bool) -> RepresentativeStatement:
        label = self.labelled
        return RepresentativeStatement(
            statement=int(self.places[i]),
            direction="agree" if self.is_agree[i] else "disagree",
            successes=int(label.count[i]),
            trials=int(self.n[i]),
            share=float(label.share[i]),
            share_z=float(label.share_z[i]),
            ratio=float(label.ratio[i]),
            ratio_z=float(label.ratio_z[i]),
            agreeing=int(self.agree.count[i]),
            disagreeing=int(self.disagree.count[i]),
            is_best_agree=is_best_agree,
        )


def _one_row(evidence: Evidence, label: int, places: Longs) -> Evidence:
    return Evidence(
        evidence.count[label, places],
        evidence.share[label, places],
        evidence.share_z[label, places],
        evidence.ratio[label, places],
        evidence.ratio_z[label, places],
    )


def _single(values: Floats) -> Floats:
    """Rounded to single precision: Polis ranks by the rounded value."""
    return values.astype(np.float32).astype(np.float64)


def _first(flags: Flags, *, after: int) -> int | None:
    later = np.flatnonzero(flags[after + 1 :])
    return after + 1 + int(later[0]) if len(later) else None
