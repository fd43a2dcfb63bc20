"""Polis's own figures beside ours, given the groups, for comparison."""

import numpy as np

from tracktwo.analysis.grouping import zeroed_statements
from tracktwo.analysis.result import PolisFigures
from tracktwo.analysis.split import Split
from tracktwo.analysis.suppression import blurred
from tracktwo.dialogue import Dialogue
from tracktwo.errors import OptionError
from tracktwo.opinion import polis
from tracktwo.votes import MemorySweep, Sweep

NO_FIGURES = PolisFigures(None, None, None)


def polis_map(dialogue: Dialogue, sweep: Sweep) -> polis.PolisMap:
    """Polis's map of a dialogue of votes in memory; else `OptionError`."""
    if not isinstance(sweep, MemorySweep) or not dialogue.has_votes_only:
        raise OptionError("Polis's map needs votes that fit in memory; choose --map ideal-point")
    return polis.fit_map(sweep.matrix, zeroed=zeroed_statements(dialogue))


def polis_figures(dialogue: Dialogue, sweep: Sweep, groups: Split) -> list[PolisFigures]:
    """Group-aware consensus, extremity and priority of each statement; nothing for ratings."""
    if not dialogue.has_votes_only:
        return [NO_FIGURES] * len(dialogue.statements)
    consensus = polis.group_aware_consensus(groups.answers)
    if not isinstance(sweep, MemorySweep):
        return [PolisFigures(float(one), None, None) for one in consensus]
    extremity = blurred(polis_map(dialogue, sweep).extremity, dialogue.k)
    meta = np.array([statement.is_meta for statement in dialogue.statements])
    priority = polis.priorities(groups.answers, extremity, meta=meta)
    return [
        PolisFigures(float(a), float(b), float(c))
        for a, b, c in zip(consensus, extremity, priority, strict=True)
    ]
