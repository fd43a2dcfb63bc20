"""What a workbook claims to hold, looked at before anybody believes it.

A workbook of some kilobytes can claim a cell in the last row and column, for which a reader reserves
memory before it, or parts that unpack to many times what they say.
"""

import io
import zipfile
import zlib
from pathlib import Path
from xml.parsers import expat

from tracktwo.errors import InputError
from tracktwo.exchange.text import read_bytes

LARGEST = 200_000_000
"""Bytes of a workbook unpacked."""
MOST_CELLS = 5_000_000
"""Cells of a sheet from its first row and column to the last that hold something."""
DAMAGED = "the workbook is damaged; open it in a spreadsheet and save it as .xlsx again"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def read_archive(path: Path) -> bytes:
    """The bytes of an XLSX workbook that is whole and not larger than it may be."""
    raw = _bytes(path)
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            _check(path, archive)
    # A damaged file fails wherever its reader first stumbles; RuntimeError asks for a password.
    except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, OSError, EOFError,
            RuntimeError, expat.ExpatError):  # fmt: skip
        raise InputError(DAMAGED, file=path) from None
    return raw


def _bytes(path: Path) -> bytes:
    try:
        raw = path.read_bytes()
    except OSError:
        return read_bytes(path)  # which says why not
    if not raw.startswith(b"PK\x03\x04"):
        read_bytes(path)  # which says what it is, where that is known
        raise InputError("this is not an XLSX workbook; name a CSV file .csv", file=path)
    return raw


def _check(path: Path, archive: zipfile.ZipFile) -> None:
    names = archive.namelist()
    if "xl/workbook.xml" not in names or len(set(names)) < len(names):
        message = "this is an archive and not an XLSX workbook; unpack it or save it as .xlsx"
        raise InputError(message, file=path)
    if sum(one.file_size for one in archive.infolist()) > LARGEST:
        raise InputError("the workbook is larger than 200 MB unpacked; save it as CSV", file=path)
    if archive.testzip():  # finds also a part that is larger than it says
        raise InputError(DAMAGED, file=path)
    for name in names:
        if name.startswith("xl/worksheets/") and _Claims(archive.read(name)).cells > MOST_CELLS:
            message = f"a sheet claims more than {MOST_CELLS:,} cells; delete what lies far outside"
            raise InputError(message, file=path)


class _Claims:
    """The last row and column that a sheet names or reaches."""

    def __init__(self, sheet: bytes) -> None:
        self.rows = self.columns = self.row = self.column = 0
        parser = expat.ParserCreate()
        parser.StartElementHandler = self.start
        parser.Parse(sheet, True)

    @property
    def cells(self) -> int:
        return self.rows * self.columns

    def start(self, tag: str, told: dict[str, str]) -> None:
        place = told.get("r", "")
        letters = place.rstrip("0123456789")
        if tag.rpartition(":")[2] == "row":
            self.row, self.column = int(place or self.row + 1), 0
        elif tag.rpartition(":")[2] == "c":
            self.column = _number(letters) if letters else self.column + 1
            self.row = int(place.removeprefix(letters) or self.row)
        self.rows, self.columns = max(self.rows, self.row), max(self.columns, self.column)


def _number(letters: str) -> int:
    """The number of a column from 1: A is 1, Z is 26, AA is 27."""
    number = 0
    for letter in letters:
        number = 26 * number + _LETTERS.index(letter) + 1
    return number
