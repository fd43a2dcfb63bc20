"""Tables of a DOCX: of figures with a header that is repeated, of facts, of languages side by side."""

from collections.abc import Iterable, Sequence

from tracktwo.exchange.paper.runs import run
from tracktwo.figures.figure import Cell, Table
from tracktwo.reports.paper.widths import shares

_CELL = (
    '<w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar>'
)
_COLUMN = (
    '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="240" w:type="dxa"/></w:tblCellMar>'
)
_RULES = '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="C8CCD0"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="C8CCD0"/>'


def table_of(table: Table, language: str, width: int) -> str:
    """A table whose first row is its header, on each page that it goes over."""
    widths = [round(one * width) for one in shares(table)]
    head = _row((_headed(one, language) for one in table.columns), widths, header=True)
    rows = (_row((_celled(one, language) for one in row), widths) for row in table.rows)
    return _table(widths, [head, *rows], rules=_RULES)


def facts_of(rows: Iterable[tuple[str, str]], language: str, width: int) -> str:
    """Names on the left, values on the right."""
    widths = [width // 2, width - width // 2]
    told = (
        _row((_text(run(name, language, style="Faint")), _text(run(value, language), end=True)), widths)
        for name, value in rows
    )  # fmt: skip
    return _table(widths, told, rules=_RULES)


def beside(rows: Iterable[Sequence[str]], width: int, columns: int) -> str:
    """Blocks in columns, a language each, without rules: this table only lays out."""
    widths = [width // columns] * columns
    return _table(widths, (_row(row, widths, splits=True) for row in rows), margins=_COLUMN)


def _headed(heading: str, language: str) -> str:
    return _text(run(heading, language, style="Strong"))


def _celled(cell: Cell, language: str) -> str:
    if isinstance(cell, str):
        return _text(run(cell, language))
    return _text(run(cell.text, cell.language or language))


def _text(runs: str, *, end: bool = False) -> str:
    side = '<w:jc w:val="right"/>' if end else ""
    return f'<w:p><w:pPr><w:pStyle w:val="TableText"/>{side}</w:pPr>{runs}</w:p>'


def _table(
    widths: Sequence[int], rows: Iterable[str], *, rules: str = "", margins: str = _CELL
) -> str:
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in widths)
    borders = f"<w:tblBorders>{rules}</w:tblBorders>" if rules else ""
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{borders}<w:tblLayout w:type="fixed"/>{margins}'
        f'<w:tblLook w:firstRow="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def _row(
    cells: Iterable[str], widths: Sequence[int], *, header: bool = False, splits: bool = False
) -> str:
    told = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{one}</w:tc>'
        for one, width in zip(cells, widths, strict=True)
    )
    whole = "" if splits else "<w:cantSplit/>"
    first = "<w:tblHeader/>" if header else ""
    kept = f"<w:trPr>{whole}{first}</w:trPr>" if whole or first else ""
    return f"<w:tr>{kept}{told}</w:tr>"
