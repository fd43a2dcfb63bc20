"""Negotiated texts in and out of files."""

from tracktwo.exchange.texts.layout import Layout
from tracktwo.exchange.texts.negotiation import read_negotiation, write_negotiation
from tracktwo.exchange.texts.read import read_text
from tracktwo.exchange.texts.text_file import TextFile
from tracktwo.exchange.texts.write import write_text
from tracktwo.text.remark import Remark

__all__ = [
    "Layout",
    "Remark",
    "TextFile",
    "read_negotiation",
    "read_text",
    "write_negotiation",
    "write_text",
]
