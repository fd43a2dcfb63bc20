"""Risks: a register, what experts of each side estimate, and where the sides differ.

The difference between the sides is the finding. Persons are never compared: weights, scores and
figures are told by side, and nothing rests on fewer than k experts of a side.
"""

from tracktwo.risk.assess import assess
from tracktwo.risk.cooke import Seeds, classical_model, decision_maker, weights_of_sides
from tracktwo.risk.document import document, json_schema, to_json
from tracktwo.risk.estimates import QUANTITIES, Estimate, Estimates
from tracktwo.risk.feedback import Change, Feedback, change, feedback
from tracktwo.risk.four_point import Intervals, at_credence
from tracktwo.risk.ladder import Ladder, Rung
from tracktwo.risk.pools import Pooled, pool
from tracktwo.risk.read_back import assessment_from
from tracktwo.risk.register import (
    ONSETS,
    REVERSIBILITY,
    Indicator,
    Register,
    Risk,
    require_concepts,
)
from tracktwo.risk.result import (
    Assessment,
    Comparison,
    Finding,
    QuantityFigures,
    RiskFigures,
    Settings,
    SideFigures,
)
from tracktwo.risk.scores import (
    Decomposition,
    Score,
    brier,
    decomposition,
    interval_score,
    pinball,
    skill,
)
from tracktwo.risk.sealed import open_seal, seal

__all__ = [
    "ONSETS",
    "QUANTITIES",
    "REVERSIBILITY",
    "Assessment",
    "Change",
    "Comparison",
    "Decomposition",
    "Estimate",
    "Estimates",
    "Feedback",
    "Finding",
    "Indicator",
    "Intervals",
    "Ladder",
    "Pooled",
    "QuantityFigures",
    "Register",
    "Risk",
    "RiskFigures",
    "Rung",
    "Score",
    "Seeds",
    "Settings",
    "SideFigures",
    "assess",
    "assessment_from",
    "at_credence",
    "brier",
    "change",
    "classical_model",
    "decision_maker",
    "decomposition",
    "document",
    "feedback",
    "interval_score",
    "json_schema",
    "open_seal",
    "pinball",
    "pool",
    "require_concepts",
    "seal",
    "skill",
    "to_json",
    "weights_of_sides",
]
