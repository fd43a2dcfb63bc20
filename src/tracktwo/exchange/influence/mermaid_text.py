"""Texts in a Mermaid diagram, where a quote, a hash or a line end must be written otherwise."""

import re
from html import unescape

_CODES = str.maketrans(
    {
        '"': "#quot;",
        "#": "#35;",
        "&": "#amp;",
        "<": "#lt;",
        ">": "#gt;",
        "`": "#96;",
        "\n": "<br/>",
    }
)


def shown(text: str) -> str:
    """A text as it must be written between quotes to be shown as it is.

    >>> shown('5 "of" 6')
    '5 #quot;of#quot; 6'
    """
    return text.translate(_CODES)


def meant(written: str) -> str:
    """The text that something written in a diagram shows."""
    lines = re.sub(r"<br\s*/?>", "\n", written.strip().strip("`"))
    return unescape(re.sub(r"#(\w+);", _entity, lines)).strip()


def _entity(code: re.Match[str]) -> str:
    return f"&#{code[1]};" if code[1].isdigit() else f"&{code[1]};"
