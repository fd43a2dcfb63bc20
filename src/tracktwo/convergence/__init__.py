"""Convergence: options for cooperation, what they are worth to each side, and packages all prefer.

Each side's points stay its own: `seen_by` says what a side may see. Nobody is ranked.
"""

from tracktwo.convergence.conditions import KINDS, Amount, Condition
from tracktwo.convergence.document import document, json_schema, seen_document, to_json
from tracktwo.convergence.exaggeration import Exaggeration, exaggeration
from tracktwo.convergence.firmness import Firmness, firmness
from tracktwo.convergence.options import LADDER, Area, Option, Options, require_touched
from tracktwo.convergence.problem import Problem
from tracktwo.convergence.result import SOLUTIONS, Agreement, Conflict, Frontier, Package
from tracktwo.convergence.search import search
from tracktwo.convergence.seen_by import Seen, seen_by
from tracktwo.convergence.study import Study, study
from tracktwo.convergence.talks import Talks
from tracktwo.convergence.trades import Trade, Trades, trades
from tracktwo.convergence.valuation import Points, Spread, Valuation
from tracktwo.convergence.words import condition_in_words

__all__ = [
    "KINDS",
    "LADDER",
    "SOLUTIONS",
    "Agreement",
    "Amount",
    "Area",
    "Condition",
    "Conflict",
    "Exaggeration",
    "Firmness",
    "Frontier",
    "Option",
    "Options",
    "Package",
    "Points",
    "Problem",
    "Seen",
    "Spread",
    "Study",
    "Talks",
    "Trade",
    "Trades",
    "Valuation",
    "condition_in_words",
    "document",
    "exaggeration",
    "firmness",
    "json_schema",
    "require_touched",
    "search",
    "seen_by",
    "seen_document",
    "study",
    "to_json",
    "trades",
]
