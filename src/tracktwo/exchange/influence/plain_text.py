"""Text files that are no tables."""

from pathlib import Path

from tracktwo.errors import InputError
from tracktwo.exchange.text import AS_UTF8, read_bytes


def read_text(path: Path) -> str:
    """The text of a UTF-8 file; `InputError` where it is something else."""
    raw = read_bytes(path)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise InputError(f"the text is not UTF-8; {AS_UTF8}", file=path, line=line) from None
