"""Text that XML can hold."""

import re

_NEVER = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def xml_text(text: str) -> str:
    r"""A text without the control characters that no XML file may hold.

    >>> xml_text("a\x0bb")
    'ab'
    """
    return _NEVER.sub("", text)
