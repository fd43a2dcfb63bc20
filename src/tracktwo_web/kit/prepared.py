"""Hand-written queries for what every answer asks anew, in the forms each database takes."""

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections

Found = tuple[Any, ...]
ALWAYS = 0
"""Prepare at the first use: these queries are few and asked often."""


def has_ids() -> bool:
    """Whether the database knows ids and time zones (PostgreSQL), or keeps them as text (SQLite)."""
    return bool(connections[DEFAULT_DB_ALIAS].vendor == "postgresql")


def stored(values: Sequence[Any]) -> list[Any]:
    """Values as the database's driver takes them."""
    return list(values) if has_ids() else [_as_text(value) for value in values]


def first_row(query: str, values: Sequence[Any]) -> Found | None:
    """The first row of a query with `%s` for each value.

    Django sends whole texts to PostgreSQL, which then plans a query of five tables for each answer;
    here the text is sent once for each connection. SQLite keeps its plans by itself.
    """
    if has_ids():
        return _first_row_prepared(query, values)
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(query, stored(values))
        found: Found | None = cursor.fetchone()
        return found


def _as_text(value: object) -> object:
    if isinstance(value, uuid.UUID):
        return value.hex
    if isinstance(value, datetime):
        return connections[DEFAULT_DB_ALIAS].ops.adapt_datetimefield_value(value)
    return value


def _first_row_prepared(query: str, values: Sequence[Any]) -> Found | None:
    import psycopg

    connection = connections[DEFAULT_DB_ALIAS]
    connection.ensure_connection()
    with connection.wrap_database_errors:
        connection.connection.prepare_threshold = ALWAYS
        with psycopg.Cursor(connection.connection) as cursor:
            return cursor.execute(query.encode(), values).fetchone()
