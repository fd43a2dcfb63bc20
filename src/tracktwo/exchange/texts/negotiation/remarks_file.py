"""remarks.csv: what was said of passages to the whole table, a remark a row."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from tracktwo.exchange.lists import Row
from tracktwo.exchange.texts.negotiation.known import Known
from tracktwo.exchange.texts.negotiation.log_out import Rows, words_of_cell
from tracktwo.exchange.texts.negotiation.rows import rows_of, side_of, unit_of, whole
from tracktwo.text.remark import Remark

REMARKS: Final = "remarks.csv"
REMARK_COLUMNS: Final = (
    "number", "side", "unit", "words", "language", "start", "end", "reply_to",
)  # fmt: skip
NEEDED: Final = 4
"""Columns that the table cannot do without; those behind them may be left out."""


def remark_rows(remarks: Iterable[Remark]) -> Rows:
    """The rows of remarks.csv.

    >>> remark_rows([Remark("1", "Too weak?", "u1", side="nato")])
    [('1', 'nato', 'u1', 'Too weak?', '', '', '', '')]
    """
    return [
        (
            one.id,
            one.side,
            one.unit,
            words_of_cell(one.words),
            one.language,
            str(one.start) if one.end else "",
            str(one.end) if one.end else "",
            one.reply_to or "",
        )
        for one in remarks
    ]


def read_remarks(folder: Path, known: Known) -> tuple[Remark, ...]:
    """The remarks of a folder in their order; none where there is no such file.

    `InputError` with file and line for a cell that cannot be, a number that comes twice, and an
    answer to a remark that does not stand before it.
    """
    found: dict[str, Remark] = {}
    for row in rows_of(folder / REMARKS, REMARK_COLUMNS, NEEDED):
        one = _remark(row, known)
        if one.id in found:
            row.refuse(f"two remarks have the number {one.id}; give each one of its own")
        if one.reply_to is not None and one.reply_to not in found:
            row.refuse(f"remark {one.reply_to} does not stand before its answer; put it there")
        found[one.id] = one
    return tuple(found.values())


def _remark(row: Row, known: Known) -> Remark:
    for column in ("number", "words"):
        if not row[column]:
            row.refuse(f"{column} is empty; fill it in, or take the row out")
    start, end = (whole(row, one, first=0) if row["end"] else 0 for one in ("start", "end"))
    if start > end:
        row.refuse(f"start {start} lies behind end {end}; exchange them")
    return Remark(
        id=row["number"],
        words=row["words"],
        unit=unit_of(row, "unit", row["unit"], known),
        language=row["language"],
        start=start,
        end=end,
        side=side_of(row, known) if row["side"] else "",
        reply_to=row["reply_to"] or None,
    )
