"""Outcomes: negotiation domains of issues with values, every outcome looked at, for two parties or more."""

from tracktwo.convergence.outcomes.bargain import Bargain, bargain
from tracktwo.convergence.outcomes.domain import Domain, Issue
from tracktwo.convergence.outcomes.profile import Box, Profile, utilities
from tracktwo.convergence.outcomes.told import domain_document, outcome_options

__all__ = [
    "Bargain",
    "Box",
    "Domain",
    "Issue",
    "Profile",
    "bargain",
    "domain_document",
    "outcome_options",
    "utilities",
]
