"""Folders as zips whose bytes follow from their content alone: no times, no author."""

import zipfile
from io import BytesIO
from pathlib import Path

NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The least that a zip can say about when."""
UNIX, READABLE = 3, 0o644 << 16


def zipped(folder: Path) -> bytes:
    """A folder under its own name, with the folders in it."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(one for one in folder.rglob("*") if one.is_file()):
            name = path.relative_to(folder.parent).as_posix()
            entry = zipfile.ZipInfo(name, NO_TIME)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, UNIX
            entry.external_attr = READABLE
            archive.writestr(entry, path.read_bytes())
    return buffer.getvalue()


def unzipped(content: bytes, folder: Path) -> None:
    """Unpack what `zipped` packed. What comes from elsewhere is not trusted to this."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        archive.extractall(folder)
