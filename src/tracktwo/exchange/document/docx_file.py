"""A DOCX as paragraphs, a table a row at a time.

Paragraphs are counted from the beginning, empty ones too, a table row as one. What a tracked change
inserts is read; what it deletes is not.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tracktwo.errors import InputError
from tracktwo.exchange.document.docx_items import item_of
from tracktwo.exchange.document.letters import plain
from tracktwo.exchange.document.paragraphs import TAB, Paragraph
from tracktwo.exchange.texts.docx_in.lines import Line, State, blocks, line_of
from tracktwo.exchange.texts.docx_in.numbering import Numbering
from tracktwo.exchange.texts.docx_in.package import DAMAGED, Package, W, value
from tracktwo.exchange.texts.docx_in.styles import Styles
from tracktwo.text.units import UnitKind

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def docx_paragraphs(path: Path, raw: bytes) -> tuple[list[Paragraph], int]:
    """The paragraphs that say something, and how many there are with the empty ones."""
    package = Package(path, raw)
    root = package.part("word/document.xml")
    body = None if root is None else root.find(f"{W}body")
    if body is None:
        raise InputError(DAMAGED, file=path)
    numbering = Numbering(package.part("word/numbering.xml"))
    return _paragraphs(body, Styles(package.part("word/styles.xml"), numbering), numbering)


def _paragraphs(
    body: "Element", styles: Styles, numbering: Numbering
) -> tuple[list[Paragraph], int]:
    found: list[Paragraph] = []
    number = 0
    for number, element in enumerate(_rows(body), start=1):
        if element.tag == f"{W}tr":
            found += [Paragraph(number, text, gap=True) for text in _row(element, styles)]
        else:
            line = line_of(element, styles)
            if not line.form.is_contents:
                found += _of_line(element, line, number, styles, numbering)
    return found, number


def _rows(body: "Element") -> Iterator["Element"]:
    """Paragraphs and table rows in order."""
    for block in blocks(body, "p", "tbl"):
        if block.tag == f"{W}tbl":
            yield from blocks(block, "tr")
        else:
            yield block


def _of_line(
    element: "Element", line: Line, number: int, styles: Styles, numbering: Numbering
) -> Iterator[Paragraph]:
    form = line.form
    level = 1 if form.is_title else form.level
    heading = level if form.kind is UnitKind.HEADING else 0
    item, depth = item_of(form, styles.names(element), numbering)
    is_bold = _is_bold(element)
    for text in _texts(line):
        yield Paragraph(number, text, TAB * depth, True, heading, item, is_bold)


def _row(row: "Element", styles: Styles) -> list[str]:
    """The cells of a row one after the other, as one text."""
    lines = (line_of(one, styles) for one in row.iter(f"{W}p"))
    whole = " ".join(text for line in lines for text in _texts(line))
    return [whole] if whole else []


def _texts(line: Line) -> list[str]:
    """The text of a paragraph; a break made by hand begins a text of its own."""
    words = "".join(one.text for one in line.pieces if one.state is not State.GONE)
    # A hyphen at which no line may break is a hyphen to whoever reads.
    words = words.replace("\N{NON-BREAKING HYPHEN}", "-")
    return [text for one in words.split("\n") if (text := plain(one))]


def _is_bold(paragraph: "Element") -> bool:
    """Whether every run that says something is bold of its own accord."""
    runs = [run for run in paragraph.iter(f"{W}r") if _says_something(run)]
    marks = [run.find(f"{W}rPr/{W}b") for run in runs]
    return bool(marks) and all(
        one is not None and value(one, "1") not in {"0", "false"} for one in marks
    )


def _says_something(run: "Element") -> bool:
    return any((text.text or "").strip() for text in run.iter(f"{W}t"))
