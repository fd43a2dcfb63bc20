"""Answers as a sparse matrix, swept in blocks; counts and intervals on top."""

from tracktwo.votes.intervals import LEVEL, difference_interval, mean_interval, share_interval
from tracktwo.votes.matrix import AnswerMatrix, Codebook
from tracktwo.votes.moments import Moments, moments
from tracktwo.votes.order import canonical_order, some_people
from tracktwo.votes.running import Ballot, RunningMoments
from tracktwo.votes.sweep import (
    Block,
    ClusterSweep,
    MemorySweep,
    StoredSweep,
    Sweep,
    gather,
    matrix_of,
    sweep_of,
)
from tracktwo.votes.tally import Tally, tally

__all__ = [
    "LEVEL",
    "AnswerMatrix",
    "Ballot",
    "Block",
    "ClusterSweep",
    "Codebook",
    "MemorySweep",
    "Moments",
    "RunningMoments",
    "StoredSweep",
    "Sweep",
    "Tally",
    "canonical_order",
    "difference_interval",
    "gather",
    "matrix_of",
    "mean_interval",
    "moments",
    "share_interval",
    "some_people",
    "sweep_of",
    "tally",
]
