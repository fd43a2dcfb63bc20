"""Maps as files: what is uploaded is read, what is taken out is written, nothing is kept."""

import tempfile
from pathlib import Path

from django.core.files import File

from tracktwo.errors import InputError
from tracktwo.exchange.influence import read_map, write_map
from tracktwo.influence import InfluenceMap

FORMS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "graphml": "application/graphml+xml; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "dot": "text/vnd.graphviz; charset=utf-8",
    "mmd": "text/plain; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
}
"""Endings of the files that a map can be taken out as, with their media types."""


def read_upload(file: File[bytes]) -> InfluenceMap:
    """The map in an uploaded file. Raises `InputError` naming the file as it was called."""
    name = Path(file.name or "map").name
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"map{Path(name).suffix}"
        path.write_bytes(file.read())
        try:
            return read_map(path)
        except InputError as wrong:
            raise InputError(wrong.message, file=name, line=wrong.line) from None


def written(drawn: InfluenceMap, form: str) -> bytes:
    """The map as the bytes of a file with that ending."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"map.{form}"
        write_map(drawn, path)
        return path.read_bytes()
