"""Every way a dialogue comes in and goes out."""

from tracktwo.exchange.groups import read_groups
from tracktwo.exchange.read import MOST_ROWS, read
from tracktwo.exchange.write import write_folder

__all__ = ["MOST_ROWS", "read", "read_groups", "write_folder"]
