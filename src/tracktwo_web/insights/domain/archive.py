"""Dialogue folders as single files: zips whose bytes follow from their content alone."""

import tempfile
import zipfile
from io import BytesIO
from pathlib import Path, PurePosixPath

from django.utils.translation import gettext

from tracktwo.dialogue import Dialogue
from tracktwo.exchange import write_folder
from tracktwo_web.insights.refusals import Refused
from tracktwo_web.kit.zips import zipped
from tracktwo_web.roadmaps.domain.folders import FOLDER as ROADMAP
from tracktwo_web.texts.domain.folders import FOLDER as TEXTS

FOLDER = "dialogue"
MOST_BYTES = 400_000_000
"""Of an archive's content, unpacked."""
MOST_FILES = 100


def packed(dialogue: Dialogue) -> bytes:
    """A dialogue as a zip of its folder: no times, no author, the same bytes for the same dialogue."""
    with tempfile.TemporaryDirectory(prefix="tracktwo-") as scratch:
        folder = Path(scratch) / FOLDER
        write_folder(dialogue, folder)
        return zipped(folder)


def unpack(content: bytes, folder: Path) -> None:
    """Unpack an archive of one folder's files, its joint texts and its roadmap in folders of their own.

    `Refused` for what is not one, or too large. Whoever made the archive is not trusted: only plain
    file names are taken from it, and sizes are those really unpacked.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            _unpack(archive, folder)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError) as error:
        sentence = gettext("This is not a zip file that can be read. Make it anew.")
        raise Refused(sentence) from error


def _unpack(archive: zipfile.ZipFile, folder: Path) -> None:
    entries = [one for one in archive.infolist() if not one.is_dir() and not _is_litter(one)]
    parents = {PurePosixPath(one.filename).parent for one in entries}
    beside = {one for one in parents if _has_a_place(one.name) and one.parent in parents}
    if len(parents - beside) > 1:
        raise Refused(gettext("The zip holds several folders. Put one dialogue’s files into it."))
    if len(entries) > MOST_FILES:
        sentence = gettext("The zip holds more than %(most)s files. Put one dialogue into it.")
        raise Refused(sentence % {"most": MOST_FILES})
    left = MOST_BYTES
    for entry in entries:
        path = PurePosixPath(entry.filename)
        target = folder / path.parent.name if path.parent in beside else folder
        target.mkdir(exist_ok=True)
        left -= _copy(archive, entry, target / path.name, left)


def _has_a_place(name: str) -> bool:
    """Whether a folder within a dialogue's folder is one of ours."""
    return name == ROADMAP or bool(TEXTS.fullmatch(name))


def _copy(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path, most: int) -> int:
    with archive.open(entry) as source:
        content = source.read(most + 1)
    if len(content) > most:
        sentence = gettext("The zip unpacks to more than %(most)s MB.")
        raise Refused(sentence % {"most": MOST_BYTES // 1_000_000})
    target.write_bytes(content)
    return len(content)


def _is_litter(entry: zipfile.ZipInfo) -> bool:
    """What file managers add by themselves."""
    path = PurePosixPath(entry.filename)
    return path.parts[:1] == ("__MACOSX",) or path.name in {".DS_Store", "Thumbs.db"}
