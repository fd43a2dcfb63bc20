"""Rooms within a dialogue whose live pages only some may hear: a side's own map, for instance.

Apps that publish to a channel of their own add who may listen to it.
"""

import uuid
from collections.abc import Callable

from tracktwo_web.dialogues.standing import Standing

ROOMS: list[Callable[[Standing, uuid.UUID], bool]] = []


def may_listen(standing: Standing, room: uuid.UUID) -> bool:
    """Whether somebody may hear what happens in a room; in one that nobody knows, nobody may."""
    return any(is_open(standing, room) for is_open in ROOMS)
