"""The bracket ledger: what is open, since when, why, who holds it, and what to settle first."""

from tracktwo.text.ledger.burn_down import Session, burn_down
from tracktwo.text.ledger.document import ledger_document, ledger_to_json
from tracktwo.text.ledger.entries import Entry, Ledger, Policy, ledger
from tracktwo.text.ledger.obstacles import Obstacle, ObstacleKind, obstacles
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
    "ledger_to_json",
    "obstacle_sentence",
    "obstacles",
]
