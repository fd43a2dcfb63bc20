"""A roadmap between sides: items, meetings, the calendar that fits everybody, and what came of it."""

from tracktwo.roadmap.calendar import (
    Attendance,
    Broken,
    Calendar,
    Repaired,
    Rule,
    RuleKind,
    Shift,
    Slot,
    Tried,
    Why,
    repair,
    rule_sentence,
    schedule,
    what_breaks,
    why_sentences,
)
from tracktwo.roadmap.document import schedule_document, schedule_schema, schedule_to_json
from tracktwo.roadmap.follow_up import FollowUp, follow_up
from tracktwo.roadmap.item_machine import ITEM_TRANSITIONS, ItemTransition
from tracktwo.roadmap.item_state import ItemState, ItemStep, WhyNoStep
from tracktwo.roadmap.items import STREAMS, Item, Stream
from tracktwo.roadmap.meetings import FORMATS, LEVELS, Hours, Length, Meeting, Seat
from tracktwo.roadmap.places import Absence, Blackout, Conventions, Place
from tracktwo.roadmap.refusals import item_state_names, why_no_step_sentence
from tracktwo.roadmap.roadmap import Roadmap, moved_item
from tracktwo.roadmap.working_days import CountryDays, country_days

__all__ = [
    "FORMATS",
    "ITEM_TRANSITIONS",
    "LEVELS",
    "STREAMS",
    "Absence",
    "Attendance",
    "Blackout",
    "Broken",
    "Calendar",
    "Conventions",
    "CountryDays",
    "FollowUp",
    "Hours",
    "Item",
    "ItemState",
    "ItemStep",
    "ItemTransition",
    "Length",
    "Meeting",
    "Place",
    "Repaired",
    "Roadmap",
    "Rule",
    "RuleKind",
    "Seat",
    "Shift",
    "Slot",
    "Stream",
    "Tried",
    "Why",
    "WhyNoStep",
    "country_days",
    "follow_up",
    "item_state_names",
    "moved_item",
    "repair",
    "rule_sentence",
    "schedule",
    "schedule_document",
    "schedule_schema",
    "schedule_to_json",
    "what_breaks",
    "why_no_step_sentence",
    "why_sentences",
]
