"""The calendar that fits everybody, with proof: found, explained where there is none, repaired, tried out."""

from tracktwo.roadmap.calendar.attendance import Attendance
from tracktwo.roadmap.calendar.repair import Repaired, Shift, repair
from tracktwo.roadmap.calendar.result import Calendar, Why
from tracktwo.roadmap.calendar.rules import Rule, RuleKind
from tracktwo.roadmap.calendar.schedule import schedule
from tracktwo.roadmap.calendar.slots import Slot
from tracktwo.roadmap.calendar.what_breaks import Broken, Tried, what_breaks
from tracktwo.roadmap.calendar.words import rule_sentence, why_sentences

__all__ = [
    "Attendance",
    "Broken",
    "Calendar",
    "Repaired",
    "Rule",
    "RuleKind",
    "Shift",
    "Slot",
    "Tried",
    "Why",
    "repair",
    "rule_sentence",
    "schedule",
    "what_breaks",
    "why_sentences",
]
