"""Conversations held on Polis, from a folder of their exports."""

from pathlib import Path

from tracktwo.datasets._files import AnyPath
from tracktwo.dialogue import Dialogue
from tracktwo.errors import InputError
from tracktwo.exchange import read


def polis_conversation(folder: AnyPath, name: str) -> Dialogue:
    """The conversation whose export lies in `folder/name` (for instance "vtaiwan.uberx").

    Raises `InputError` where there is none, naming those that are there.
    """
    path = Path(folder) / name
    if not path.is_dir():
        there = sorted(one.name for one in Path(folder).glob("*") if one.is_dir())
        message = f"there is no conversation {name!r} (there are: {', '.join(there) or 'none'})"
        raise InputError(message, file=Path(folder))
    return read(path)
