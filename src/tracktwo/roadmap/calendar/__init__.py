"""The calendar that fits everybody, with proof: found, explained where there is none, repaired, tried out."""

from tracktwo.roadmap.calendar.attendance import Attendance
from tracktwo.roadmap.calendar.result import Calendar, Why
from tracktwo.roadmap.calendar.rules import Rule, RuleKind
from tracktwo.roadmap.calendar.schedule import schedule
from tracktwo.roadmap.calendar.slots import Slot

__all__ = ["Attendance", "Calendar", "Rule", "RuleKind", "Slot", "Why", "schedule"]
