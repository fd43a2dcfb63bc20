"""What people think: positions, groups, shared ground, bridges, cohesion; Polis's own figures."""

from tracktwo.opinion import polis
from tracktwo.opinion.bridging import Bridging, bridging
from tracktwo.opinion.characteristic import Characteristic, characteristic
from tracktwo.opinion.cohesion import CohesionIndices, cohesion
from tracktwo.opinion.groups import FoundGroups, adjusted_rand, find_groups
from tracktwo.opinion.ideal_point import IdealPoints, ideal_points
from tracktwo.opinion.orientation import oriented
from tracktwo.opinion.shared_ground import SharedGround, shared_ground

__all__ = [
    "Bridging",
    "Characteristic",
    "CohesionIndices",
    "FoundGroups",
    "IdealPoints",
    "SharedGround",
    "adjusted_rand",
    "bridging",
    "characteristic",
    "cohesion",
    "find_groups",
    "ideal_points",
    "oriented",
    "polis",
    "shared_ground",
]
