"""Title and note of a map as rows of a table: part, language, text."""

from tracktwo.exchange.influence.fields import is_language
from tracktwo.exchange.influence.grid import Grid
from tracktwo.exchange.influence.judgements import require_columns
from tracktwo.exchange.influence.workbook import Cell
from tracktwo.influence.maps import InfluenceMap

ABOUT_COLUMNS = ("part", "language", "text")
PARTS = ("title", "note")


def read_about(grid: Grid) -> dict[str, dict[str, str]]:
    """The texts of each part by language; `InputError` where a row cannot be meant."""
    columns = [name.casefold() for name in grid.header]
    require_columns(grid, columns, needed=ABOUT_COLUMNS, allowed=ABOUT_COLUMNS)
    found: dict[str, dict[str, str]] = {part: {} for part in PARTS}
    for row, cells in grid.rows:
        told = dict(zip(columns, cells, strict=True))
        part, language = told["part"].strip(), told["language"].strip()
        if part not in PARTS:
            grid.at(row, columns.index("part")).refuse(
                f"part {part!r} is not known; write title or note"
            )
        if not is_language(language):
            at = grid.at(row, columns.index("language"))
            at.refuse(f"language {language!r} is not a code like en or zh")
        found[part][language] = told["text"]
    return found


def about_rows(drawn: InfluenceMap) -> list[list[Cell]]:
    """A row for each text, in the order of `ABOUT_COLUMNS`."""
    return [
        [part, language, text]
        for part, texts in (("title", drawn.title), ("note", drawn.note))
        for language, text in texts.items()
        if text
    ]
