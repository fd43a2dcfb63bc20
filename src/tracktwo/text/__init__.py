"""A text under negotiation: brackets as data, proposals, positions, and what stands in the way.

The rooms: `brackets` (a source as a tree), `changes` (proposals and the history), `versions` (two
beside each other), `languages` (two beside each other), `lint`, `standing` (who can live with what,
what may happen next), `ledger` (what is open) and `views` (one source, shown in several ways).
`negotiation` holds one text with its history, its log and its open proposals.
"""

from tracktwo.text.brackets.check import check
from tracktwo.text.brackets.grammar import parse, write
from tracktwo.text.changes.accept import accept
from tracktwo.text.changes.history import History
from tracktwo.text.changes.operations import Operation, OperationKind, Replacement
from tracktwo.text.languages.concordance import concordance
from tracktwo.text.languages.glossary import Glossary, Term
from tracktwo.text.lint import lint_source
from tracktwo.text.units import Kept, NegotiatedText, Unit, UnitKind
from tracktwo.text.versions.compare import compare, compare_sources

__all__ = [
    "Glossary",
    "History",
    "Kept",
    "NegotiatedText",
    "Operation",
    "OperationKind",
    "Replacement",
    "Term",
    "Unit",
    "UnitKind",
    "accept",
    "check",
    "compare",
    "compare_sources",
    "concordance",
    "lint_source",
    "parse",
    "write",
]
