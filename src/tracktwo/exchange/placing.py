"""Files put in their place once all of them are whole."""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tracktwo.errors import OptionError


def require_free(target: Path) -> None:
    """Refuse a folder that exists and holds anything, or a file of that name."""
    if target.is_file() or (target.is_dir() and any(target.iterdir())):
        raise OptionError(f"{target} exists and is not empty; name a new folder")


@contextmanager
def new_folder(target: Path) -> Iterator[Path]:
    """A folder to write into; it gets its name when the block has ended well, and is gone otherwise.

    Raises `OptionError` where the target exists and is not empty, or cannot be written.

    >>> place = Path(tempfile.mkdtemp()) / "new"
    >>> with new_folder(place) as folder:
    ...     _ = (folder / "a.txt").write_text("whole")
    >>> (place / "a.txt").read_text()
    'whole'
    """
    require_free(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".writing-") as scratch:
            folder = Path(scratch) / "folder"
            folder.mkdir()
            yield folder
            if target.exists():
                target.rmdir()
            folder.rename(target)
    except OSError as error:
        raise OptionError(f"cannot write to {target}: {error.strerror}") from error


def place(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write all files beside their place in a folder, then move them there, over those of the name.

    Raises `OptionError` where the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".writing-") as scratch:
            for name, raw in files.items():
                (Path(scratch) / name).write_bytes(raw)
            for name in files:
                (Path(scratch) / name).replace(folder / name)
    except OSError as error:
        raise OptionError(f"cannot write to {folder}: {error.strerror}") from error
