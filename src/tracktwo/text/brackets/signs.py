"""The characters of the grammar: brackets, slashes, marks of doubt, and what a backslash escapes."""

from typing import Final

CLOSING_OF: Final = {"[": "]", "［": "］", "【": "】", "〔": "〕"}
"""Every opening bracket, Western and Chinese, with the one that closes it."""

OPENING_OF: Final = {closing: opening for opening, closing in CLOSING_OF.items()}
BRACKETS: Final = "".join(CLOSING_OF) + "".join(OPENING_OF)
SLASHES: Final = "/／"
DOUBTS: Final = "?？"
COLONS: Final = ":："

ESCAPED: Final = BRACKETS + SLASHES + DOUBTS + COLONS + "\\`{}("
"""A backslash before one of these makes it plain text; before any other it is itself plain text."""
