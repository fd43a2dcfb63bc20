"""How every group answered every statement against the rest, as Polis measures it."""

from dataclasses import dataclass

from tracktwo._typing import Flags, Floats, Longs
from tracktwo.opinion.polis.only_votes import require_votes
from tracktwo.opinion.polis.proportions import SIGNIFICANT, difference_z, share, share_z
from tracktwo.votes import Tally


@dataclass(frozen=True, eq=False)
class Evidence:
    """One direction (agreeing or disagreeing) in every group and statement, each (groups, m).

    `count`: answers in that direction; `share`: their share with a prior, `share_z` its z against
    one half (Polis: p-success, p-test); `ratio`: that share over the same of all other groups
    together, `ratio_z` the z of the difference (Polis: repness, repness-test).
    """

    count: Longs
    share: Floats
    share_z: Floats
    ratio: Floats
    ratio_z: Floats

    @property
    def is_significant(self) -> Flags:
        """Common in the group, and more common than elsewhere, either at 90 % one-sided."""
        return (self.ratio_z > SIGNIFICANT) & (self.share_z > SIGNIFICANT)

    @property
    def strength(self) -> Floats:
        """What Polis ranks by: the product of all four."""
        return self.ratio * self.ratio_z * self.share * self.share_z


@dataclass(frozen=True, eq=False)
class GroupStatistics:
    """Both directions, and `n` (groups, m): answers, passes included."""

    n: Longs
    agree: Evidence
    disagree: Evidence


def group_statistics(groups: Tally) -> GroupStatistics:
    """Polis's statistics of representativeness for every label of a tally and statement.

    The rest of a group are all other labels, not people outside the groups. Nothing is corrected
    for the many comparisons: see `opinion.characteristic` for tests that are. Raises `OptionError`
    for ratings.

    >>> import numpy as np
    >>> from tracktwo.dialogue import VOTE
    >>> from tracktwo.votes import Codebook
    >>> counts, sums = np.array([[0, 0, 8], [2, 0, 1]]), np.zeros((2, 1))
    >>> two_groups = Tally(Codebook((VOTE,)), counts, sums, sums, np.array([8, 3]))
    >>> agree = group_statistics(two_groups).agree
    >>> agree.share[0].tolist(), agree.ratio[0].tolist(), agree.ratio_z[0].round(4).tolist()
    ([0.9], [2.25], [2.3061])
    """
    require_votes(groups.codebook)
    return GroupStatistics(
        n=groups.n,
        agree=_evidence(groups.agree, groups.n),
        disagree=_evidence(groups.disagree, groups.n),
    )


def _evidence(count: Longs, n: Longs) -> Evidence:
    rest, rest_n = count.sum(axis=0) - count, n.sum(axis=0) - n
    shares = share(count, n)
    return Evidence(
        count=count,
        share=shares,
        share_z=share_z(count, n),
        ratio=shares / share(rest, rest_n),
        ratio_z=difference_z(count, n, rest, rest_n),
    )
