"""The body of the DOCX: a paragraph or table a piece, or a row of a table where languages are paired."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from tracktwo.exchange.paper.runs import run
from tracktwo.exchange.paper.styles import MAIN
from tracktwo.reports.paper.pieces import (
    Break,
    Entry,
    Grid,
    Head,
    Para,
    Picture,
    Piece,
    Row,
    Rows,
)
from tracktwo.reports.paper.word.pictures import Pictures
from tracktwo.reports.paper.word.styles import BULLET
from tracktwo.reports.paper.word.tables import beside, facts_of, table_of
from tracktwo.reports.tree import NARROW, WIDE, Clause

WIDTH = 9072
"""Twips between the margins of a page."""
_GAP = 300
NEW_PAGE = '<w:p><w:pPr><w:pStyle w:val="NewPage"/></w:pPr></w:p>'
"""A line of no height that begins a page: a break of its own would leave a page empty behind a full one."""
_EMPTY = '<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr></w:p>'
_STYLES = {"body": "TextParagraph", "note": "Note", "statement": "Statement", "told": "Told", "more": "More", "name": "Name", "digest": "Digest"}  # fmt: skip


class Body:
    """Writes the pieces, with bookmarks, numbered lists and pictures counted through the document."""

    def __init__(self, languages: Sequence[str]) -> None:
        self.languages = tuple(languages)
        self.pictures = Pictures(WIDE if len(languages) == 1 else NARROW)
        self.ordered = 0
        self._list_of: dict[str, int] = {}
        self.contents: list[tuple[int, str, str, str]] = []
        """Level, bookmark, words and language of each heading that the contents list."""
        self._is_paired = len(languages) > 1
        self._width = (WIDTH // len(languages) - _GAP) if self._is_paired else WIDTH

    def blocks(self, rows: Iterable[Row]) -> Iterator[str]:
        """All of it, in order."""
        if not self._is_paired:
            for row in rows:
                yield from self._cell(row.cells[0], self.languages[0], WIDTH)
            return
        for stacked, together in groupby(rows, key=lambda row: row.is_stacked):
            write = self._stacked if stacked else self._beside
            yield from write(list(together))

    def _stacked(self, rows: Iterable[Row]) -> Iterator[str]:
        for row in rows:
            if row.is_break:  # one page for all languages, not one for each
                yield NEW_PAGE
                continue
            for cell, language in zip(row.cells, self.languages, strict=True):
                yield from self._cell(cell, language, WIDTH)

    def _beside(self, rows: Iterable[Row]) -> Iterator[str]:
        cells = [
            [
                _ended("".join(self._cell(cell, language, self._width)))
                for cell, language in zip(row.cells, self.languages, strict=True)
            ]
            for row in rows
        ]
        yield beside(cells, WIDTH, len(self.languages))
        yield _EMPTY

    def _cell(self, cell: Iterable[Piece], language: str, width: int) -> Iterator[str]:
        for piece in cell:
            yield from self._piece(piece, language, width)

    def _piece(self, piece: Piece, language: str, width: int) -> Iterator[str]:
        match piece:
            case Head():
                yield self._head(piece, language)
            case Para():
                words = run(piece.text, piece.language or language)
                yield paragraph(_STYLES[piece.style], words)
            case Entry():
                yield self._entry(piece, language)
            case Rows():
                yield facts_of(piece.rows, language, width)
                yield _EMPTY
            case Grid():
                yield paragraph("Caption", run(piece.title, language))
                yield table_of(piece.table, language, width)
                yield _EMPTY
            case Picture():
                yield from self._picture(piece, language, width)
            case Clause():
                yield _clause(piece, piece.language or language)
            case Break():
                yield NEW_PAGE

    def _head(self, one: Head, language: str) -> str:
        place = len(self.contents) + 1
        name = f"_Toc{place}"
        if one.level <= 2:
            self.contents.append((one.level, name, one.text, language))
        words = run(one.text, language)
        if one.level <= 2:
            words = f'<w:bookmarkStart w:id="{place}" w:name="{name}"/>{words}<w:bookmarkEnd w:id="{place}"/>'
        return paragraph(f"Heading{one.level}", words)

    def _entry(self, one: Entry, language: str) -> str:
        if one.number == "1.":
            self.ordered += 1
            self._list_of[language] = BULLET + self.ordered
        key = self._list_of[language] if one.number else BULLET
        more = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{key}"/></w:numPr>'
        return paragraph("ListEntry", run(one.text, language), more)

    def _picture(self, one: Picture, language: str, width: int) -> Iterator[str]:
        block = one.block
        label = run(f"{block.label} ", language, style="Faint") if block.label else ""
        yield paragraph("Caption", label + run(block.title, language))
        yield paragraph("Picture", self.pictures.drawing(block, width))
        yield paragraph("FigureText", run(block.alt, language))


def document(blocks: Iterable[str], *, line_numbers: bool) -> str:
    """The part `document.xml`."""
    numbers = '<w:lnNumType w:countBy="1" w:restart="continuous"/>' if line_numbers else ""
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1474" w:right="1417" w:bottom="1417" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/>'
        f"{numbers}</w:sectPr>"
    )
    spaces = f'xmlns:w="{MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    return f"<w:document {spaces}><w:body>{''.join(blocks)}{section}</w:body></w:document>"


def paragraph(style: str, words: str, more: str = "") -> str:
    """A paragraph of a style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{words}</w:p>'


def _clause(one: Clause, language: str) -> str:
    number = run(f"{one.number}\t", language, style="UnitNumber") if one.number else ""
    if one.kind == "heading":
        return paragraph(f"Heading{min(one.level + 2, 9)}", number + run(one.text, language))
    if one.kind == "item":
        sign = number or run("•\t", language)
        return paragraph(f"TextItem{min(max(one.level, 1), 9)}", sign + run(one.text, language))
    return paragraph("TextParagraph", number + run(one.text, language))


def _ended(cell: str) -> str:
    """A cell ends in a paragraph, or Word does not open the file."""
    return cell if cell.endswith("</w:p>") else cell + _EMPTY
