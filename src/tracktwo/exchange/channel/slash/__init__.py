"""Messages as slash-delimited text: fields, sets, message."""

from tracktwo.exchange.channel.slash.of_message import read_slash, write_slash
from tracktwo.exchange.channel.slash.sets import Set, read_sets, write_sets

__all__ = ["Set", "read_sets", "read_slash", "write_sets", "write_slash"]
