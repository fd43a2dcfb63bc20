"""The courier: whenever something was written for the other office, it goes; and now and then it asks anyway."""

import asyncio
import logging
import time
from collections.abc import Callable

from django.db import DatabaseError, close_old_connections

from tracktwo_web.channel.domain.exchange import is_behind
from tracktwo_web.channel.models import Fault, Line
from tracktwo_web.channel.wire.caller import Callers
from tracktwo_web.events.source import Source

log = logging.getLogger(__name__)

ASK_EVERY = 10.0
"""Seconds after which the other node is asked though there is nothing to give: it may not reach this one."""
LONGEST_PAUSE = 30.0
_OF_A_LINE = b"\nevent: channel\n"


class Courier:
    """Carries for all lines of this installation."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._callers = Callers()
        self._clock = clock
        self._failures: dict[str, int] = {}
        self._not_before: dict[str, float] = {}
        self._asked: dict[str, float] = {}

    async def run(self, stopping: asyncio.Event) -> None:
        """Carry until told to stop."""
        woken = asyncio.Event()
        listening = asyncio.create_task(_listen(woken))
        while not stopping.is_set():
            await asyncio.to_thread(self.carry)
            try:
                await asyncio.wait_for(woken.wait(), 1.0)
            except TimeoutError:
                continue
            woken.clear()
        listening.cancel()

    def carry(self) -> None:
        """Give whatever is to be given, on every line whose turn it is."""
        close_old_connections()
        try:
            for line in lines_with_ways():
                if self._is_due(line):
                    self._try_to_carry(line)
        except DatabaseError as error:
            log.warning("the line waits for the database: %s", type(error).__name__)
        finally:
            close_old_connections()

    def _is_due(self, line: Line) -> bool:
        key, now = str(line.pk), self._clock()
        if now < self._not_before.get(key, 0.0):
            return False
        has_nothing = line.is_compared and not line.fault and not is_behind(line)
        is_quiet = has_nothing or line.fault == Fault.FORKED
        return not is_quiet or now - self._asked.get(key, -ASK_EVERY) >= ASK_EVERY

    def _try_to_carry(self, line: Line) -> None:
        """What goes wrong on one line stops neither the others nor the next try."""
        try:
            came = self._carry(line)
        except DatabaseError:
            raise
        except Exception as error:  # noqa: BLE001 -- whatever it is, the line must be tried again
            log.error("a line could not be carried: %s", type(error).__name__)  # noqa: TRY400
            came = False
        key = str(line.pk)
        self._failures[key] = 0 if came else self._failures.get(key, 0) + 1
        pause = min(2.0 ** self._failures[key] - 1, LONGEST_PAUSE)
        self._not_before[key] = self._clock() + pause

    def _carry(self, line: Line) -> bool:
        """Whether the other node was reached, and takes what it is given."""
        self._asked[str(line.pk)] = self._clock()
        held = line.peer_holds
        if not self._callers.call(line):
            return False
        line.refresh_from_db()
        return line.peer_holds != held or not is_behind(line)


def lines_with_ways() -> list[Line]:
    """The lines whose other end is elsewhere."""
    found = Line.objects.exclude(peer_key="").exclude(routes=None)
    return list(found.select_related("side"))


async def _listen(woken: asyncio.Event) -> None:
    """Wake whenever something happens on a line; after a loss of the database, begin again."""
    while True:
        try:
            async for batch in Source().batches():
                if any(_OF_A_LINE in one.text for one in batch):
                    woken.set()
        except (DatabaseError, OSError) as error:
            log.warning("the line does not hear the database: %s", type(error).__name__)
        await asyncio.sleep(1.0)
