"""The bracket ledger: what is open, since when, why, and what stands between us and a clean text."""

from tracktwo.text.ledger.burn_down import Session, burn_down
from tracktwo.text.ledger.document import ledger_document, ledger_schema, ledger_to_json
from tracktwo.text.ledger.entries import Entry, Ledger, Policy, ledger
from tracktwo.text.ledger.obstacles import Obstacle, ObstacleKind, obstacle_kind, obstacles
from tracktwo.text.ledger.words import obstacle_sentence

__all__ = [
    "Entry",
    "Ledger",
    "Obstacle",
    "ObstacleKind",
    "Policy",
    "Session",
    "burn_down",
    "ledger",
    "ledger_document",
    "ledger_schema",
    "ledger_to_json",
    "obstacle_kind",
    "obstacle_sentence",
    "obstacles",
]
