"""Polis's groups: people to at most a hundred base clusters, base clusters to two to five groups."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from tracktwo._typing import Flags, Floats, Ints, Longs
from tracktwo.opinion.polis.kmeans import first_distinct, k_means, mean_silhouette
from tracktwo.opinion.polis.membership import in_conversation
from tracktwo.opinion.polis.pca import fit_map
from tracktwo.votes import AnswerMatrix, canonical_order

BASE_CLUSTERS = 100
BASE_ROUNDS = 100

GROUP_ROUNDS = 20
"""Polis means 100 but misspells the option, so that its default holds."""

MOST_GROUPS = 5
BASE_PER_GROUP = 12
"""One more group is tried for every twelve base clusters."""

OUTSIDE = -1
"""The label of a participant outside the conversation."""


@dataclass(frozen=True, eq=False)
class Clustering:
    """Two levels of clusters over p points.

    `labels` (p,): group of each point, 0, 1, ... in order of their starting points.
    `base` (p,): base cluster of each point; `base_centers` (b, 2) and `base_sizes` (b,).
    `silhouettes`: mean silhouette of the base centres for every number of groups tried.
    """

    labels: Longs
    base: Longs
    base_centers: Floats
    base_sizes: Longs
    silhouettes: Mapping[int, float]

    @property
    def n_groups(self) -> int:
        return int(self.labels.max(initial=-1)) + 1


def two_level_clusters(points: Floats, *, max_groups: int = MOST_GROUPS) -> Clustering:
    """Clusters of positions (p, 2) from a cold start, as Polis makes them.

    1. k-means to 100 base clusters, started at the first 100 different points.
    2. For k = 2 .. min(max_groups, 2 + base clusters // 12): k-means of the base centres, weighted
       by size, started at the first k of them.
    3. The k with the best mean silhouette over base centres (unweighted); the larger on a tie.

    The result depends on the order of the points, on real conversations often by a whole group
    (`polis_groups` fixes one). Polis itself starts from the clusters it found last and waits for
    a new k to win four times in a row, so its groups also depend on when it looked.

    >>> drawn = np.array([[-2.0, 0], [2.0, 0], [-2.0, 0.1], [2.0, 0.1]])
    >>> two_level_clusters(drawn).labels.tolist()
    [0, 1, 0, 1]
    """
    if not len(points):
        none = np.zeros(0, np.int64)
        return Clustering(none, none, np.zeros((0, 2)), none, {})
    each = np.ones(len(points))
    base, centers = k_means(
        points, first_distinct(points, BASE_CLUSTERS), weights=each, rounds=BASE_ROUNDS
    )
    sizes = np.bincount(base)
    most = min(max_groups, 2 + len(centers) // BASE_PER_GROUP)
    tried = {k: _grouped(centers, sizes, k) for k in range(2, most + 1)}
    silhouettes = {k: mean_silhouette(centers, groups) for k, groups in tried.items()}
    best = max(tried, key=lambda k: (silhouettes[k], k), default=None)
    groups = np.zeros(len(centers), np.int64) if best is None else tried[best]
    return Clustering(groups[base], base, centers, sizes, silhouettes)


def _grouped(centers: Floats, sizes: Longs, k: int) -> Longs:
    starts = first_distinct(centers, k)
    return k_means(centers, starts, weights=sizes, rounds=GROUP_ROUNDS)[0]


def polis_groups(
    matrix: AnswerMatrix,
    *,
    zeroed: Flags | None = None,
    max_groups: int = MOST_GROUPS,
    order: Longs | None = None,
    inside: Flags | None = None,
) -> Ints:
    """The group of each participant, (n,): 0, 1, ..., or -1 outside the conversation.

    `zeroed` (m,): as for `fit_map`. `inside` (n,): who is in the conversation, by default
    `in_conversation`. `order` (n,): places of participants in the order in which they count as
    first, for instance of their first vote, which is Polis's own; the default is an order made of
    the answers alone (`canonical_order`), so that the same votes give the same groups however rows
    or participants are arranged. Groups are numbered by their first member in that order.

    The fixed order makes the groups reproducible, not true: shuffling people changes the number of
    groups in most public conversations. `opinion.find_groups` says how stable its groups are.
    Raises `OptionError` for ratings.

    >>> from tracktwo.dialogue import VOTE, Answers
    >>> who, what = np.divmod(np.arange(8, dtype=np.int32), 2)
    >>> votes = Answers(who, what, np.array([1, 1, -1, -1, 1, 1, -1, 0], np.float32))
    >>> polis_groups(AnswerMatrix.of(votes, 4, (VOTE, VOTE)), order=np.arange(4)).tolist()
    [0, 1, 0, 1]
    """
    first_to_last = canonical_order(matrix) if order is None else order
    arranged = matrix.rows(first_to_last)
    counted = in_conversation(arranged) if inside is None else inside[first_to_last]
    positions = fit_map(arranged, zeroed=zeroed).projection[counted]
    labels = np.full(matrix.n_participants, OUTSIDE, np.int32)
    labels[first_to_last[counted]] = two_level_clusters(positions, max_groups=max_groups).labels
    return labels
