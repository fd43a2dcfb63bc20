"""Small tables that go with a map: where concepts start, and measures that are not on it yet."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from tracktwo.errors import InputError
from tracktwo.exchange.influence.fields import link_of
from tracktwo.exchange.influence.grid import Grid, read_csv
from tracktwo.exchange.influence.judgements import require_columns
from tracktwo.exchange.influence.place import Place
from tracktwo.exchange.influence.strengths import number
from tracktwo.influence.maps import Concept, InfluenceMap, Link

START_COLUMNS = ("concept", "value")
MEASURE_COLUMNS = ("measure", "target", "weight")
_ALSO_CALLED = {
    "name": "concept",
    "start": "value",
    "state": "value",
    "source": "measure",
    "from": "measure",
    "to": "target",
}


def read_values(path: Path, drawn: InfluenceMap) -> dict[str, float]:
    r"""A table concept,value: values in -1..1 by concepts of a map.

    Raises `InputError` for a concept that is not on the map, one named twice, or a value out of range.

    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp()) / "start.csv"
    >>> file.write_text("concept,value\ntrust,0.2\n")
    24
    >>> read_values(file, InfluenceMap((Concept("trust"),)))
    {'trust': 0.2}
    """
    grid = _table(path, START_COLUMNS)
    values: dict[str, float] = {}
    for row, cells in grid.rows:
        at, told = grid.at(row), dict(zip(grid.header, cells, strict=True))
        concept = _on_map(told["concept"], drawn, at)
        if concept in values:
            at.refuse(f"concept {concept!r} is named twice; keep one")
        values[concept] = number(told["value"], at, what="value")
        if not -1 <= values[concept] <= 1:
            at.refuse(f"value {told['value'].strip()} lies outside -1..1")
    return values


def read_measures(path: Path, drawn: InfluenceMap) -> tuple[InfluenceMap, tuple[str, ...]]:
    """A table measure,target,weight: the map with these measures added, and their names.

    Without a column of measures there is one, called as the file is. A measure acts the same whoever looks: where sides or experts judged, each is taken to agree.
    Raises `InputError` for a target that is not on the map and for a measure that is.
    """
    grid = _table(path, MEASURE_COLUMNS, optional=("measure",))
    links: list[Link] = []
    for row, cells in grid.rows:
        at, told = (
            grid.at(row),
            {"measure": path.stem, **dict(zip(grid.header, cells, strict=True))},
        )
        links.append(_acting(told, drawn, at, seen=[link.ends for link in links]))
    names = tuple(dict.fromkeys(link.source for link in links))
    added = tuple(
        replace(link, side=side, expert=expert)
        for link in links
        for side, expert in drawn.judges or (("", ""),)
    )
    concepts = (*drawn.concepts, *(Concept(name, kind="measure") for name in names))
    return replace(drawn, concepts=concepts, links=(*drawn.links, *added)), names


def _acting(
    told: Mapping[str, str], drawn: InfluenceMap, at: Place, *, seen: list[tuple[str, str]]
) -> Link:
    """One row as a link from the measure."""
    if not told["measure"].strip():
        at.refuse("no measure is named; name one")
    link = link_of(told["measure"], _on_map(told["target"], drawn, at), told, at)
    if link.source in drawn.place_of:
        at.refuse(f"measure {link.source!r} is on the map already; take it with --take")
    if not -1 <= link.weight <= 1:
        at.refuse(f"weight {link.weight:g} lies outside -1..1")
    if link.ends in seen:
        at.refuse(f"{link.source} -> {link.target} is told twice; keep one")
    return link


def _table(path: Path, columns: tuple[str, ...], *, optional: tuple[str, ...] = ()) -> Grid:
    if path.is_dir():
        raise InputError("this is a folder; give the table itself", file=path)
    grid = read_csv(path)
    folded = (name.casefold() for name in grid.header)
    grid = replace(grid, header=[_ALSO_CALLED.get(name, name) for name in folded])
    needed = [name for name in columns if name not in optional]
    require_columns(grid, grid.header, needed=needed, allowed=columns)
    if not grid.rows:
        grid.at_header.refuse("there is a header and no row under it; add rows")
    return grid


def _on_map(name: str, drawn: InfluenceMap, at: Place) -> str:
    if name.strip() not in drawn.place_of:
        at.refuse(f"there is no concept {name.strip()!r} on the map")
    return name.strip()
