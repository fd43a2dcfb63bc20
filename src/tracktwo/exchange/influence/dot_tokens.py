"""The words of a DOT file: ids, quoted texts, signs, each with its line."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import NamedTuple

from tracktwo.exchange.influence.place import Place

_TOKEN = re.compile(
    r"""
    (?P<blank>\s+|//[^\n]*|/\*.*?\*/|(?:^|(?<=\n))\#[^\n]*)
    |(?P<quoted>"(?:[^"\\]|\\.)*")
    |(?P<sign>->|--|[{}\[\];,=:+])
    |(?P<number>-?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?))
    |(?P<word>[^\W\d]\w*)
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPES = {"n": "\n", "l": "\n", "r": "\n", "\n": "", '"': '"', "\\": "\\"}


class Token(NamedTuple):
    """`kind` is id, sign or end; a quoted text is an id with its escapes undone."""

    kind: str
    text: str
    at: Place
    is_quoted: bool = False


def tokens(path: Path, text: str) -> Iterator[Token]:
    """The tokens of a DOT file and an `end`; `InputError` at the first thing that is none."""
    here, line = 0, 1
    while here < len(text):
        at = Place(path, line)
        if text[here] == "<":
            end = _end_of_html(text, here, at)
            yield Token("id", _without_tags(text[here + 1 : end - 1]), at, is_quoted=True)
        elif match := _TOKEN.match(text, here):
            end = match.end()
            if match.lastgroup == "quoted":
                yield Token("id", undone(match[0][1:-1]), at, is_quoted=True)
            elif match.lastgroup != "blank":
                yield Token("sign" if match.lastgroup == "sign" else "id", match[0], at)
        else:
            at.refuse(_not_a_token(text[here]))
        line += text.count("\n", here, end)
        here = end
    yield Token("end", "", Place(path, line))


def quoted(text: str) -> str:
    """A text as a quoted id: backslash, quote and line end escaped as Graphviz draws them."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def undone(escaped: str) -> str:
    """The text of a quoted id: `undone(quoted(text)[1:-1]) == text`."""
    if "\\" not in escaped:
        return escaped
    return re.sub(r"\\(.)", lambda it: _ESCAPES.get(it[1], it[0]), escaped, flags=re.DOTALL)


def _end_of_html(text: str, start: int, at: Place) -> int:
    """The place behind the bracket that closes a label in HTML."""
    depth = 0
    for bracket in re.compile(r"[<>]").finditer(text, start):
        depth += 1 if bracket[0] == "<" else -1
        if not depth:
            return bracket.end()
    raise at.error("a label in HTML begins here and does not end; close it with >")


def _without_tags(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", " ", html)).strip()


def _not_a_token(sign: str) -> str:
    if sign == '"':
        return "a quoted text begins here and does not end; close it with a quote"
    if sign == "/":
        return "a comment begins here and does not end; close it with */"
    return f"{sign!r} cannot stand here; put names with signs in quotes"
