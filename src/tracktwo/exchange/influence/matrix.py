"""A map as a square table: labels on both axes, in each cell the effect of the row on the column.

Rows and columns are matched by their labels, never by their order.
"""

from collections.abc import Iterator, Mapping, Sequence

from tracktwo.errors import OptionError
from tracktwo.exchange.influence.assemble import FoundConcept, FoundLink, assemble
from tracktwo.exchange.influence.fields import checked, link_of
from tracktwo.exchange.influence.grid import Grid, Row
from tracktwo.exchange.influence.place import Place
from tracktwo.exchange.influence.reading import Reading, Zeros
from tracktwo.exchange.influence.workbook import Cell
from tracktwo.influence.maps import Concept, InfluenceMap, named

CORNER = r"from \ to"
"""What our own matrices write in the corner; in them an empty cell is a link that nobody drew."""


def is_matrix(grid: Grid) -> bool:
    """Whether some label stands on both axes."""
    return bool(set(grid.header[1:]) & {cells[0].strip() for _, cells in grid.rows})


def read_matrix(grid: Grid, reading: Reading) -> InfluenceMap:
    """The map of a matrix: concepts in the order of columns, links row by row.

    Where every cell is filled, zeros must be the links that nobody drew, for else everybody would have
    drawn everything; where cells are empty these are, and a 0 was drawn. `reading.zeros` overrules.
    """
    across, down = _columns(grid), _rows(grid)
    _require_same(grid, across, down)
    concepts = [_concept(label, grid.at(grid.header_row, place)) for label, place in across.items()]
    zeros = reading.zeros or _zeros_in(grid)
    links = [
        found
        for label in across
        for found in _links(grid, label, down[label], across, reading)
        if found[0].weight or zeros == "drawn"
    ]
    return assemble(concepts, links)


def as_matrix(
    drawn: InfluenceMap, labels: Sequence[str], *, corner: str = CORNER, zeros: Zeros | None = None
) -> tuple[list[str], list[list[Cell]]]:
    """The header and rows of a matrix; `zeros="absent"` fills what nobody drew with 0.

    Raises `OptionError` where a matrix cannot say what the map says.
    """
    _require_writable(drawn, labels, zeros)
    place = drawn.place_of
    empty: Cell = 0.0 if zeros == "absent" else None
    rows: list[list[Cell]] = [[label, *([empty] * len(labels))] for label in labels]
    for link in drawn.links:
        rows[place[link.source]][1 + place[link.target]] = float(link.weight)
    return [corner, *labels], rows


def _columns(grid: Grid) -> dict[str, int]:
    """The place of each label in the header."""
    across: dict[str, int] = {}
    for place, label in enumerate(grid.header[1:], start=1):
        at = grid.at(grid.header_row, place)
        if not label:
            at.refuse(
                f"column {grid.letters(place)} has no label; label it, and part cells that are merged"
            )
        if label in across:
            at.refuse(f"label {label!r} stands on two columns; labels must differ")
        across[label] = place
    return across


def _rows(grid: Grid) -> dict[str, Row]:
    """The row of each label in the first column."""
    down: dict[str, Row] = {}
    for row in grid.rows:
        label, at = row[1][0].strip(), grid.at(row[0], 0)
        if not label:
            at.refuse("the row has no label; label it, and part cells that are merged")
        if label in down:
            at.refuse(f"label {label!r} stands on two rows; labels must differ")
        down[label] = row
    return down


def _require_same(grid: Grid, across: Mapping[str, int], down: Mapping[str, Row]) -> None:
    """Refuse, by name, a label that stands on one axis only."""
    for label, place in across.items():
        if label not in down:
            at = grid.at(grid.header_row, place)
            at.refuse(f"column {label!r} has no row of that name; add the row or correct the label")
    for label, (row, _) in down.items():
        if label not in across:
            at = grid.at(row, 0)
            at.refuse(
                f"row {label!r} has no column of that name; add the column or correct the label"
            )


def _zeros_in(grid: Grid) -> Zeros:
    full = all(cell.strip() for _, cells in grid.rows for cell in cells)
    return "absent" if full and grid.header[0] != CORNER else "drawn"


def _links(
    grid: Grid, source: str, row: Row, across: Mapping[str, int], reading: Reading
) -> Iterator[FoundLink]:
    number, cells = row
    for target, place in across.items():
        if cells[place].strip():
            at = grid.at(number, place)
            told = {"weight": cells[place]}
            yield link_of(source, target, told, at, signs_as=reading.signs_as), at


def _concept(label: str, at: Place) -> FoundConcept:
    return checked(Concept(label), at), at


def _require_writable(drawn: InfluenceMap, labels: Sequence[str], zeros: Zeros | None) -> None:
    if not drawn.has_one_link_a_pair:
        message = "several experts judge the same link and a matrix has one cell for it; pool the map first"
        raise OptionError(message)
    for label in labels:
        if labels.count(label) > 1:
            raise OptionError(
                f"two concepts are called {label!r}; a matrix needs labels that differ"
            )
    for link in drawn.links:
        if zeros == "absent" and not link.weight:
            message = f"{named(link)} is drawn as 0, which would read as not drawn; leave zeros out"
            raise OptionError(message)
