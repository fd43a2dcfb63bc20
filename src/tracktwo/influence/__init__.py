"""What moves what, as each side sees it: maps, where they settle, what feeds itself, what would help."""

from tracktwo.influence.compare import Comparison, align, compare
from tracktwo.influence.contrast import Consequence, Contrast, contrast, merged
from tracktwo.influence.document import to_json
from tracktwo.influence.dynamics import Dynamics, Transfer
from tracktwo.influence.loops import Loop, StrongestLoops, strongest_loops
from tracktwo.influence.maps import DELAYS, KINDS, Concept, InfluenceMap, Link
from tracktwo.influence.network import Network
from tracktwo.influence.pool import Pooled, Support, pool, resample
from tracktwo.influence.run import Run, run
from tracktwo.influence.spirals import Spiral, Spirals, find_spirals
from tracktwo.influence.start import Start, start_of
from tracktwo.influence.study import Options, Study, study
from tracktwo.influence.tipping import Tipping, tipping
from tracktwo.influence.what_if import Change, what_if

__all__ = [
    "DELAYS",
    "KINDS",
    "Change",
    "Comparison",
    "Concept",
    "Consequence",
    "Contrast",
    "Dynamics",
    "InfluenceMap",
    "Link",
    "Loop",
    "Network",
    "Options",
    "Pooled",
    "Run",
    "Spiral",
    "Spirals",
    "Start",
    "StrongestLoops",
    "Study",
    "Support",
    "Tipping",
    "Transfer",
    "align",
    "compare",
    "contrast",
    "find_spirals",
    "merged",
    "pool",
    "resample",
    "run",
    "start_of",
    "strongest_loops",
    "study",
    "tipping",
    "to_json",
    "what_if",
]
