"""Taking turns at being first: no party stands first on every page."""

from collections.abc import Sequence
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")


def in_turn(things: Sequence[T], key: str) -> list[T]:
    """The things in order, beginning with another one from key to key, and always so for one key."""
    if not things:
        return []
    first = sha256(key.encode()).digest()[0] % len(things)
    return [*things[first:], *things[:first]]
