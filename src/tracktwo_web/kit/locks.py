"""Locks across processes that leave no trace in any table.

On SQLite every transaction is alone already; on PostgreSQL these are advisory locks that end with
the transaction.
"""

import uuid

from django.db import connection


def share(name: uuid.UUID) -> None:
    """Go on together with others who share, and keep out whoever wants to be alone."""
    _lock("pg_advisory_xact_lock_shared", name)


def be_alone(name: uuid.UUID) -> None:
    """Wait for all who share, then keep everybody out until the transaction ends."""
    _lock("pg_advisory_xact_lock", name)


def number_of(name: uuid.UUID) -> int:
    """The number by which PostgreSQL knows a lock."""
    return int.from_bytes(name.bytes[:8], "big", signed=True)


def _lock(function: str, name: uuid.UUID) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {function}(%s)", [number_of(name)])
