"""Roadmaps and chronologies as folders of tables, and calendars for everybody's own program."""

from tracktwo.exchange.roadmap.chronology_file import milestones_of_report
from tracktwo.exchange.roadmap.folder import read_chronology, read_roadmap
from tracktwo.exchange.roadmap.schedule_file import read_calendar
from tracktwo.exchange.roadmap.writing import write_roadmap

__all__ = [
    "milestones_of_report",
    "read_calendar",
    "read_chronology",
    "read_roadmap",
    "write_roadmap",
]
