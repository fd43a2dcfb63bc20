"""A copy of everything, taken while the server runs, in one file that can be checked.

The file is a zip of `manifest.json`, the database, and the secret key only if that is asked for:
whoever has both key and copy can read the browsers' cookies.
"""

import hashlib
import json
import os
import sqlite3
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import connection

from tracktwo import __version__
from tracktwo_web.config.environment import SECRET_FILE
from tracktwo_web.operations import postgres
from tracktwo_web.operations.contents import TABLES, Contents, Held, contents_of
from tracktwo_web.operations.data_folder import FOR_OWNER_FILE
from tracktwo_web.operations.errors import CannotRun

MANIFEST = "manifest.json"
DATABASE = "database"
LAST = "last-backup"
FORMAT = 1


@dataclass(frozen=True)
class Manifest:
    """What a backup says of itself."""

    vendor: str
    made_at: str
    sha256: str
    tables: dict[str, Held]
    version: str = __version__
    format: int = FORMAT

    @property
    def rows(self) -> int:
        return sum(held.rows for held in self.tables.values())

    @classmethod
    def read(cls, text: bytes) -> "Manifest":
        told = json.loads(text)
        tables = {name: Held(*held) for name, held in told.pop("tables").items()}
        return cls(tables=tables, **told)


def back_up(file: Path, *, now: datetime, with_secret: bool = False) -> Manifest:
    """Write a backup, or nothing at all. Never over a file that is there."""
    if file.exists():
        raise CannotRun(f"{file} exists; name a new file, so that no older backup is lost")
    beside = file.with_name(f".{file.name}.part")
    try:
        with tempfile.TemporaryDirectory(
            dir=file.absolute().parent, prefix=".tracktwo-"
        ) as scratch:
            copy = Path(scratch) / DATABASE
            manifest = _manifest(copy, copy_database(copy), now)
            _pack(beside, copy, manifest, with_secret=with_secret)
        beside.replace(file)
    except OSError as error:
        raise CannotRun(f"cannot write {file}: {error.strerror}; name another place") from error
    finally:
        beside.unlink(missing_ok=True)
    (settings.ENVIRONMENT.data / LAST).write_text(now.isoformat(), encoding="utf-8")
    return manifest


def copy_database(copy: Path) -> Contents:
    """Copy the database as it is at one moment; what the copy holds. `CannotRun` if that is nothing."""
    found = _COPIES[connection.vendor](copy)
    if not found:
        raise CannotRun("the database holds no tables: there is nothing to back up here")
    return found


def _copy_sqlite(copy: Path) -> Contents:
    """SQLite's own online copy: writers go on meanwhile and are not in it."""
    path = connection.settings_dict["NAME"]
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    return contents_of_file(copy)


def contents_of_file(path: Path) -> Contents:
    """What an SQLite file holds. Raises `CannotRun` for one that is damaged."""
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as opened:
            ((verdict,),) = opened.execute("PRAGMA integrity_check(1)").fetchall()
            tables = [name for (name,) in opened.execute(TABLES["sqlite"])]
            found = contents_of(tables, opened.cursor())
    except sqlite3.DatabaseError as error:
        raise CannotRun(f"the copy of the database is damaged: {error}") from error
    if verdict != "ok":
        raise CannotRun(f"the copy of the database is damaged: {verdict}")
    return found


_COPIES: dict[str, Callable[[Path], Contents]] = {
    "sqlite": _copy_sqlite,
    "postgresql": postgres.dump,
}


def sha256_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _manifest(copy: Path, tables: Contents, now: datetime) -> Manifest:
    return Manifest(connection.vendor, now.isoformat(), sha256_of(copy), dict(tables))


def _pack(file: Path, copy: Path, manifest: Manifest, *, with_secret: bool) -> None:
    with _owned(file) as descriptor, zipfile.ZipFile(descriptor, "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr(MANIFEST, json.dumps(asdict(manifest), indent=1))
        pack.write(copy, DATABASE)
        if with_secret:
            pack.writestr(SECRET_FILE, settings.SECRET_KEY)


@contextmanager
def _owned(file: Path) -> Iterator["os.PathLike[str]"]:
    """A new file that its owner alone may read."""
    os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FOR_OWNER_FILE))
    yield file
