"""Negotiated texts in and out of files."""

from tracktwo.exchange.texts.layout import Layout
from tracktwo.exchange.texts.negotiation import read_negotiation, write_negotiation
from tracktwo.exchange.texts.read import read_text
from tracktwo.exchange.texts.text_file import Remark, TextFile
from tracktwo.exchange.texts.write import write_text

__all__ = [
    "Layout",
    "Remark",
    "TextFile",
    "read_negotiation",
    "read_text",
    "write_negotiation",
    "write_text",
]
