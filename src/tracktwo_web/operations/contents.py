"""What a database holds, table by table: how many rows, and a digest that any change of a row changes.

The digest is a sum over rows, so that the order in which they lie does not matter: two copies are
equal when their digests are, wherever and however they were written.
"""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, Protocol

SIZE = 2**256


class Held(NamedTuple):
    """A table's rows."""

    rows: int
    digest: str


class Cursor(Protocol):
    """As much of a database's cursor as is needed here."""

    def execute(self, query: str, /) -> object: ...
    def __iter__(self) -> Any: ...  # noqa: ANN401 -- rows of any table


Contents = Mapping[str, Held]
TABLES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    "postgresql": "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()",
}


def contents_of(tables: Iterable[str], cursor: Cursor) -> Contents:
    """Every table's rows, read one after another."""
    return {table: held_in(table, cursor) for table in sorted(tables)}


def held_in(table: str, cursor: Cursor) -> Held:
    """Count and sum up the rows of one table."""
    cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 -- a name that the database gave
    rows, total = 0, 0
    for row in cursor:
        rows += 1
        total = (total + _number(row)) % SIZE
    return Held(rows, f"{total:064x}")


def differences(before: Contents, after: Contents) -> list[str]:
    """The tables that are not the same in both."""
    return sorted(
        table for table in before.keys() | after.keys() if before.get(table) != after.get(table)
    )


def _number(row: tuple[object, ...]) -> int:
    plain = [bytes(value) if isinstance(value, memoryview) else value for value in row]
    return int.from_bytes(hashlib.sha256(repr(plain).encode()).digest(), "big")
