"""Convergence: options for cooperation, what they are worth to each side, and packages all prefer.

Each side's points stay its own: `seen_by` says what a side may see. Nobody is ranked.
"""

from tracktwo.convergence.conditions import KINDS, Amount, Condition
from tracktwo.convergence.exaggeration import Exaggeration, exaggeration
from tracktwo.convergence.firmness import Firmness, firmness
from tracktwo.convergence.options import LADDER, Area, Option, Options, require_touched
from tracktwo.convergence.problem import Problem
from tracktwo.convergence.result import SOLUTIONS, Agreement, Conflict, Frontier, Package
from tracktwo.convergence.search import search
from tracktwo.convergence.talks import Talks
from tracktwo.convergence.trades import Trade, Trades, trades
from tracktwo.convergence.valuation import Points, Spread, Valuation

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
    "Spread",
    "Talks",
    "Trade",
    "Trades",
    "Valuation",
    "exaggeration",
    "firmness",
    "require_touched",
    "search",
    "trades",
]
