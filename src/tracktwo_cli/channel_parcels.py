"""`tracktwo channel pack` and `unpack`: what two nodes tell each other, carried by hand where no wire is."""

from pathlib import Path
from typing import TYPE_CHECKING

from tracktwo.errors import InputError
from tracktwo_cli.channel_here import installation, line_to, read_file, require_free, write_new
from tracktwo_cli.terminal import say

if TYPE_CHECKING:
    from tracktwo.channel.line import Parcel
    from tracktwo_web.channel.domain.parcels import Taken
    from tracktwo_web.channel.models import Line

BY_HAND = "by hand"


def pack(
    office: str,
    file: Path,
    /,
    *,
    answering: Path | None = None,
    dialogue: str = "",
    data: Path | None = None,
) -> None:
    """Put what the other office lacks into a file that is carried to it by hand.

    Parameters
    ----------
    office
        The other office, for which the parcel is.
    file
        The new file to write.
    answering
        The other office's last parcel: with it, what that office has lost of its own goes back too.
    dialogue
        The id of the dialogue, where there are several lines to that office.
    data
        The installation's folder. Without it: TRACKTWO_DATA, or ./data.

    """
    require_free(file)
    with installation(data):
        from tracktwo.channel.line import read_parcel

        line = line_to(office, dialogue)
        answered = _answered(line, answering) if answering else None
        parcel = _made(line, answered)
        count = len(read_parcel(parcel).entries)
    write_new(file, parcel)
    say(f"wrote {file}: {_entries(count)} from {line.office} to {line.peer}")
    say(
        "It is signed, and not encrypted: whoever carries it can read it, and change nothing unseen."
    )


def unpack(file: Path, /, *, data: Path | None = None) -> None:
    """Take in a parcel that was carried here. Ends with 2 where it, or a part of it, is refused.

    Parameters
    ----------
    file
        The parcel, as the other office packed it.
    data
        The installation's folder. Without it: TRACKTWO_DATA, or ./data.

    """
    with installation(data):
        from tracktwo.channel.line.parcel import MOST_BYTES

        taken = _taken(read_file(file, MOST_BYTES))
    if taken.new or not taken.refusal:
        say(f"{_entries(taken.new)} came in that {'was' if taken.new == 1 else 'were'} not here")
    if taken.refusal:
        raise InputError(f"refused: {taken.refusal}", file=file)


def _made(line: "Line", answering: "Parcel | None") -> bytes:
    """As many entries as a parcel may hold; the rest goes with the next one."""
    from django.db import transaction
    from django.utils import timezone

    from tracktwo.channel.line.parcel import MOST_BYTES, MOST_ENTRIES
    from tracktwo_web.channel.domain.parcels import make_parcel

    most = MOST_ENTRIES // 2
    while True:
        with transaction.atomic():
            made = make_parcel(line, now=timezone.now(), answering=answering, most=most)
        if len(made) <= MOST_BYTES:
            return made
        most //= 2


def _answered(line: "Line", file: Path) -> "Parcel":
    """The other office's parcel that is answered; nobody else's makes this node hand anything back."""
    from tracktwo.channel.line import read_parcel
    from tracktwo.channel.line.parcel import MOST_BYTES

    try:
        parcel = read_parcel(read_file(file, MOST_BYTES))
    except InputError as error:
        raise InputError(error.message, file=file, line=error.line) from None
    if (parcel.sender, parcel.recipient, parcel.key) != (line.peer, line.office, line.peer_key):
        raise InputError(f"is no parcel of {line.peer} to {line.office}", file=file)
    return parcel


def _taken(data: bytes) -> "Taken":
    from django.utils import timezone

    from tracktwo.channel.line import read_parcel
    from tracktwo_web.channel.domain.exchange import line_for
    from tracktwo_web.channel.domain.parcels import Taken, take, take_read
    from tracktwo_web.channel.models import Line

    now = timezone.now()
    try:
        parcel = read_parcel(data)
    except InputError as error:
        only = list(Line.objects.exclude(peer_key="")[:2])
        # where it would have gone is known only on a node of one line: there it is written down
        return (
            take(only[0], data, way=BY_HAND, now=now)
            if len(only) == 1
            else Taken(refusal=error.message)
        )
    line = line_for(parcel)
    if line is None:
        told = f"no line from {parcel.sender} to {parcel.recipient} is connected here"
        return Taken(refusal=told)
    return take_read(line, parcel, data, way=BY_HAND, now=now)


def _entries(count: int) -> str:
    return "1 entry" if count == 1 else f"{count} entries"
