"""The words of the text form: names, quoted texts and signs, Chinese punctuation taken as Latin."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tracktwo.exchange.influence.place import Place

_LINK_SIGNS = r"[:：;；\[\]［］【】]"
_CONCEPT_SIGNS = r"[:：()（）,，/／]"
_LATIN = str.maketrans("：；［］【】（），／", ":;[][](),/")
_ARROW = r"-{1,9}>|={1,9}>|[→⟶⇒]"
_TEXT = r'"(?:[^"\\]|\\.?)*+(?:"|$)|“[^”]*+(?:”|$)'
"""A quoted text, or one that does not end: a line is read once from left to right."""
_CLOSED = re.compile(r'"(?:[^"\\]|\\.)*+"|“[^”]*+”')
ARROW = "->"
_BARE = re.compile(r"\w(?:[\w .'’-]*[\w.'’])?")


@dataclass(frozen=True, slots=True)
class Word:
    """A sign, or a piece of text that is a name or value."""

    text: str
    is_sign: bool = False


def link_words(line: str, at: Place) -> list[Word]:
    """The words of a line that may hold a link."""
    return list(_words(line, f"{_ARROW}|{_LINK_SIGNS}", at))


def concept_words(line: str, at: Place) -> list[Word]:
    """The words of a line that tells a concept, a title or a note."""
    return list(_words(line, _CONCEPT_SIGNS, at))


def without_comment(line: str) -> str:
    """The line up to a # that begins it or follows a space, quoted texts left whole."""
    found = re.finditer(rf"{_TEXT}|(?:^|(?<=\s))[#＃]", line)
    return next((line[: it.start()] for it in found if it[0] in {"#", "＃"}), line).strip()


def name(text: str) -> str:
    """A name as it is written: bare where it is plain words, else in quotes.

    >>> name("military exercises"), name("a -> b")
    ('military exercises', '"a -> b"')
    """
    return text if _BARE.fullmatch(text) and "  " not in text else in_quotes(text)


def in_quotes(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _words(line: str, signs: str, at: Place) -> Iterator[Word]:
    here = 0
    for it in re.finditer(rf"(?P<text>{_TEXT})|(?P<sign>{signs})", line):
        yield from _bare(line[here : it.start()])
        if it["sign"]:
            yield Word(
                ARROW if re.fullmatch(_ARROW, it[0]) else it[0].translate(_LATIN), is_sign=True
            )
        else:
            yield Word(_unquoted(it[0], at))
        here = it.end()
    yield from _bare(line[here:])


def _bare(piece: str) -> Iterator[Word]:
    if piece.strip():
        yield Word(piece.strip())


def _unquoted(text: str, at: Place) -> str:
    if not _CLOSED.fullmatch(text):
        at.refuse("a quoted text begins here and does not end; close it with a quote")
    if text.startswith("“"):
        return text[1:-1]
    try:
        return str(json.loads(text, strict=False))
    except json.JSONDecodeError:
        at.refuse(r"a backslash in a quoted text must be written \\, and a quote \"")
