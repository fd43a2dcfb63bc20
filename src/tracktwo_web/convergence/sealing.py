"""Values that lie sealed in the database: a copy of it without the server's key tells none of them.

Each is sealed for one row of one round, so that it opens nowhere else, and filled up to a whole
number of blocks, so that its length does not tell how much was said.
"""

import json
from typing import Any
from uuid import UUID

from tracktwo_web.kit.sealed import seal, unseal

BLOCK = 4096
JSON = dict[str, Any]


class Unreadable(Exception):  # noqa: N818 -- an answer, not a fault
    """The server's key is another one than that under which this was sealed."""


def sealed_for(what: str, round_id: UUID, whose: str, value: JSON) -> str:
    """A value as the text that its row keeps."""
    length = len(json.dumps(value, separators=(",", ":")))
    filled = value | {"fill": " " * (-length % BLOCK)}
    return seal(filled, purpose=_purpose(what, round_id, whose))


def opened_for(what: str, round_id: UUID, whose: str, text: str) -> JSON:
    """The value of a row. Raises `Unreadable` where it was not sealed for it by this server."""
    value = unseal(text, purpose=_purpose(what, round_id, whose))
    if value is None:
        raise Unreadable(what)
    value.pop("fill", None)
    return value


def _purpose(what: str, round_id: UUID, whose: str) -> str:
    return f"convergence {what} {round_id} {whose}"
