"""Open data as a folder: CSV tables, a page to read first, and a Data Package that describes them."""

import csv
import io
import json
from os import PathLike
from pathlib import Path
from typing import Any

from tracktwo.dialogue import in_language
from tracktwo.exchange.formulas import guarded
from tracktwo.exchange.placing import new_folder
from tracktwo.locale import Words, said, translator
from tracktwo.release.open_data import Cell, OpenData, Table
from tracktwo.release.telling import protection, read_me

README = "README.md"
PACKAGE = "datapackage.json"


def write_open_data(data: OpenData, path: str | PathLike[str], *, language: str = "en") -> None:
    """Write open data as a new folder: README.md, datapackage.json and a CSV file a table.

    The same data give the same bytes; no file holds a time, a path or a name of a person. The
    description follows the Data Package standard (Frictionless, version 1), which programs for
    statistics read. `language` is that of the page and of the descriptions.

    `OptionError` where the target exists and is not empty, or cannot be written.
    """
    words = translator(language)
    with new_folder(Path(path)) as folder:
        for name, text in files_of(data, words).items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")


def files_of(data: OpenData, words: Words) -> dict[str, str]:
    """The files of the folder by name."""
    tables = {f"{one.name}.csv": _csv(one) for one in data.filled}
    package = json.dumps(_package(data, words), ensure_ascii=False, indent=2) + "\n"
    return {README: read_me(data, words), PACKAGE: package} | tables


def _csv(table: Table) -> str:
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\n")
    rows.writerow(one.name for one in table.columns)
    rows.writerows(map(_harmless, table.rows))
    return written.getvalue()


def _harmless(row: tuple[Cell, ...]) -> list[Cell]:
    """A row no cell of which a spreadsheet takes for a formula: participants wrote the statements."""
    return [guarded(one) if isinstance(one, str) else one for one in row]


def _package(data: OpenData, words: Words) -> dict[str, Any]:
    described = {
        "profile": "tabular-data-package",
        "name": "tracktwo-open-data",
        "title": in_language(data.title, words.language),
        "description": words.sentences(protection(data, words)),
        "resources": [_resource(one, words) for one in data.filled],
    }
    return described | (_noise(data) if data.noise else {"least_people": data.k})


def _noise(data: OpenData) -> dict[str, Any]:
    noise = data.noise
    assert noise is not None
    return {
        "noise": {
            "kind": noise.kind,
            "scale": noise.scale,
            "plus_minus": noise.plus_minus,
            "epsilon": noise.budget.epsilon,
            "delta": noise.budget.delta,
            "answers_a_person": noise.budget.answers,
        }
    }


def _resource(table: Table, words: Words) -> dict[str, Any]:
    fields = [
        {"name": one.name, "type": one.type, "description": said(one.meaning, words)}
        for one in table.columns
    ]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "description": said(table.row, words),
        "encoding": "utf-8",
        "schema": {"fields": fields, "missingValues": [""]},
    }
