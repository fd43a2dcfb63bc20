"""A source cut into what a reader compares: words, single Chinese characters, marks and blanks."""

import re

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_JOINED = "\u0300-\u036f\u200d\ufe0e\ufe0f"
_TOKEN = re.compile(
    rf"[{_HAN}][{_JOINED}]*"
    rf"|(?:(?![{_HAN}])[^\W_][{_JOINED}]*)+(?:['’-](?:(?![{_HAN}])[^\W_][{_JOINED}]*)+)*"
    rf"|[^\S\n]+"
    rf"|.[{_JOINED}]*",
    re.DOTALL,
)


def tokens(source: str) -> list[str]:
    """The tokens of a source, which put in a row are the source again.

    >>> tokens("The U.S. 在2021年")
    ['The', ' ', 'U', '.', 'S', '.', ' ', '在', '2021', '年']
    """
    return _TOKEN.findall(source)
