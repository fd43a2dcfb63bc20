"""A negotiation as a folder: the text as it stands, how it came about, and what was said of it."""

from tracktwo.exchange.texts.negotiation.read import is_negotiation, read_negotiation
from tracktwo.exchange.texts.negotiation.write import write_negotiation

__all__ = ["is_negotiation", "read_negotiation", "write_negotiation"]
