"""A report as a PDF set by typst, tagged for readers that speak it (PDF/UA-1)."""

from collections.abc import Callable, Mapping, Sequence
from importlib.resources import files
from typing import Any

from tracktwo.exchange.paper.languages import page_words, set_in
from tracktwo.exchange.paper.typeset import typeset
from tracktwo.figures.figure import Cell
from tracktwo.reports.drawing import for_paper, height_of
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
    rows_of,
)
from tracktwo.reports.paper.widths import shares
from tracktwo.reports.tree import NARROW, WIDE, Clause, Document, Report, reports_in
from tracktwo.reports.words import words_of

JSON = dict[str, Any]
_HIGHEST = {WIDE: 1.1, NARROW: 2.4}
"""How high a picture may be for the width it stands in, so that it and its words fit on a page."""


def to_pdf(document: Document, *, line_numbers: bool = False, fonts: Sequence[str] = ()) -> bytes:
    """The report as a PDF; the same report with the same fonts gives the same bytes.

    Headings, lists, headers of tables and pictures are tagged, and nothing says who wrote it, when
    or where. `fonts` are folders with more fonts. `OptionError` where typst is not installed, or no
    font has the Chinese characters of the report.
    """
    template = files("tracktwo.reports.paper").joinpath("report.typ").read_bytes()
    return typeset(template, _values(document, line_numbers), fonts=fonts)


def _values(document: Document, line_numbers: bool) -> JSON:
    reports = reports_in(document)
    width = WIDE if len(reports) == 1 else NARROW
    return {
        "title": reports[0].title or "-",
        "languages": [set_in(one.language) for one in reports],
        "fronts": [_front(one) for one in reports],
        "banner": " · ".join(one.banner for one in reports if one.banner),
        "contents": " · ".join(words_of(one).gettext("Contents") for one in reports),
        "page": page_words(one.language for one in reports),
        "numbered": line_numbers,
        "rows": [_row(one, width) for one in rows_of(document)],
    }


def _front(report: Report) -> JSON:
    return {"title": report.title, "subtitle": report.subtitle, "note": report.note}


def _row(row: Row, width: int) -> JSON:
    cells = [[_piece(one, width) for one in cell] for cell in row.cells]
    return {"stacked": row.is_stacked, "cells": cells}


def _piece(piece: Piece, width: int) -> JSON:
    if isinstance(piece, Picture):
        return _picture(piece, width)
    return {"kind": type(piece).__name__, **_WRITERS[type(piece)](piece)}


def _head(one: Head) -> JSON:
    return {"level": one.level, "text": one.text}


def _para(one: Para) -> JSON:
    return {"text": one.text, "style": one.style, **_spoken(one.language)}


def _entry(one: Entry) -> JSON:
    return {"text": one.text, "number": one.number}


def _facts(one: Rows) -> JSON:
    return {"rows": [list(pair) for pair in one.rows]}


def _grid(one: Grid) -> JSON:
    table = one.table
    return {
        "title": one.title,
        "widths": shares(table),
        "columns": list(table.columns),
        "rows": [[_cell(cell) for cell in row] for row in table.rows],
    }


def _cell(cell: Cell) -> JSON:
    if isinstance(cell, str):
        return {"text": cell, "spoken": None}
    return {"text": cell.text, **_spoken(cell.language)}


def _clause(one: Clause) -> JSON:
    return {
        "clause": one.kind,
        "text": one.text,
        "number": one.number,
        "level": one.level,
        **_spoken(one.language),
    }


def _break(_: Break) -> JSON:
    return {}


def _picture(one: Picture, width: int) -> JSON:
    height = height_of(one.block, width)
    return {
        "kind": "Picture",
        "label": one.block.label,
        "title": one.block.title,
        "alt": one.block.alt,
        "svg": for_paper(one.block, width),
        "width": min(1.0, _HIGHEST[width] / height),
    }


def _spoken(language: str) -> JSON:
    return {"spoken": set_in(language) if language else None}


_WRITERS: Mapping[type[Piece], Callable[[Any], JSON]] = {
    Head: _head,
    Para: _para,
    Entry: _entry,
    Rows: _facts,
    Grid: _grid,
    Clause: _clause,
    Break: _break,
}
