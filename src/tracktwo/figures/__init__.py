"""One function a figure: an analysis in, a `Figure` out. Altair is imported when one is drawn."""

from tracktwo.figures.beliefs import beliefs
from tracktwo.figures.cohesion import cohesion
from tracktwo.figures.corners import perception_corners
from tracktwo.figures.errors import perception_errors
from tracktwo.figures.figure import Cell, Figure, Quote, Table
from tracktwo.figures.ground import real_disagreement, shared_ground
from tracktwo.figures.groups import groups
from tracktwo.figures.opinion_map import opinion_map

__all__ = [
    "Cell",
    "Figure",
    "Quote",
    "Table",
    "beliefs",
    "cohesion",
    "groups",
    "opinion_map",
    "perception_corners",
    "perception_errors",
    "real_disagreement",
    "shared_ground",
]
