"""Our marks in a Markdown file: `{#u12 ...}` behind a unit, and characters that a line cannot hold."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

OWN = re.compile(r"<!-- tracktwo text:((?: [^\s>]+)*) -->")
"""The first line of a file of ours, with its languages."""

_MARK = re.compile(r" ?\{#([^\s{}]+)((?: [a-z]+(?:=[^\s{}]*)?)*)\}\Z")
_TITLE_MARK = re.compile(r" \{lang=([^\s{}]+)\}\Z")
_ENTITY = re.compile(r"&#(\d{1,7});")
_TO_ESCAPE = re.compile(
    r"&(?=#\d{1,7};)"
    r"|[\0-\x08\x0b-\x1f\x7f\x85\u2028\u2029]"
    r"|^[\s#\-{<]|(?<=\n)[\s#\-{<]|[^\S\n](?=\n)|[^\S\n]\Z|\n(?=\n|\Z)"
)


@dataclass(frozen=True, slots=True)
class Note:
    """A mark: the id of a unit, and what its line does not say by itself."""

    id: str
    values: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        told = "".join(f" {key}={one}" if one else f" {key}" for key, one in self.values.items())
        return f"{{#{self.id}{told}}}"


def noted(line: str) -> tuple[str, Note | None]:
    """A block without the mark behind it, and the mark.

    >>> noted("We meet. {#u2 level=2}")
    ('We meet.', Note(id='u2', values={'level': '2'}))
    """
    found = _MARK.search(line)
    if not found:
        return line, None
    pairs = (one.partition("=") for one in found[2].split())
    return line[: found.start()], Note(found[1], {key: value for key, _, value in pairs})


def titled(line: str) -> tuple[str, str]:
    """A title without the language behind it, and that language."""
    found = _TITLE_MARK.search(line)
    return (line[: found.start()], found[1]) if found else (line, "")


def shielded(text: str) -> str:
    r"""A text as lines of a block, with what would be read otherwise as a numbered character.

    >>> shielded("# 3\n\nparagraph")
    '&#35; 3&#10;&#10;paragraph'
    """
    return _TO_ESCAPE.sub(lambda one: f"&#{ord(one[0])};", text)


def bared(block: str) -> str:
    r"""A block as the text it stands for.

    >>> bared("&#35; 3&#10;\nparagraph")
    '# 3\n\nparagraph'
    """
    return _ENTITY.sub(_character, block)


def _character(found: re.Match[str]) -> str:
    code = int(found[1])
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else found[0]
