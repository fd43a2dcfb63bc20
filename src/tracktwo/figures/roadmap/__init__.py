"""Timelines: what happened, and what is planned."""

from tracktwo.figures.roadmap.chronology import chronology_picture
from tracktwo.figures.roadmap.plan import roadmap_picture

__all__ = ["chronology_picture", "roadmap_picture"]
