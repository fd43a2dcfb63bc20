"""Dialogues with known truth, to try methods on: each maker returns the dialogue and its truth."""

from tracktwo.simulate.perceptions import Misperception, PerceptionTruth, perception_world

__all__ = ["Misperception", "PerceptionTruth", "perception_world"]
