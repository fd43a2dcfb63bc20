"""Fetching public data over the network, all of a data set or nothing."""

import hashlib
import tempfile
from os import PathLike
from pathlib import Path

from tracktwo._typing import Progress, silent
from tracktwo.datasets.catalogue import UN_ROLL_CALLS, Dataset, RemoteFile, dataset
from tracktwo.datasets.unga_source import convert
from tracktwo.errors import InputError, OptionError

TIMEOUT_SECONDS = 60
CHUNK_BYTES = 1 << 20


def download(name: str, folder: str | PathLike[str], *, progress: Progress = silent) -> Path:
    """Fetch a data set into a new folder and return it.

    Files with a known checksum are compared with it. The UN roll calls come as R data files without
    one; they are converted into the layout `un_roll_calls` reads, and the number of roll calls and
    votes of sessions 26 to 60 is compared with what is known. The folder appears only when all is
    there. Raises `InputError` where the network or a comparison fails, `OptionError` where the folder
    exists already.
    """
    target = Path(folder)
    if target.exists():
        raise OptionError(f"{target} exists already; name a new folder")
    fetch_all(dataset(name), target, progress)
    return target


def fetch_all(wanted: Dataset, target: Path, progress: Progress) -> None:
    """Every file of a data set, converted where need be, into a folder that is made at the end."""
    target.parent.mkdir(parents=True, exist_ok=True)
    what, total = f"downloading {wanted.name}", len(wanted.files)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".downloading-") as scratch:
        unfinished = Path(scratch) / "data"
        for number, file in enumerate(wanted.files):
            progress(what, number, total)
            fetch(file, unfinished)
        progress(what, total, total)
        if wanted.name == UN_ROLL_CALLS.name:
            convert(unfinished / "source", unfinished)
        unfinished.rename(target)


def fetch(file: RemoteFile, folder: Path) -> Path:
    """One file of a data set into a folder, compared with its checksum where that is known."""
    from urllib.error import URLError
    from urllib.request import urlopen

    if not file.url.startswith("https://"):
        raise InputError("the address must begin with https://", file=file.url)
    path = folder / file.name
    path.parent.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    try:
        with urlopen(file.url, timeout=TIMEOUT_SECONDS) as answer, path.open("wb") as copy:  # noqa: S310 -- https only, see above
            while chunk := answer.read(CHUNK_BYTES):
                digest.update(chunk)
                copy.write(chunk)
    except (URLError, TimeoutError, ConnectionError) as error:
        reason = getattr(error, "reason", error)
        message = f"cannot be downloaded ({reason}); check the network and try again"
        raise InputError(message, file=file.url) from None
    check(file, digest.hexdigest())
    return path


def check(file: RemoteFile, sha256: str) -> None:
    """Refuse a file whose checksum is known and different."""
    if file.sha256 is not None and sha256 != file.sha256:
        message = "the file differs from the one expected (SHA-256); try again later"
        raise InputError(message, file=file.url)
