"""A chronology: what happened when, known how exactly, and by whose account."""

from tracktwo.roadmap.chronology.document import (
    chronology_document,
    chronology_schema,
    chronology_to_json,
)
from tracktwo.roadmap.chronology.milestones import Chronology, Dispute, Milestone
from tracktwo.roadmap.chronology.when import When, surely_before
from tracktwo.roadmap.chronology.words import when_in_words

__all__ = [
    "Chronology",
    "Dispute",
    "Milestone",
    "When",
    "chronology_document",
    "chronology_schema",
    "chronology_to_json",
    "surely_before",
    "when_in_words",
]
