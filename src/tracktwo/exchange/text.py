"""CSV text as records with their line numbers: the slow, exact reading that finds what is wrong.

A line is what an editor counts: it ends with a line feed, also inside a quoted text.
"""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from tracktwo.errors import InputError

KNOWN_BEGINNINGS = {
    b"PK\x03\x04": "a zip or spreadsheet file; unpack it or save it as CSV (UTF-8)",
    b"\x1f\x8b": "a gzip file; unpack it first",
    b"PAR1": "a Parquet file; name it .parquet",
    b"%PDF": "a PDF; export the table itself as CSV (UTF-8)",
    b"\xd0\xcf\x11\xe0": "an old spreadsheet file; save it as CSV (UTF-8)",
}
AS_UTF8 = "save it as UTF-8 and try again"


def read_bytes(path: Path) -> bytes:
    """The bytes of a text file; `InputError` where they cannot be UTF-8 text."""
    raw = bytes_at(path)
    for beginning, what in KNOWN_BEGINNINGS.items():
        if raw.startswith(beginning):
            raise InputError(f"this is {what}", file=path)
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or is_utf16(raw):
        raise InputError(f"the text is UTF-16; {AS_UTF8}", file=path)
    if not raw.removeprefix(b"\xef\xbb\xbf").strip():
        raise InputError("the file is empty; it needs a header line and rows", file=path)
    if b"\0" in raw:
        line = _line_at(raw, raw.index(b"\0"))
        raise InputError(
            "a NUL byte: the file is binary or damaged; export it again", file=path, line=line
        )
    return raw


def separator_of(path: Path) -> str:
    return "\t" if path.suffix.lower() in {".tsv", ".tab"} else ","


def records(path: Path, raw: bytes) -> Iterator[tuple[int, list[str]]]:
    """Every record with the line it begins on, header first; a blank line is an empty record.

    Raises `InputError` at the first record that is not CSV or is not as wide as the header.
    """
    reader = csv.reader(
        io.StringIO(_text(path, raw), newline="\n"), strict=True, delimiter=separator_of(path)
    )
    width, line = 0, 1
    while True:
        try:
            record = next(reader, None)
        except csv.Error as error:
            raise InputError(_in_words(error), file=path, line=line) from None
        if record is None:
            return
        width = width or len(record)
        if record and len(record) != width:
            raise InputError(_ragged(record, width), file=path, line=line)
        yield line, record
        line = reader.line_num + 1


def header_of(path: Path, raw: bytes) -> list[str]:
    """The column names; `InputError` where they repeat or are missing."""
    line, header = next(records(path, raw), (1, []))
    if not header:
        raise InputError("the first line must name the columns", file=path, line=line)
    for name in header:
        if header.count(name) > 1:
            raise InputError(f"column {name!r} appears twice; keep one", file=path, line=line)
    return header


def line_of_row(path: Path, row: int) -> int:
    """The line on which the row after the header with this number (from 0) begins."""
    for number, (line, _) in enumerate(records(path, read_bytes(path))):
        if number == row + 1:
            return line
    raise IndexError(row)


def bytes_at(path: Path) -> bytes:
    """The bytes of a file, whatever they are; `InputError` where it cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError("there is no such file; check the path", file=path) from None
    except IsADirectoryError:
        raise InputError("this is a folder and not a file; give a file", file=path) from None
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror})", file=path) from None


def is_utf16(raw: bytes) -> bool:
    """Whether every other byte of the beginning is zero: Western text in UTF-16 without a mark."""
    start = raw[:64]
    return len(start) > 3 and (not any(start[1::2]) or not any(start[0::2]))


def _text(path: Path, raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = _line_at(raw, error.start)
        raise InputError(f"the text is not UTF-8; {AS_UTF8}", file=path, line=line) from None


def _line_at(raw: bytes, place: int) -> int:
    return raw.count(b"\n", 0, place) + 1


def _in_words(error: csv.Error) -> str:
    message = str(error)
    if "expected after" in message:
        return 'text follows a closing quote; write a quote inside a quoted text as ""'
    if "new-line character" in message:
        return "a bare carriage return; save the file with LF or CRLF line ends"
    return "a quoted text begins here and does not end; close it with a quote"


def _ragged(record: list[str], width: int) -> str:
    return f"the row has {len(record)} cells and the header {width}; make them the same"
