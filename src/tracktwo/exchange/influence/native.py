"""The format of the project: a folder or workbook of concepts and judgements, or judgements alone.

| file or sheet | columns | needed |
|---|---|---|
| judgements | source, target, weight, low, high, delay, confidence, evidence, expert, side | yes, the first three |
| concepts | concept, kind, side, text_en, text_zh, ... | no |
| map | part (title or note), language, text | no |
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from tracktwo.errors import InputError, OptionError
from tracktwo.exchange.influence.about import ABOUT_COLUMNS, about_rows, read_about
from tracktwo.exchange.influence.assemble import assemble, implied
from tracktwo.exchange.influence.concepts import concept_table, read_concepts
from tracktwo.exchange.influence.grid import Grid, as_csv, read_csv
from tracktwo.exchange.influence.judgements import (
    JUDGEMENT_COLUMNS,
    as_cells,
    judgement_rows,
    read_judgements,
)
from tracktwo.exchange.influence.reading import Reading
from tracktwo.exchange.influence.workbook import Sheet, as_workbook
from tracktwo.exchange.settings import read_settings
from tracktwo.influence.maps import InfluenceMap

TABLES = ("map", "concepts", "judgements")


def read_map_folder(folder: Path, reading: Reading) -> InfluenceMap:
    """A folder with judgements.csv and, where wanted, concepts.csv and map.csv; else it may hold anything."""
    files = {name: folder / f"{name}.csv" for name in TABLES}
    if not files["judgements"].exists():
        message = "there is no judgements.csv; add one with the columns source, target, weight"
        raise InputError(message, file=folder)
    drawn = read_tables(
        {name: read_csv(file) for name, file in files.items() if file.exists()}, reading
    )
    return replace(drawn, side_names=_side_names(folder))


def _side_names(folder: Path) -> dict[str, Mapping[str, str]]:
    """What a dialogue in the same folder calls its sides."""
    settings = folder / "dialogue.toml"
    if not settings.exists():
        return {}
    return {party.id: party.names for party in read_settings(settings).parties if party.names}


def read_tables(grids: Mapping[str, Grid], reading: Reading) -> InfluenceMap:
    """The map in tables by name. Without a table of concepts they are those that links name."""
    links = read_judgements(grids["judgements"], reading)
    concepts = read_concepts(grids["concepts"]) if "concepts" in grids else implied(links)
    about = read_about(grids["map"]) if "map" in grids else {}
    return assemble(concepts, links, **about)


def as_files(drawn: InfluenceMap) -> dict[str, str]:
    """The text of each file of a folder by its name."""
    return {f"{name}.csv": as_csv(header, as_cells(rows)) for name, header, rows in _tables(drawn)}


def as_judgements(drawn: InfluenceMap, *, separator: str = ",") -> str:
    """The table of judgements alone: texts and kinds of concepts stay behind."""
    if not drawn.links:
        raise OptionError(
            "the map has no links and the table would be empty; name a folder or .xlsx"
        )
    rows = as_cells(judgement_rows(drawn.links))
    return as_csv(JUDGEMENT_COLUMNS, rows, separator=separator)


def as_tables_workbook(drawn: InfluenceMap) -> bytes:
    """The tables as sheets of a workbook."""
    return as_workbook(_tables(drawn))


def _tables(drawn: InfluenceMap) -> list[Sheet]:
    about = about_rows(drawn)
    tables: list[Sheet] = [
        ("concepts", *concept_table(drawn.concepts)),
        ("judgements", JUDGEMENT_COLUMNS, list(judgement_rows(drawn.links))),
    ]
    return [*tables, ("map", ABOUT_COLUMNS, about)] if about else tables
