"""Bringing a backup into an empty place, and comparing what arrived with what was copied."""

import json
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.db import OperationalError, ProgrammingError, connection

from tracktwo_web.config.environment import SECRET_FILE
from tracktwo_web.operations import postgres
from tracktwo_web.operations.backup import (
    DATABASE,
    FORMAT,
    MANIFEST,
    Manifest,
    contents_of_file,
    sha256_of,
)
from tracktwo_web.operations.contents import Contents, differences
from tracktwo_web.operations.data_folder import FOR_OWNER_FILE
from tracktwo_web.operations.errors import CannotRun

NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


def restore(file: Path, data: Path) -> Manifest:
    """Restore into an empty database; nothing is left behind where something does not match."""
    _refuse_what_is_taken()
    with _unpacked(file, data) as (folder, manifest):
        if manifest.vendor != connection.vendor:
            theirs, ours = NAMES[manifest.vendor], NAMES[connection.vendor]
            raise CannotRun(
                f"{file} is a copy of a {theirs} database and this is {ours}; look at DATABASE_URL"
            )
        _PLACES[connection.vendor](folder / DATABASE, manifest)
        _put_secret(folder, data)
    _ask_other_offices_anew()
    return manifest


def _ask_other_offices_anew() -> None:
    """Files that answer what the copy asked may be older than what it has lost.

    A copy of an earlier version, which lacks the column, is brought to this one and asks at its first start.
    """
    from tracktwo_web.channel.domain.asking import ask_anew

    with suppress(OperationalError, ProgrammingError):
        ask_anew()


def read_manifest(file: Path) -> Manifest:
    """What a backup says of itself. Refuses what is none."""
    try:
        with zipfile.ZipFile(file) as pack:
            manifest = Manifest.read(pack.read(MANIFEST))
    except OSError as error:
        raise CannotRun(f"cannot read {file}: {error.strerror}") from error
    except (zipfile.BadZipFile, KeyError, TypeError, json.JSONDecodeError) as error:
        raise CannotRun(f"{file} is no backup of Tracktwo, or it is damaged") from error
    if manifest.format != FORMAT:
        raise CannotRun(f"{file} was made by Tracktwo {manifest.version}; restore it with that one")
    return manifest


@contextmanager
def _unpacked(file: Path, data: Path) -> Iterator[tuple[Path, Manifest]]:
    """The contents beside the place where they go, compared with their own hash."""
    manifest = read_manifest(file)
    with tempfile.TemporaryDirectory(dir=data, prefix=".restore-") as scratch:
        folder = Path(scratch)
        try:
            with zipfile.ZipFile(file) as pack:
                for name in {DATABASE, SECRET_FILE} & set(pack.namelist()):
                    pack.extract(name, folder)
        except (zipfile.BadZipFile, OSError) as error:
            raise CannotRun(f"{file} cannot be unpacked: {error}") from error
        if sha256_of(folder / DATABASE) != manifest.sha256:
            raise CannotRun(f"{file} is damaged: its database is not what the manifest says")
        yield folder, manifest


def _refuse_what_is_taken() -> None:
    if connection.vendor == "sqlite" and Path(connection.settings_dict["NAME"]).exists():
        path = connection.settings_dict["NAME"]
        raise CannotRun(f"{path} exists; restore into an empty folder, with --data")


def _place_sqlite(copy: Path, manifest: Manifest) -> None:
    """Compare, and only then put the copy where the server will look for it."""
    _compare(manifest, contents_of_file(copy))
    copy.chmod(FOR_OWNER_FILE)
    shutil.move(copy, connection.settings_dict["NAME"])


def _place_postgres(copy: Path, manifest: Manifest) -> None:
    _compare(manifest, postgres.restore(copy))


_PLACES = {"sqlite": _place_sqlite, "postgresql": _place_postgres}


def _compare(manifest: Manifest, found: Contents) -> None:
    if differing := differences(manifest.tables, found):
        raise CannotRun(
            f"what arrived differs from the backup in {', '.join(differing)}: do not use it"
        )


def _put_secret(folder: Path, data: Path) -> None:
    """Take the key over that came with the copy, in the place of one that was never used."""
    if (folder / SECRET_FILE).exists():
        (folder / SECRET_FILE).chmod(FOR_OWNER_FILE)
        (folder / SECRET_FILE).replace(data / SECRET_FILE)
