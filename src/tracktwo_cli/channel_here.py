"""What the commands of a node stand on: the installation, its lines, and refusals as one sentence each."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tracktwo.errors import InputError, OptionError
from tracktwo_cli.needs_web import need_web

if TYPE_CHECKING:
    from tracktwo_web.channel.models import Line


@contextmanager
def installation(data: Path | None) -> Iterator[None]:
    """The installation of a folder; what it refuses is said as a refusal of the command."""
    need_web()
    from tracktwo_web.operations import boot

    boot.set_up(data, must_exist=True)
    from tracktwo_web.channel.domain.answers import CannotBe
    from tracktwo_web.channel.domain.logs import Unreadable

    with boot.database_errors_told():
        try:
            yield
        except CannotBe as refused:
            raise OptionError(str(refused)) from None
        except Unreadable:
            raise OptionError(
                "the office's key does not open: the secret of this installation is another one; bring "
                "back the file secret-key, or give the key up: tracktwo channel replace OFFICE --card FILE"
            ) from None


def line_to(office: str, dialogue: str = "") -> "Line":
    """The line to another office; of a dialogue, where there are several."""
    from tracktwo_web.channel.models import Line

    found = list(Line.objects.filter(peer=office).select_related("side__dialogue"))
    if dialogue:
        found = [one for one in found if str(one.side.dialogue_id) == _id(dialogue)]
    if not found:
        raise OptionError(f"there is no line to {office} here; tracktwo channel lines lists them")
    if len(found) > 1:
        raise OptionError(
            f"there are {len(found)} lines to {office} here; say which one by --dialogue: "
            + ", ".join(str(one.side.dialogue_id) for one in found)
        )
    return found[0]


def read_file(file: Path, most: int) -> bytes:
    """A file, and one byte more than `most` of one that is too long."""
    try:
        with file.open("rb") as opened:
            return opened.read(most + 1)
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}; check the path", file=file) from None


def write_new(file: Path, content: bytes) -> None:
    """A file that was not there before, for its owner alone."""
    try:
        with file.open("xb") as opened:
            opened.write(content)
    except FileExistsError:
        raise OptionError(f"{file} exists; name a new file") from None
    except OSError as error:
        raise OptionError(f"cannot write {file}: {error.strerror}; name another file") from None


def require_free(file: Path | None) -> None:
    """Refuse a place for a file before anything is done that cannot be undone."""
    if file is None:
        return
    if file.exists():
        raise OptionError(f"{file} exists; name a new file")
    if not file.absolute().parent.is_dir():
        raise OptionError(f"cannot write {file}: its folder is not there; name another file")


def _id(text: str) -> str:
    try:
        return str(uuid.UUID(text))
    except ValueError:
        raise OptionError(f"there is no dialogue {text}; its id stands in its address") from None
