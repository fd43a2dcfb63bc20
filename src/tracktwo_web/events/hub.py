"""All streams of one process: who listens, and the tasks that tell them what is new.

The tasks run only while somebody listens. One of them holds the one connection to the database;
streams hold none. When the database goes away, streams stay open and hear the rest when it is back.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Hashable, Iterable
from contextlib import aclosing

from tracktwo_web.events.listener import Listener
from tracktwo_web.events.source import Source
from tracktwo_web.events.told import HEARTBEAT, Told

log = logging.getLogger(__name__)

HEARTBEAT_AFTER = 25.0
ASK_AGAIN_EVERY = 30.0
PAUSE = 1.0
READY_WITHIN = 5.0
Warrants = frozenset[Hashable]


class Hub:
    """Listeners by channel. `renew` says which warrants still hold; it is asked every half minute."""

    def __init__(self, renew: Callable[[Warrants], Awaitable[Warrants]]) -> None:
        self._renew = renew
        self._channels: dict[str, set[Listener]] = {}
        self._tasks: list[asyncio.Task[None]] = []
        self._is_ready = asyncio.Event()
        self.count = 0

    async def join(self, listener: Listener) -> None:
        """Let somebody listen from now on. Raises `TimeoutError` while the database is away."""
        self._channels.setdefault(listener.channel, set()).add(listener)
        self.count += 1
        listener.heard = _now()
        if not self._tasks:
            work = (self._follow(Source()), self._beat(), self._ask_again())
            self._tasks = [asyncio.create_task(one) for one in work]
        await asyncio.wait_for(self._is_ready.wait(), READY_WITHIN)

    def leave(self, listener: Listener) -> None:
        """Forget a listener; with the last one the tasks end."""
        self.count -= 1
        self._channels[listener.channel].discard(listener)
        if not self._channels[listener.channel]:
            del self._channels[listener.channel]
        if self.count == 0:
            for task in self._tasks:
                task.cancel()
            self._tasks = []
            self._is_ready.clear()

    def tell(self, events: Iterable[Told]) -> None:
        """Put events in line for those who listen on their channels."""
        now = _now()
        for event in events:
            for listener in self._channels.get(event.channel, ()):
                listener.tell(event.text, now)

    def end(self, last_words: Callable[[], bytes]) -> None:
        """Let all streams end, each with its own last words."""
        for listener in self._everybody():
            listener.tell(last_words(), _now())
            listener.end()

    def _everybody(self) -> list[Listener]:
        return [one for listeners in self._channels.values() for one in listeners]

    async def _follow(self, source: Source) -> None:
        """Tell what is new; while the database is away, try again until it is back."""
        while True:
            try:
                async with aclosing(source.batches()) as batches:
                    async for events in batches:
                        self._is_ready.set()
                        self.tell(events)
            except Exception as error:  # noqa: BLE001 -- whatever the driver raises
                log.warning("live streams wait for the database: %s", type(error).__name__)
            await asyncio.sleep(PAUSE)

    async def _beat(self) -> None:
        """Let those hear a heartbeat who have heard nothing for a while."""
        while True:
            await asyncio.sleep(1)
            now = _now()
            for listener in self._everybody():
                if now - listener.heard > HEARTBEAT_AFTER:
                    listener.tell(HEARTBEAT, now)

    async def _ask_again(self) -> None:
        """End the streams of those who may not listen any more."""
        while True:
            await asyncio.sleep(ASK_AGAIN_EVERY)
            try:
                await self.ask_again()
            except Exception as error:  # noqa: BLE001 -- the database is away: asked again later
                log.warning("streams could not be looked at again: %s", type(error).__name__)

    async def ask_again(self) -> None:
        """Ask about everybody at once."""
        listeners = self._everybody()
        good = await self._renew(frozenset(one.warrant for one in listeners))
        for listener in listeners:
            if listener.warrant not in good:
                listener.cut_off()


def _now() -> float:
    return asyncio.get_running_loop().time()
