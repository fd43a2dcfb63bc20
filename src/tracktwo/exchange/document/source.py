"""A report file as text or as DOCX: told by its bytes, refused in a sentence where it is neither."""

import re
from contextlib import suppress
from pathlib import Path
from typing import Final

from tracktwo.errors import InputError
from tracktwo.exchange.text import AS_UTF8, bytes_at, is_utf16

AS_DOCX = "save it as DOCX or as text (UTF-8) and try again"
LARGEST: Final = 200_000_000
"""Bytes of a document, unpacked: a book of 1,000 pages has some 3 million."""

_OTHERS = (
    (b"%PDF", "this is a PDF"),
    (b"{\\rtf", "this is an RTF file"),
    (b"\xd0\xcf\x11\xe0", "this is an old Word file (.doc), or one with a password"),
    (b"\x1f\x8b", "this is a gzip file"),
    (b"PAR1", "this is a Parquet table and not a report"),
)
_PAGE = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)\b", re.IGNORECASE)


def bytes_of(path: Path) -> bytes:
    """The bytes of a report; `InputError` where there are none, too many, or of another kind."""
    raw = _read(path)
    if not raw.removeprefix(b"\xef\xbb\xbf").strip():
        raise InputError("the file is empty; it needs headings and lists", file=path)
    for beginning, what in _OTHERS:
        if raw.startswith(beginning):
            raise InputError(f"{what}; {AS_DOCX}", file=path)
    if _PAGE.match(raw[:1000]):
        raise InputError(f"this is a web page; {AS_DOCX}", file=path)
    return raw


def is_zip(raw: bytes) -> bool:
    """Whether bytes are an archive, as a DOCX is."""
    return raw.startswith(b"PK\x03\x04")


def text_of(path: Path, raw: bytes) -> str:
    """Bytes as UTF-8 text; `InputError` with the line where they are not."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or is_utf16(raw):
        raise InputError(f"the text is UTF-16; {AS_UTF8}", file=path)
    if b"\0" in raw:
        message = "a NUL byte: the file is binary or damaged; give a text or a DOCX"
        raise InputError(message, file=path, line=_line_at(raw, raw.index(b"\0")))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = _line_at(raw, error.start)
        raise InputError(f"the text is not UTF-8; {AS_UTF8}", file=path, line=line) from None


def _read(path: Path) -> bytes:
    with suppress(OSError):  # which is told when the file is read
        if path.stat().st_size > LARGEST:
            raise InputError("the file is larger than 200 MB; give the report alone", file=path)
    return bytes_at(path)


def _line_at(raw: bytes, place: int) -> int:
    return len(re.findall(rb"\r\n|\n|\r", raw[:place])) + 1
