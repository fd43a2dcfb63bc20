"""What the sides say of risks, in words."""

from tracktwo.reports.risk.findings import Told, Topic, introduction, remarks, topics
from tracktwo.reports.risk.telling import Telling, figure, names_of

__all__ = [
    "Telling",
    "Told",
    "Topic",
    "figure",
    "introduction",
    "names_of",
    "remarks",
    "topics",
]
