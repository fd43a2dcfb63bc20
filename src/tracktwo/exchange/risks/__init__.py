"""Risks, estimates, seed questions and ladders as tables that open in a spreadsheet, and back."""

from tracktwo.exchange.risks.folder import RiskFolder, read_risks
from tracktwo.exchange.risks.ladder import escalation_ladder, read_ladder, write_ladder
from tracktwo.exchange.risks.writing import write_risks

__all__ = [
    "RiskFolder",
    "escalation_ladder",
    "read_ladder",
    "read_risks",
    "write_ladder",
    "write_risks",
]
