"""Polis's own figures beside ours, given the groups, for comparison."""

from dataclasses import replace

import numpy as np

from tracktwo.analysis.grouping import zeroed_statements
from tracktwo.analysis.result import PolisFigures
from tracktwo.analysis.split import Split
from tracktwo.analysis.suppression import blurred
from tracktwo.dialogue import Dialogue
from tracktwo.opinion import polis
from tracktwo.votes import canonical_order, matrix_of

NO_FIGURES = PolisFigures(None, None, None)


def polis_map(dialogue: Dialogue) -> polis.PolisMap:
    """Polis's map of a dialogue of votes in memory; else `OptionError`.

    People are put into canonical order for it, so that the last digits do not hang on theirs.
    """
    matrix = matrix_of(dialogue)
    order = canonical_order(matrix)
    found = polis.fit_map(matrix.rows(order), zeroed=zeroed_statements(dialogue))
    projection = np.empty_like(found.projection)
    projection[order] = found.projection
    return replace(found, projection=projection)


def polis_figures(dialogue: Dialogue, groups: Split) -> list[PolisFigures]:
    """Group-aware consensus, extremity and priority of each statement; nothing for ratings.

    Answers too many for memory get no map, so neither extremity nor priority.
    """
    if not dialogue.has_votes_only:
        return [NO_FIGURES] * len(dialogue.statements)
    consensus = polis.group_aware_consensus(groups.answers)
    if dialogue.stored is not None:
        return [PolisFigures(float(one), None, None) for one in consensus]
    extremity = blurred(polis_map(dialogue).extremity, dialogue.k)
    meta = np.array([statement.is_meta for statement in dialogue.statements])
    priority = polis.priorities(groups.answers, extremity, meta=meta)
    return [
        PolisFigures(float(a), float(b), float(c))
        for a, b, c in zip(consensus, extremity, priority, strict=True)
    ]
