"""Answers as a sparse matrix, swept in blocks; counts and intervals on top."""

from tracktwo.votes.intervals import LEVEL, difference_interval, mean_interval, share_interval
from tracktwo.votes.matrix import AnswerMatrix, Codebook
from tracktwo.votes.order import canonical_order, some_people
from tracktwo.votes.sweep import (
    Block,
    ClusterSweep,
    MemorySweep,
    StoredSweep,
    Sweep,
    gather,
    sweep_of,
)
from tracktwo.votes.tally import Tally, tally

__all__ = [
    "LEVEL",
    "AnswerMatrix",
    "Block",
    "ClusterSweep",
    "Codebook",
    "MemorySweep",
    "StoredSweep",
    "Sweep",
    "Tally",
    "canonical_order",
    "difference_interval",
    "gather",
    "mean_interval",
    "share_interval",
    "some_people",
    "sweep_of",
    "tally",
]
