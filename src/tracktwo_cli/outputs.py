"""Files a command writes: all of them or none, and never one that it reads."""

import sys
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from io import TextIOWrapper
from pathlib import Path

from tracktwo.errors import OptionError
from tracktwo.locale import english

DATA = {".csv", ".tsv", ".parquet", ".toml"}
"""Endings of the files that make up a folder of votes."""


def check_outputs(outputs: Iterable[Path], *, inputs: Iterable[Path]) -> None:
    """Refuse, before any work is done, files that cannot be or should not be written."""
    seen: set[Path] = set()
    for path in outputs:
        if path.is_dir():
            raise OptionError(
                english("cannot write {file}: it is a folder; name a file in it", file=path)
            )
        if (above := _nearest(path.parent)).is_file():
            raise OptionError(
                english(
                    "cannot write {file}: {above} is a file and not a folder",
                    file=path,
                    above=above,
                )
            )
        if path.resolve() in seen:
            raise OptionError(english("cannot write {file} twice; name two files", file=path))
        if any(_holds(one, path) for one in inputs):
            raise OptionError(
                english(
                    "cannot write {file}: it is part of what is read; name another file", file=path
                )
            )
        seen.add(path.resolve())


def write_together(texts: Mapping[Path, str]) -> None:
    """Write each text beside its place, and put them in place once all are written."""
    write_bytes_together({path: text.encode() for path, text in texts.items()})


def write_bytes_together(files: Mapping[Path, bytes]) -> None:
    """Write each file beside its place, and put them in place once all are written."""
    with ExitStack() as leftovers:
        for path, raw in files.items():
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                leftovers.callback(_beside(path).unlink, missing_ok=True)
                _beside(path).write_bytes(raw)
            except OSError as error:
                raise OptionError(
                    english("cannot write {file}: {detail}", file=path, detail=error.strerror)
                ) from error
        for path in files:
            _beside(path).replace(path)


def print_document(text: str) -> None:
    """A document on standard output, in UTF-8 whatever the terminal speaks."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    sys.stdout.write(text)


def _nearest(folder: Path) -> Path:
    """The folder, or the first above it that exists."""
    return next(one for one in (folder, *folder.absolute().parents) if one.exists())


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.part")


def _holds(given: Path, path: Path) -> bool:
    """Whether a path is an input, or one of the files in an input folder."""
    if given.is_dir():
        is_data = path.suffix in DATA or path.name == "votes.json"
        return path.exists() and is_data and path.resolve().parent == given.resolve()
    return given.resolve() == path.resolve()
