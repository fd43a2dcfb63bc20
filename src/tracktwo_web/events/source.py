"""Where a process learns of new events: one connection to the database, whatever the number of streams.

PostgreSQL rings (LISTEN); in case it was not heard, the table is looked at every few seconds. SQLite
cannot ring: a number that changes with every commit is read many times a second, which costs some
microseconds and reads no table.
"""

import asyncio
import sqlite3
from collections import deque
from collections.abc import AsyncGenerator
from contextlib import closing
from typing import Any

from django.db import connections

from tracktwo_web.events.publish import NOTIFY
from tracktwo_web.events.told import Row, Told, told

Batches = AsyncGenerator[list[Told], None]
EVERY = 0.05
SAFETY = 5.0
OVERTAKEN = 100
"""How far back a slow transaction may have been overtaken by others with higher numbers."""

_NEWEST = "SELECT COALESCE(MAX(id), 0) FROM events_event"
_SINCE = "SELECT id, channel, kind, data FROM events_event WHERE id > {mark} ORDER BY id"
_DJANGOS = frozenset({"context", "cursor_factory", "prepare_threshold"})


class Source:
    """New events, once each, also across a loss of the database."""

    def __init__(self) -> None:
        self._last: int | None = None
        self._known: deque[int] = deque(maxlen=2 * OVERTAKEN)

    def batches(self) -> Batches:
        """Events from now on, or from where it broke off. A first batch, even an empty one, says that
        from here on nothing is missed.
        """
        is_postgres = connections["default"].vendor == "postgresql"
        return self._from_postgres() if is_postgres else self._from_sqlite()

    async def _from_sqlite(self) -> Batches:
        path = connections["default"].settings_dict["NAME"]
        with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as connection:
            version = None
            if self._last is None:
                self._last = connection.execute(_NEWEST).fetchall()[0][0]
            while True:
                # All rows at once: an unfinished query would keep the log of writes from being emptied.
                ((now,),) = connection.execute("PRAGMA data_version").fetchall()
                if now != version:
                    found = connection.execute(_SINCE.format(mark="?"), [self._last]).fetchall()
                    yield self._fresh(found)
                version = now
                await asyncio.sleep(EVERY)

    async def _from_postgres(self) -> Batches:
        from psycopg import AsyncConnection

        async with await AsyncConnection.connect(**_address(), autocommit=True) as connection:
            await connection.execute(f"LISTEN {NOTIFY}")
            if self._last is None:
                ((self._last,),) = await (await connection.execute(_NEWEST)).fetchall()
                found = await connection.execute(_SINCE.format(mark="%s"), [self._from()])
                self._known.extend(row[0] for row in await found.fetchall())
            while True:
                found = await connection.execute(_SINCE.format(mark="%s"), [self._from()])
                yield self._fresh(await found.fetchall())
                async for _ in connection.notifies(timeout=SAFETY, stop_after=1):
                    pass

    def _from(self) -> int:
        return (self._last or 0) - OVERTAKEN

    def _fresh(self, rows: list[Row]) -> list[Told]:
        fresh = [row for row in rows if row[0] not in self._known]
        self._known.extend(row[0] for row in fresh)
        self._last = max([self._last or 0, *(row[0] for row in fresh)])
        return told(fresh)


def _address() -> dict[str, Any]:
    """How Django reaches the database, without what only Django understands."""
    params: dict[str, Any] = connections["default"].get_connection_params()
    return {name: value for name, value in params.items() if name not in _DJANGOS}
