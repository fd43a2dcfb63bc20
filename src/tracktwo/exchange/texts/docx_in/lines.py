"""The paragraphs of a document as pieces that stay, come or go, each by whom."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from xml.etree.ElementTree import Element

from tracktwo.exchange.texts.bookmarks import unit_of
from tracktwo.exchange.texts.docx_in.package import W, value
from tracktwo.exchange.texts.docx_in.styles import Form, Styles


class State(StrEnum):
    """Whether a tracked change lets words stay, come or go; none holds what both came and went."""

    SAME = "same"
    COME = "come"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one state and author; `anchor` is "+7" where remark 7 begins, "-7" where it ends.

    `is_number` says that the document marks them as a unit's number.
    """

    text: str
    state: State = State.SAME
    author: str = ""
    anchor: str = ""
    is_number: bool = False


@dataclass(slots=True)
class Line:
    """A paragraph as Word keeps it: its pieces, and whether its end stays, comes or goes."""

    form: Form
    pieces: list[Piece] = field(default_factory=list)
    end: State = State.SAME
    author: str = ""
    name: tuple[str, str] | None = None


Flow = list[Line]
"""Paragraphs that may run into each other when an end goes: a body, or a cell."""

_STATES = {f"{W}ins": State.COME, f"{W}moveTo": State.COME, f"{W}del": State.GONE, f"{W}moveFrom": State.GONE}  # fmt: skip
_SKIPPED = {f"{W}{name}" for name in ("pPr", "rPr", "txbxContent", "instrText", "delInstrText", "tbl", "pict", "object")} | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}  # fmt: skip
_SIGNS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad"}  # fmt: skip
_AROUND = {f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "del", "moveTo", "moveFrom", "customXml", "smartTag")}  # fmt: skip
_NUMBER_STYLE = "UnitNumber"


def flows(body: Element, styles: Styles) -> Iterator[Flow]:
    """The body and each cell of a table, in order; a table parts the paragraphs around it."""
    flow: Flow = []
    for block in blocks(body, "p", "tbl"):
        if block.tag == f"{W}p":
            flow.append(line_of(block, styles))
            continue
        yield flow
        flow = []
        for row in block.iter(f"{W}tr"):
            for cell in row.findall(f".//{W}tc"):
                yield from flows(cell, styles)
    yield flow


def blocks(around: Element, *names: str) -> Iterator[Element]:
    """Elements of these names in order, such as p and tbl of a body; those in content controls too."""
    wanted = {f"{W}{name}" for name in names}
    waiting = list(reversed(around))
    while waiting:
        child = waiting.pop()
        if child.tag in wanted:
            yield child
        elif child.tag in _AROUND:
            waiting.extend(reversed(child))


def line_of(paragraph: Element, styles: Styles) -> Line:
    """A paragraph with its form and pieces."""
    line = Line(styles.form(paragraph))
    for tag, state in _STATES.items():
        found = paragraph.find(f"{W}pPr/{W}rPr/{tag}")
        if found is not None:
            line.end, line.author = state, found.get(f"{W}author", "")
    for one in paragraph.iter(f"{W}bookmarkStart"):
        line.name = unit_of(one.get(f"{W}name", "")) or line.name
    line.pieces = list(_pieces(paragraph))
    return line


@dataclass(frozen=True, slots=True)
class _Inside:
    """What is around an element: the states of the changes it stands in, and whose the last is."""

    states: frozenset[State] = frozenset()
    author: str = ""
    is_number: bool = False


def _pieces(paragraph: Element) -> Iterator[Piece]:
    waiting = [(one, _Inside()) for one in reversed(paragraph)]
    while waiting:
        one, around = waiting.pop()
        if one.tag in _SKIPPED:
            continue
        inside = _around(one, around)
        words = _words(one)
        if words and len(inside.states) < 2:
            state = next(iter(inside.states), State.SAME)
            yield Piece(words, state, inside.author, is_number=inside.is_number)
        elif anchor := _anchor(one):
            yield Piece("", anchor=anchor)
        waiting.extend((child, inside) for child in reversed(one))


def _around(one: Element, around: _Inside) -> _Inside:
    if one.tag in _STATES:
        states = around.states | {_STATES[one.tag]}
        return _Inside(states, one.get(f"{W}author", ""), around.is_number)
    if one.tag == f"{W}r" and value(one.find(f"{W}rPr/{W}rStyle")) == _NUMBER_STYLE:
        return _Inside(around.states, around.author, is_number=True)
    return around


def _words(one: Element) -> str:
    if one.tag in (f"{W}t", f"{W}delText"):
        return one.text or ""
    if one.tag == f"{W}sym":
        code = one.get(f"{W}char", "")
        return (
            chr(int(code, 16))
            if len(code) == 4 and set(code) <= set("0123456789abcdefABCDEF")
            else ""
        )
    if one.tag == f"{W}br" and one.get(f"{W}type", "") in ("page", "column"):
        return ""
    return _SIGNS.get(one.tag, "")


def _anchor(one: Element) -> str:
    key = one.get(f"{W}id", "")
    if one.tag == f"{W}commentRangeStart":
        return f"+{key}"
    return (
        f"-{key}"
        if one.tag == f"{W}commentRangeEnd"
        else f"*{key}"
        if one.tag == f"{W}commentReference"
        else ""
    )
