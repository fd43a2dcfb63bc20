"""Notices about airspace in the form of ICAO (Annex 15, NOTAM)."""

from tracktwo.exchange.channel.notam.notice import Action, Notam, NotamNumber
from tracktwo.exchange.channel.notam.of_message import fields_of_notice, notice_of
from tracktwo.exchange.channel.notam.qualifiers import Qualifiers
from tracktwo.exchange.channel.notam.read import read_notam
from tracktwo.exchange.channel.notam.write import write_notam

__all__ = [
    "Action",
    "Notam",
    "NotamNumber",
    "Qualifiers",
    "fields_of_notice",
    "notice_of",
    "read_notam",
    "write_notam",
]
