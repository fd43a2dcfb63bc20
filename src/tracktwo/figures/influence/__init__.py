"""Figures of influence maps: the map itself, and what measures do to risks."""

from tracktwo.figures.influence.effects import measure_effects
from tracktwo.figures.influence.map_picture import map_picture

__all__ = ["map_picture", "measure_effects"]
