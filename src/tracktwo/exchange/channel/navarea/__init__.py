"""Navigational warnings as coordinators broadcast them (IMO MSC.1/Circ.1310)."""

from tracktwo.exchange.channel.navarea.of_message import fields_of_warning, warning_of
from tracktwo.exchange.channel.navarea.read import read_navarea
from tracktwo.exchange.channel.navarea.warning import (
    Around,
    Bounded,
    NavigationalWarning,
    Number,
    Spots,
)
from tracktwo.exchange.channel.navarea.write import write_navarea

__all__ = [
    "Around",
    "Bounded",
    "NavigationalWarning",
    "Number",
    "Spots",
    "fields_of_warning",
    "read_navarea",
    "warning_of",
    "write_navarea",
]
