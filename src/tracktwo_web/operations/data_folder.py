"""The folder where an installation keeps what is its own: database, secret key, collected files."""

import fcntl
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tracktwo_web.config.environment import DATABASE_FILE, SECRET_FILE
from tracktwo_web.operations.errors import CannotRun

LOCK = "serve.lock"
LEAST_FREE = 32 * 2**20
"""Bytes below which a database could not even clean up after itself."""
FOR_OWNER = 0o700
FOR_OWNER_FILE = 0o600


def make_folder(data: Path) -> Path:
    """Create the folder and the secret key at the first start; refuse a place that will not do."""
    try:
        data.mkdir(mode=FOR_OWNER, parents=True, exist_ok=True)
        _make_secret(data)
    except OSError as error:
        raise CannotRun(
            f"cannot write in {data}: {error.strerror}; choose another folder with --data"
        ) from error
    _refuse_what_cannot_be_written(data)
    return data


def free_space(data: Path) -> int:
    """Bytes that are free where the folder is."""
    return shutil.disk_usage(data).free


@contextmanager
def held(data: Path) -> Iterator[None]:
    """Be the only server of this folder while it lasts."""
    descriptor = os.open(data / LOCK, os.O_CREAT | os.O_RDWR, FOR_OWNER_FILE)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(descriptor)
        raise CannotRun(
            f"another server runs with {data}; stop it first, or give this one its own --data"
        ) from error
    try:
        yield
    finally:
        os.close(descriptor)


def _make_secret(data: Path) -> None:
    """Draw the key once; an installation that has its key in the environment keeps none here."""
    path = data / SECRET_FILE
    if os.environ.get("TRACKTWO_SECRET_KEY") or path.exists():
        return
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FOR_OWNER_FILE)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(secrets.token_urlsafe(64) + "\n")


def _refuse_what_cannot_be_written(data: Path) -> None:
    for path in (data, data / DATABASE_FILE):
        if path.exists() and not os.access(path, os.W_OK):
            raise CannotRun(f"cannot write {path}; give it to the account that runs Tracktwo")
    if free_space(data) < LEAST_FREE:
        raise CannotRun(
            f"the disk of {data} is full: less than {LEAST_FREE // 2**20} MiB are free; make room first"
        )
