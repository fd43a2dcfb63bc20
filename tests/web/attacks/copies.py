"""What a thief of the database has: every row of every table, with whatever tells of its order."""

import re
from dataclasses import dataclass
from pathlib import Path

from django.db import connection

Cell = object
BOX = frozenset({"perceptions_answer", "perceptions_comment"})
"""Where answers and remarks are kept: the tables that a round is meant to change."""


@dataclass(frozen=True)
class Copied:
    """A row with its place (rowid, or xmin and ctid)."""

    place: tuple[Cell, ...]
    cells: tuple[Cell, ...]


def copy_tables(*, but: frozenset[str] = frozenset()) -> dict[str, list[Copied]]:
    """All tables, as a superuser reads them."""
    tables = sorted(set(connection.introspection.table_names()) - but)
    return {table: copy_table(table) for table in tables}


def copy_table(table: str) -> list[Copied]:
    """One table in its physical order."""
    is_postgres = connection.vendor == "postgresql"
    place = ("xmin::text", "ctid::text") if is_postgres else ("rowid",)
    order = "ctid" if is_postgres else "rowid"
    name = connection.ops.quote_name(table)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(place)}, * FROM {name} ORDER BY {order}")
        width = len(place)
        return [Copied(row[:width], row[width:]) for row in cursor.fetchall()]


def values_in(copied: dict[str, list[Copied]]) -> set[bytes]:
    """Every value of every cell, and every word in it, in the forms it could be a key in."""
    found: set[bytes] = set()
    for rows in copied.values():
        for row in rows:
            for cell in row.cells:
                found |= _forms(cell)
    return found


def _forms(cell: Cell) -> set[bytes]:
    if isinstance(cell, (bytes, memoryview)):
        return {bytes(cell)}
    text = str(cell)
    words = {text, *re.split(r"[\s\"':,{}\[\]]+", text)}
    forms = {word.encode() for word in words}
    for word in words:
        plain = word.replace("-", "")
        if len(plain) % 2 == 0 and re.fullmatch(r"[0-9a-f]{16,}", plain):
            forms.add(bytes.fromhex(plain))
    return forms


def files_beside() -> bytes:
    """The database's own files as they lie on the disk, its log of writes apart on PostgreSQL."""
    if connection.vendor != "postgresql":
        path = Path(connection.settings_dict["NAME"])
        return b"".join(one.read_bytes() for one in sorted(path.parent.glob(f"{path.name}*")))
    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")
        cursor.execute("SHOW data_directory")
        folder = Path(cursor.fetchone()[0])
    files = (one for one in sorted((folder / "base").rglob("*")) if one.is_file())
    return b"".join(one.read_bytes() for one in files)
