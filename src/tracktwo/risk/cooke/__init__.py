"""Cooke's classical model: experts weighted by how well they answer questions with known answers.

Cooke 1991, Experts in Uncertainty. Between parties who do not trust each other it is an option and
never the only result: with ten seed questions a calibration is a noisy number, an expert with
extreme answers moves the others' weights unless the ranges are agreed beforehand, and a cut-off
can silence a side. So equal weights stand beside it, weights are told by side and never by person,
and leaving out each expert and each question shows what hangs on one.
"""

from tracktwo.risk.cooke.model import Choice, ClassicalModel, classical_model, weights_of_sides
from tracktwo.risk.cooke.pooled import decision_maker
from tracktwo.risk.cooke.robustness import WithoutSeeds, without_each_expert, without_seeds
from tracktwo.risk.cooke.scores import calibration, information
from tracktwo.risk.cooke.seeds import Seeds

__all__ = [
    "Choice",
    "ClassicalModel",
    "Seeds",
    "WithoutSeeds",
    "calibration",
    "classical_model",
    "decision_maker",
    "information",
    "weights_of_sides",
    "without_each_expert",
    "without_seeds",
]
