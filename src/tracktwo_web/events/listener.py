"""Somebody who listens: what still has to be sent to one browser."""

import asyncio
from collections import deque
from collections.abc import Hashable

BACKLOG = 64
"""Messages that may wait for a browser. One that falls behind further is sent away, and resumes."""


class Listener:
    """One open stream. `warrant` is what it was admitted for; it is asked about again."""

    __slots__ = ("_coming", "_waiting", "channel", "heard", "is_over", "task", "warrant")

    def __init__(
        self, channel: str, warrant: Hashable, task: "asyncio.Task[object] | None" = None
    ) -> None:
        self.channel, self.warrant, self.task = channel, warrant, task
        self.is_over = False
        self.heard = 0.0
        """When it was last told something, by the loop's clock."""
        self._waiting: deque[bytes] = deque()
        self._coming: asyncio.Future[None] | None = None

    def tell(self, text: bytes, now: float) -> None:
        """Put something in line; whoever is too far behind is cut off and may come back."""
        if len(self._waiting) == BACKLOG:
            self.cut_off()
            return
        self.heard = now
        self._waiting.append(text)
        self._wake()

    def end(self) -> None:
        """Send what waits, then nothing more."""
        self.is_over = True
        self._wake()

    def cut_off(self) -> None:
        """End now, even in the middle of sending to a browser that does not read."""
        self._waiting.clear()
        self.is_over = True
        if self.task:
            self.task.cancel()
        self._wake()

    async def next(self) -> bytes:
        """All that waits, at once; empty at the end."""
        while not self._waiting and not self.is_over:
            self._coming = asyncio.get_running_loop().create_future()
            await self._coming
        text = b"".join(self._waiting)
        self._waiting.clear()
        return text

    def _wake(self) -> None:
        if self._coming and not self._coming.done():
            self._coming.set_result(None)
