"""A report document read for what a dialogue needs: proposals for a person to confirm."""

from tracktwo.exchange.document.as_json import proposal_to_json
from tracktwo.exchange.document.folder import write_proposal
from tracktwo.exchange.document.proposal import (
    Area,
    Consequence,
    Milestone,
    Passage,
    Perception,
    Proposal,
    Remark,
    Side,
)
from tracktwo.exchange.document.read_report import read_report
from tracktwo.exchange.document.sentences import remark_sentence
from tracktwo.exchange.placing import require_free

__all__ = [
    "Area",
    "Consequence",
    "Milestone",
    "Passage",
    "Perception",
    "Proposal",
    "Remark",
    "Side",
    "proposal_to_json",
    "read_report",
    "remark_sentence",
    "require_free",
    "write_proposal",
]
