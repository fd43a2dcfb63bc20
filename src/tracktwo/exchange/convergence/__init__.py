"""Options, points and conditions as tables that open in a spreadsheet; negotiation domains of others."""

from tracktwo.exchange.convergence.domain_files import DomainFiles, is_domain_file, read_domain
from tracktwo.exchange.convergence.folder import ConvergenceFolder, read_convergence
from tracktwo.exchange.convergence.writing import write_convergence

__all__ = [
    "ConvergenceFolder",
    "DomainFiles",
    "is_domain_file",
    "read_convergence",
    "read_domain",
    "write_convergence",
]
