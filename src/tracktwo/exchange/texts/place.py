"""Files put in their place once all are whole."""

import tempfile
from collections.abc import Mapping
from pathlib import Path

from tracktwo.errors import OptionError


def place(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write all files beside their place, then move them there; `OptionError` where it cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".writing-") as scratch:
            for name, raw in files.items():
                (Path(scratch) / name).write_bytes(raw)
            for name in files:
                (Path(scratch) / name).replace(folder / name)
    except OSError as error:
        raise OptionError(f"cannot write to {folder}: {error.strerror}") from error
