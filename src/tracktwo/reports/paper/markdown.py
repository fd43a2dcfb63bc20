"""A report as Markdown that any program reads: headings, lists, tables, every text escaped."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from tracktwo.figures.figure import Table
from tracktwo.reports.paper.pieces import (
    Break,
    Entry,
    Grid,
    Head,
    Para,
    Picture,
    Piece,
    Rows,
    rows_of,
)
from tracktwo.reports.paper.widths import text_of
from tracktwo.reports.tree import Clause, Document, reports_in

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~&$!])")
_STARTS = re.compile(r"^(\s*)([-+=:]|\d+(?=[.)](?:\s|\Z)))", re.MULTILINE)


def to_markdown(document: Document) -> str:
    r"""The report as CommonMark with tables; of a figure, its words and its table.

    >>> from tracktwo.reports.tree import Paragraph, Report, Section
    >>> made = to_markdown(Report("A < B", "en", "", (Section("a", "Aims", (Paragraph("*We* meet."),)),)))
    >>> print(made, end="")
    # A \< B
    <BLANKLINE>
    ## Aims
    <BLANKLINE>
    \*We\* meet.
    """
    blocks = list(_front(document))
    entries: list[str] = []
    for row in rows_of(document):
        for piece in (one for cell in row.cells for one in cell):
            if isinstance(piece, Entry):
                entries.append(_entry(piece))
                continue
            blocks += _closed(entries)
            blocks += _WRITERS[type(piece)](piece)
    return "\n\n".join([*blocks, *_closed(entries)]) + "\n"


def escaped(text: str) -> str:
    r"""Words that no reader of Markdown takes for signs.

    >>> escaped("1. [x](y) <b>")
    '1\\. \\[x\\](y) \\<b\\>'
    """
    plain = _SIGNS.sub(r"\\\1", text)
    return _STARTS.sub(_shielded, plain)


def _shielded(found: re.Match[str]) -> str:
    return f"{found[1]}{found[2]}\\" if found[2].isdigit() else f"{found[1]}\\{found[2]}"


def _front(document: Document) -> Iterator[str]:
    for one in reports_in(document):
        if one.banner:
            yield f"**{escaped(one.banner)}**"
        yield f"# {escaped(one.title)}"
        if one.subtitle:
            yield escaped(one.subtitle)
        if one.note:
            yield f"> {escaped(one.note)}"


def _closed(entries: list[str]) -> Iterator[str]:
    """The list that ends here, if any."""
    if entries:
        yield "\n".join(entries)
        entries.clear()


def _entry(one: Entry) -> str:
    return f"{one.number or '-'} {escaped(one.text)}"


def _head(one: Head) -> Iterator[str]:
    yield f"{'#' * (one.level + 1)} {escaped(one.text)}"


def _para(one: Para) -> Iterator[str]:
    text = escaped(one.text)
    marked = {"note": f"> {text}", "name": f"**{text}**", "digest": f"`{one.text}`"}
    yield marked.get(one.style, text)


def _rows(one: Rows) -> Iterator[str]:
    yield "\n".join(f"- {escaped(name)}: {escaped(value)}" for name, value in one.rows)


def _grid(one: Grid) -> Iterator[str]:
    yield f"**{escaped(one.title)}**"
    yield _table(one.table)


def _table(table: Table) -> str:
    rule = "|".join("---" for _ in table.columns)
    rows = ((text_of(cell) for cell in row) for row in table.rows)
    lines = [table.columns, *rows]
    told = [" | ".join(escaped(one).replace("\n", " ") for one in line) for line in lines]
    return "\n".join((f"| {told[0]} |", f"|{rule}|", *(f"| {one} |" for one in told[1:])))


def _picture(one: Picture) -> Iterator[str]:
    yield f"**{escaped(f'{one.block.label} {one.block.title}'.strip())}**"
    yield escaped(one.block.alt)


def _clause(one: Clause) -> Iterator[str]:
    words = escaped(f"{one.number} {one.text}".strip())
    if one.kind == "heading":
        yield f"{'#' * min(one.level + 2, 6)} {words}"
    elif one.kind == "item":
        yield f"{'  ' * (one.level - 1)}- {words}"
    else:
        yield words


def _break(_: Break) -> Iterator[str]:
    yield "---"


_WRITERS: Mapping[type[Piece], Callable[[Any], Iterator[str]]] = {
    Head: _head,
    Para: _para,
    Rows: _rows,
    Grid: _grid,
    Picture: _picture,
    Clause: _clause,
    Break: _break,
}
