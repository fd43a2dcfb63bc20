"""Dialogues with known truth, to try methods on: each maker returns the dialogue and its truth."""

from tracktwo.simulate.bridging import BridgingTruth, bridging_world
from tracktwo.simulate.groups import ContinuumTruth, GroupTruth, one_dimensional, planted_groups
from tracktwo.simulate.perceptions import Misperception, PerceptionTruth, perception_world

__all__ = [
    "BridgingTruth",
    "ContinuumTruth",
    "GroupTruth",
    "Misperception",
    "PerceptionTruth",
    "bridging_world",
    "one_dimensional",
    "perception_world",
    "planted_groups",
]
