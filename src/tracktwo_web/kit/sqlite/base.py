"""SQLite as a database of record: every commit is on disk, and writers wait in a fair queue.

SQLite's own busy handler sleeps and tries again, so that under load some writer starves for
seconds. An advisory lock on a file beside the database lets writers in one after another: one
taken per transaction, before BEGIN IMMEDIATE, given back after COMMIT or ROLLBACK.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db.backends.sqlite3 import base

FULL = 2
PRAGMAS = (
    "PRAGMA journal_mode=WAL;"
    "PRAGMA synchronous=FULL;"
    "PRAGMA foreign_keys=ON;"
    # What is deleted is overwritten: a copied file must not hold what a round has shuffled away.
    "PRAGMA secure_delete=ON;"
)


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's own wrapper, durable and with a queue for writers."""

    _queue: int | None = None
    _is_writing = False

    def get_connection_params(self) -> dict[str, Any]:
        params: dict[str, Any] = super().get_connection_params()
        if params.get("init_command"):
            raise ImproperlyConfigured(
                "the database's init_command is Tracktwo's own; leave it out of DATABASE_URL"
            )
        self.transaction_mode = "IMMEDIATE"
        return params

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:  # noqa: ANN401 -- sqlite3's
        connection = super().get_new_connection(conn_params)
        connection.executescript(PRAGMAS)
        return connection

    def _start_transaction_under_autocommit(self) -> None:
        self._take_turn()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except BaseException:
            self._give_turn_back()
            raise

    def _commit(self) -> None:
        try:
            super()._commit()  # type: ignore[misc]
        finally:
            self._give_turn_back()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]
        finally:
            self._give_turn_back()

    def close(self) -> None:
        super().close()
        self._give_turn_back()
        if self._queue is not None and self.connection is None:
            os.close(self._queue)
            self._queue = None

    @contextmanager
    def turn(self) -> Iterator[None]:
        """The turn for one statement, which SQLite makes a transaction of its own."""
        if self._is_writing:
            yield
            return
        self._take_turn()
        try:
            yield
        finally:
            self._give_turn_back()

    def _take_turn(self) -> None:
        if self.is_in_memory_db() or self._is_writing:
            return
        if self._queue is None:
            self._queue = os.open(
                f"{self.settings_dict['NAME']}-queue", os.O_CREAT | os.O_RDWR, 0o600
            )
        fcntl.flock(self._queue, fcntl.LOCK_EX)
        self._is_writing = True

    def _give_turn_back(self) -> None:
        if self._is_writing and self._queue is not None:
            fcntl.flock(self._queue, fcntl.LOCK_UN)
            self._is_writing = False
