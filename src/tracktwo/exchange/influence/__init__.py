"""Influence maps in and out: tables, matrices, graphs of other programs, lines of text."""

from tracktwo.exchange.influence.read import read_map
from tracktwo.exchange.influence.write import write_map

__all__ = ["read_map", "write_map"]
