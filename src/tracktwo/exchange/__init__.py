"""Every way a dialogue comes in and goes out."""

from tracktwo.exchange.document import Proposal, proposal_to_json, read_report, write_proposal
from tracktwo.exchange.groups import read_groups
from tracktwo.exchange.influence import read_map, write_map
from tracktwo.exchange.read import MOST_ROWS, read
from tracktwo.exchange.write import write_folder

__all__ = [
    "MOST_ROWS",
    "Proposal",
    "proposal_to_json",
    "read",
    "read_groups",
    "read_map",
    "read_report",
    "write_folder",
    "write_map",
    "write_proposal",
]
