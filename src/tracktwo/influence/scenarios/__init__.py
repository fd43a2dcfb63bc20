"""Scenarios by cross-impact balances: which states of outside drivers hold together, and how firmly."""

from tracktwo.influence.scenarios.basins import Attractor, Basins, find_basins
from tracktwo.influence.scenarios.changes import Change, Changes, find_changes
from tracktwo.influence.scenarios.document import scenarios_document, scenarios_to_json
from tracktwo.influence.scenarios.holding import Holding, hold
from tracktwo.influence.scenarios.matrix import CrossImpactMatrix, Descriptor
from tracktwo.influence.scenarios.scenario import FoundScenarios, Scenario, judge, scores
from tracktwo.influence.scenarios.search import find_scenarios
from tracktwo.influence.scenarios.study import ScenarioStudy, study_scenarios
from tracktwo.influence.scenarios.succession import Succession

__all__ = [
    "Attractor",
    "Basins",
    "Change",
    "Changes",
    "CrossImpactMatrix",
    "Descriptor",
    "FoundScenarios",
    "Holding",
    "Scenario",
    "ScenarioStudy",
    "Succession",
    "find_basins",
    "find_changes",
    "find_scenarios",
    "hold",
    "judge",
    "scenarios_document",
    "scenarios_to_json",
    "scores",
    "study_scenarios",
]
