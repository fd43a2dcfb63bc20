"""A source without the marks of our own files, every other character in its place."""

from tracktwo.text.brackets.marks import WRITTEN

_NOTHING = "\N{NULL}"


def masked(source: str) -> str:
    r"""A source of the same length whose marks, such as {since:2026-03-01}, are not to be read.

    >>> masked("[a/b]{id:1} c")
    '[a/b]\x00\x00\x00\x00\x00\x00 c'
    """
    if "{" not in source:
        return source
    return WRITTEN.sub(lambda match: _NOTHING * len(match[0]), source)
