"""How often something was done lately, by key: in this process's memory and nowhere else.

Neither who did it nor that somebody did is kept once the time is over.
"""

import time
import uuid
from collections import deque
from threading import Lock


class Lately:
    """Counts what was done within the last seconds, up to which it may be done `at_most` so often."""

    def __init__(self, *, at_most: int, within: float) -> None:
        self.at_most, self.within = at_most, within
        self._done: dict[uuid.UUID, deque[float]] = {}
        self._lock = Lock()

    def is_used_up(self, key: uuid.UUID) -> bool:
        """Whether it may not be done once more now."""
        with self._lock:
            return len(self._recent(key)) >= self.at_most

    def count(self, key: uuid.UUID) -> None:
        """Remember for a while that it was done."""
        with self._lock:
            self._recent(key).append(time.monotonic())

    def forget_all(self) -> None:
        with self._lock:
            self._done.clear()

    def _recent(self, key: uuid.UUID) -> deque[float]:
        """What was done lately under a key; what others did is tidied too."""
        since = time.monotonic() - self.within
        for moments in self._done.values():
            while moments and moments[0] < since:
                moments.popleft()
        for stale in [one for one, moments in self._done.items() if not moments]:
            del self._done[stale]
        return self._done.setdefault(key, deque())
