"""A box of ballots: emptied and filled again in random order when a round closes."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import connection


@dataclass(frozen=True)
class Box:
    """What a box holds, by table: every column but the row's own key; and which rows are a round's."""

    tables: Mapping[str, str]
    of_round: str


_IN_POSTGRES = (
    """WITH emptied AS (DELETE FROM {table} WHERE {of_round} RETURNING {columns})
       INSERT INTO {table} (id, {columns})
       SELECT gen_random_uuid(), {columns} FROM emptied ORDER BY random()""",
)
_IN_SQLITE = (
    "CREATE TEMP TABLE emptied AS SELECT {columns} FROM {table} WHERE {of_round}",
    "DELETE FROM {table} WHERE {of_round}",
    """INSERT INTO {table} (id, {columns})
       SELECT lower(hex(randomblob(16))), {columns} FROM temp.emptied ORDER BY random()""",
    "DROP TABLE temp.emptied",
)


def shuffle(round_id: uuid.UUID, *, box: Box) -> None:
    """Rewrite a round's ballots, and what was said beside them, in random order under new keys, in the transaction.

    What row ids, physical places and transaction numbers told of the order of arrival is gone from
    the tables; `forget_order` removes it from what the database keeps beside them.
    """
    is_postgres = connection.vendor == "postgresql"
    steps = _IN_POSTGRES if is_postgres else _IN_SQLITE
    named = round_id if is_postgres else round_id.hex
    with connection.cursor() as cursor:
        for table, columns in box.tables.items():
            for step in steps:
                sql = step.format(table=table, columns=columns, of_round=box.of_round)
                cursor.execute(sql, [named] if "%s" in sql else [])


def forget_order(*, box: Box) -> bool:
    """Drop the old places of shuffled rows; after the transaction, since it cannot run inside one.

    False where a reader is still in the way, or a transaction around: then it is for the clock to
    try again. PostgreSQL's log of writes is recycled by the server in its own time: no row about a
    seat is written while a round is open, so that log has nothing to be laid beside (SECURITY.md).
    """
    if connection.in_atomic_block:
        return False
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for table in box.tables:
                cursor.execute(f"VACUUM FULL {table}")
            return True
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        is_busy, _, _ = cursor.fetchone()
        return not is_busy
