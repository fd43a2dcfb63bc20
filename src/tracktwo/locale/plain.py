"""Texts that others typed, made safe to stand among our own words."""

import re
import unicodedata

_BLANKS = re.compile(r"[^\S\u00a0\u202f]+")
"""All but those that must not break, which French writes before its marks."""


def plain(text: str) -> str:
    r"""A text without control and direction characters, its blanks single.

    >>> plain("a\x1b[31m\u2067b")
    'a[31mb'
    """
    spaced = _BLANKS.sub(" ", text)
    kept = "".join(mark for mark in spaced if unicodedata.category(mark) not in ("Cc", "Cf", "Cs"))
    return _BLANKS.sub(" ", kept).strip()
