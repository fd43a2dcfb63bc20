"""Polis-compatible mode: what Polis computes, exactly wherever Polis is deterministic.

Everything below the map takes counts by group (a `tracktwo.votes.Tally`), so it works for any
grouping: Polis's own (`polis_groups`), the parties, or those of `opinion.find_groups`.
"""

from tracktwo.opinion.polis.clusters import OUTSIDE, Clustering, polis_groups, two_level_clusters
from tracktwo.opinion.polis.consensus import (
    ConsensusLists,
    ConsensusStatement,
    consensus_lists,
    group_aware_consensus,
)
from tracktwo.opinion.polis.membership import in_conversation
from tracktwo.opinion.polis.pca import PolisMap, fit_map
from tracktwo.opinion.polis.priority import META_PRIORITY, priorities
from tracktwo.opinion.polis.representative import (
    RepresentativeStatement,
    representative_statements,
)
from tracktwo.opinion.polis.statistics import Evidence, GroupStatistics, group_statistics

__all__ = [
    "META_PRIORITY",
    "OUTSIDE",
    "Clustering",
    "ConsensusLists",
    "ConsensusStatement",
    "Evidence",
    "GroupStatistics",
    "PolisMap",
    "RepresentativeStatement",
    "consensus_lists",
    "fit_map",
    "group_aware_consensus",
    "group_statistics",
    "in_conversation",
    "polis_groups",
    "priorities",
    "representative_statements",
    "two_level_clusters",
]
