"""Escorts through a corridor: who leads this quarter, which groups sail, and where nobody is covered."""

from tracktwo.channel.escort.plan import Clash, Corridor, EscortPlan, Gap, Group, clashes, gaps
from tracktwo.channel.escort.rotation import Quarter, reference_nation

__all__ = [
    "Clash",
    "Corridor",
    "EscortPlan",
    "Gap",
    "Group",
    "Quarter",
    "clashes",
    "gaps",
    "reference_nation",
]
