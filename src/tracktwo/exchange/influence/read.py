"""The one door in for influence maps: look at what a path is and read it."""

from collections.abc import Callable
from os import PathLike
from pathlib import Path

from tracktwo.errors import InputError
from tracktwo.exchange.influence.arrows import read_arrows
from tracktwo.exchange.influence.dot import read_dot
from tracktwo.exchange.influence.graphml import read_graphml
from tracktwo.exchange.influence.grid import Grid, read_csv
from tracktwo.exchange.influence.json_file import read_json
from tracktwo.exchange.influence.judgements import has_judgements
from tracktwo.exchange.influence.kumu import read_kumu
from tracktwo.exchange.influence.matrix import is_matrix, read_matrix
from tracktwo.exchange.influence.mental_modeler import (
    ROOT,
    read_mental_modeler_json,
    read_mental_modeler_xml,
)
from tracktwo.exchange.influence.mermaid import read_mermaid
from tracktwo.exchange.influence.native import TABLES, read_map_folder, read_tables
from tracktwo.exchange.influence.reading import Reading, Zeros
from tracktwo.exchange.influence.workbook import read_workbook
from tracktwo.exchange.influence.xml_tree import read_xml
from tracktwo.influence.maps import InfluenceMap

_READ = "a folder, .csv, .tsv, .xlsx, .graphml, .json (Kumu), .mmp, .dot, .mmd or .txt"


def read_map(
    path: str | PathLike[str],
    *,
    language: str = "en",
    zeros: Zeros | None = None,
    signs_as: float | None = None,
) -> InfluenceMap:
    r"""An influence map from whatever holds one: a folder, a table, a matrix, a graph, lines of text.

    The ending says the kind of file, and what is in it whether a table holds judgements or a matrix.
    `language` is that of labels which do not say theirs. `zeros` says whether a 0 in a matrix was
    drawn or is absent, where the matrix itself leaves it open. `signs_as` is what a bare + is worth in
    a file that tells only signs; without it such a link is refused.

    Raises `InputError` with the file, the line or cell and the remedy for what cannot be meant.

    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp()) / "board.txt"
    >>> file.write_text("exercises -> threat perception : strong\n")
    40
    >>> read_map(file).links[0].weight
    0.7
    """
    path, reading = Path(path), Reading(language, zeros, signs_as)
    if not path.exists():
        raise InputError("there is no such file or folder; check the path", file=path)
    if path.is_dir():
        return read_map_folder(path, reading)
    if not path.stat().st_size:
        raise InputError("the file is empty; export it again", file=path)
    return _read_file(path, reading)


def _read_file(path: Path, reading: Reading) -> InfluenceMap:
    if path.suffix.lower() not in READERS:
        raise InputError(f"this kind of file holds no influence map; give {_READ}", file=path)
    return READERS[path.suffix.lower()](path, reading)


def _read_csv(path: Path, reading: Reading) -> InfluenceMap:
    return _read_table(read_csv(path), reading)


def _read_table(grid: Grid, reading: Reading) -> InfluenceMap:
    if has_judgements(grid):
        if not grid.rows:
            grid.at_header.refuse("there is a header and no row under it; add rows")
        return read_tables({"judgements": grid}, reading)
    if is_matrix(grid) or not all(grid.header[1:]):
        return read_matrix(grid, reading)
    raise grid.at_header.error(
        "this is neither a table of judgements (columns source, target, weight) "
        "nor a matrix (the same labels on both axes)"
    )


def _read_workbook(path: Path, reading: Reading) -> InfluenceMap:
    sheets = read_workbook(path)
    if "judgements" in sheets:
        return read_tables({name: sheets[name] for name in TABLES if name in sheets}, reading)
    if len(sheets) > 1:
        named = ", ".join(sheets)
        message = f"there are several sheets ({named}); keep one, or call the links judgements"
        raise InputError(message, file=path)
    return _read_table(next(iter(sheets.values())), reading)


def _read_mmp(path: Path, reading: Reading) -> InfluenceMap:
    if path.read_bytes().lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return _read_json(path, reading)
    root = read_xml(path)
    if root.tag.casefold() != ROOT:
        message = "this is no Mental Modeler file; its root must be mentalmodeler"
        raise InputError(message, file=path)
    return read_mental_modeler_xml(path, root, reading)


def _read_json(path: Path, reading: Reading) -> InfluenceMap:
    whole = read_json(path)
    if isinstance(whole, dict) and "elements" in whole:
        return read_kumu(path, whole, reading)
    if isinstance(whole, dict) and "concepts" in whole:
        return read_mental_modeler_json(path, whole, reading)
    message = "this JSON holds no map; it needs elements and connections, as Kumu exports them"
    raise InputError(message, file=path)


READERS: dict[str, Callable[[Path, Reading], InfluenceMap]] = {
    ".csv": _read_csv,
    ".tsv": _read_csv,
    ".tab": _read_csv,
    ".xlsx": _read_workbook,
    ".graphml": read_graphml,
    ".xml": read_graphml,
    ".json": _read_json,
    ".mmp": _read_mmp,
    ".dot": read_dot,
    ".gv": read_dot,
    ".mmd": read_mermaid,
    ".mermaid": read_mermaid,
    ".txt": read_arrows,
}
"""How each kind of file is read, by its ending."""
