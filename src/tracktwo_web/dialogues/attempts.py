"""How often a wrong passphrase may be tried: a few times a quarter of an hour, for each link.

Counted in this process's memory and nowhere else: neither who tried nor that somebody did is kept.
Each guess also costs the server a slow derivation (`secrets.py`), and a guesser needs the link first.
"""

import time
import uuid
from collections import deque
from threading import Lock

AT_MOST = 5
WITHIN = 15 * 60

_wrong: dict[uuid.UUID, deque[float]] = {}
_lock = Lock()


def are_used_up(key: uuid.UUID) -> bool:
    """Whether no further guess at this link's passphrase is heard now."""
    with _lock:
        return len(_recent(key)) >= AT_MOST


def count_wrong(key: uuid.UUID) -> None:
    """Remember for a while that a guess was wrong."""
    with _lock:
        _recent(key).append(time.monotonic())


def forget_all() -> None:
    with _lock:
        _wrong.clear()


def _recent(key: uuid.UUID) -> deque[float]:
    """The wrong guesses of the last quarter of an hour; those of other links are tidied too."""
    since = time.monotonic() - WITHIN
    for guesses in _wrong.values():
        while guesses and guesses[0] < since:
            guesses.popleft()
    for stale in [one for one, guesses in _wrong.items() if not guesses]:
        del _wrong[stale]
    return _wrong.setdefault(key, deque())
