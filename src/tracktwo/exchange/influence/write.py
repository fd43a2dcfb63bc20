"""The one door out for influence maps: a folder or one file, all of it or nothing."""

from collections.abc import Callable, Iterable
from functools import partial
from os import PathLike
from pathlib import Path
from typing import Literal, get_args

from tracktwo.errors import OptionError
from tracktwo.exchange.influence.arrows_out import as_arrows
from tracktwo.exchange.influence.dot_out import as_dot
from tracktwo.exchange.influence.graphml_out import as_graphml
from tracktwo.exchange.influence.grid import as_csv
from tracktwo.exchange.influence.judgements import as_cells
from tracktwo.exchange.influence.kumu_out import as_kumu
from tracktwo.exchange.influence.matrix import CORNER, as_matrix
from tracktwo.exchange.influence.mermaid_out import as_mermaid
from tracktwo.exchange.influence.native import as_files, as_judgements, as_tables_workbook
from tracktwo.exchange.influence.reading import Zeros
from tracktwo.exchange.influence.workbook import as_workbook
from tracktwo.exchange.influence.writable import require_writable
from tracktwo.exchange.placing import place
from tracktwo.exchange.text import separator_of
from tracktwo.influence.maps import InfluenceMap

Form = Literal["tables", "matrix", "mental-modeler"]
_MATRICES = {".csv", ".tsv", ".xlsx"}
_WRITTEN = "a folder, .csv, .tsv, .xlsx, .graphml, .json (Kumu), .dot, .mmd or .txt"


def write_map(
    drawn: InfluenceMap,
    path: str | PathLike[str],
    *,
    form: Form = "tables",
    language: str = "en",
    zeros: Zeros | None = None,
) -> None:
    r"""Write an influence map so that `read_map` gives it back; the ending says how.

    A folder, .xlsx, .graphml, .json, .dot, .mmd and .txt keep every field; .csv and .tsv keep the
    judgements. For a .csv, .tsv or .xlsx, `form` may ask for a matrix, which keeps weights and ids, or
    for one that Mental Modeler reads, labelled with texts. `language` is that of labels. `zeros` says
    what a matrix writes for links that nobody drew: nothing, or with "absent" a 0.

    Raises `OptionError` where the format cannot say what the map says or the file cannot be written.

    >>> import tempfile
    >>> from tracktwo.influence import Concept, Link
    >>> drawn = InfluenceMap((Concept("a"), Concept("b")), (Link("a", "b", 0.7),))
    >>> file = Path(tempfile.mkdtemp()) / "map.csv"
    >>> write_map(drawn, file, form="matrix")
    >>> print(file.read_text())
    from \ to,a,b
    a,,0.7
    b,,
    <BLANKLINE>
    """
    path = Path(path)
    if form not in get_args(Form):
        raise OptionError(f"form is {form!r}; use {', '.join(get_args(Form))}")
    if form != "tables" and path.suffix.lower() not in _MATRICES:
        raise OptionError(f"a matrix is written to .csv, .tsv or .xlsx and not to {path.name}")
    require_writable(drawn)
    if not path.suffix or path.is_dir():
        files = {name: text.encode() for name, text in as_files(drawn).items()}
        _require_absent(path, files)
        place(path, files)
    else:
        content = _content(drawn, path, form=form, language=language, zeros=zeros)
        raw = content if isinstance(content, bytes) else content.encode()
        place(path.parent, {path.name: raw})


def _content(
    drawn: InfluenceMap, path: Path, *, form: Form, language: str, zeros: Zeros | None
) -> str | bytes:
    ending = path.suffix.lower()
    if form != "tables":
        return _matrix(drawn, path, form=form, language=language, zeros=zeros)
    if ending in ROWS:
        return ROWS[ending](drawn)
    if ending in DRAWINGS:
        return DRAWINGS[ending](drawn, language=language)
    raise OptionError(f"{path.name} has no ending that says how to write it; name {_WRITTEN}")


def _matrix(
    drawn: InfluenceMap, path: Path, *, form: Form, language: str, zeros: Zeros | None
) -> str | bytes:
    labels, corner = list(drawn.ids), CORNER
    if form == "mental-modeler":
        labels, corner = [concept.text(language) for concept in drawn.concepts], ""
    header, rows = as_matrix(drawn, labels, corner=corner, zeros=zeros)
    if path.suffix.lower() == ".xlsx":
        return as_workbook([("matrix", header, rows)])
    return as_csv(header, as_cells(rows), separator=separator_of(path))


def _require_absent(folder: Path, names: Iterable[str]) -> None:
    for name in names:
        if (folder / name).exists():
            raise OptionError(f"{folder} already holds {name}; name a new folder")


ROWS: dict[str, Callable[[InfluenceMap], str | bytes]] = {
    ".csv": as_judgements,
    ".tsv": partial(as_judgements, separator="\t"),
    ".xlsx": as_tables_workbook,
    ".txt": as_arrows,
}
"""How each kind of file that needs no labels is written, by its ending."""
DRAWINGS: dict[str, Callable[..., str]] = {
    ".graphml": as_graphml,
    ".json": as_kumu,
    ".dot": as_dot,
    ".gv": as_dot,
    ".mmd": as_mermaid,
    ".mermaid": as_mermaid,
}
"""How each kind of file whose labels are in a language is written, by its ending."""
