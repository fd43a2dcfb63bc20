"""Who may read a side's line, speak on it, and connect it. No open round closes it: see `may_send`."""

import uuid

from tracktwo_web.channel.models import Line
from tracktwo_web.dialogues import stages
from tracktwo_web.dialogues.roles import VOICES, Role
from tracktwo_web.dialogues.rules import is_neutral
from tracktwo_web.dialogues.standing import Standing

READERS = VOICES | {Role.OFFICER}
CONNECTING = frozenset({Role.OFFICER, Role.HEAD})
"""They compare the other office's card and take it, and carry parcels by hand."""


def is_open(standing: Standing) -> bool:
    """Whether the stage has a line."""
    return stages.opens(standing.dialogue.stage, stages.Act.SPEAK)


def may_read(standing: Standing) -> bool:
    """Officers, heads, members and advisers read the line of their own side."""
    return standing.role in READERS and is_open(standing)


def may_send(standing: Standing) -> bool:
    """The duty officer alone sends and says that something was read.

    Officers have no ballot, so that nothing they write can be laid beside one: the line stays open
    while a round is.
    """
    return standing.role == Role.OFFICER and is_open(standing)


def may_connect(standing: Standing) -> bool:
    return standing.role in CONNECTING and is_open(standing)


def may_name_places(standing: Standing) -> bool:
    """Officers and heads say what places on the chart of their own line are called."""
    return may_connect(standing)


def may_see_state(standing: Standing) -> bool:
    """Whoever reads the line, and those who run the dialogue: they see that it works, and no message."""
    return may_read(standing) or (is_neutral(standing) and is_open(standing))


def may_open(standing: Standing) -> bool:
    """A side opens its own end; those who run the dialogue both, where both are to be here."""
    return may_connect(standing) or (is_neutral(standing) and is_open(standing))


def opens_both(standing: Standing) -> bool:
    return is_neutral(standing)


def reads_of(standing: Standing, side_id: uuid.UUID) -> bool:
    """Whether messages of that side's line are for whoever asks."""
    return standing.side is not None and standing.side.id == side_id


def may_listen(standing: Standing, room: uuid.UUID) -> bool:
    """Whether somebody may hear that something happens on a line: whoever reads it, and nobody else."""
    return may_read(standing) and Line.objects.filter(pk=room, side=standing.side).exists()
