"""Refusing to start on a database that could lose an acknowledged answer, or that keeps times.

A log of statements keeps what was answered and when; the application cannot turn it off itself.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, Warning, register  # noqa: A004 -- Django's
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

FULL = 2
"""SQLite's `synchronous`: from here on a commit is on disk before it is acknowledged."""


@register(Tags.database)
def database_keeps_its_word(
    databases: Sequence[str] | None = None,
    **_: Any,  # noqa: ANN401 -- what Django hands to every check
) -> list[CheckMessage]:
    """Errors for each database named, as `run_checks(databases=["default"])` asks for them."""
    return [error for name in databases or () for error in errors_of(connections[name])]


def errors_of(connection: BaseDatabaseWrapper) -> Iterable[CheckMessage]:
    """What is wrong with the database at the other end of a connection."""
    check = _CHECKS.get(connection.vendor)
    return check(connection) if check else ()


def _of_sqlite(connection: BaseDatabaseWrapper) -> Iterator[Error]:
    synchronous = int(_asked(connection, "PRAGMA synchronous"))
    if synchronous < FULL:
        yield Error(
            f"SQLite's synchronous is {synchronous}: an acknowledged answer could be lost.",
            hint="Remove what sets it; Tracktwo's own setting is FULL.",
            id="tracktwo.E001",
        )


def _of_postgresql(connection: BaseDatabaseWrapper) -> Iterator[CheckMessage]:
    yield from _of_its_disk(connection)
    yield from _of_its_log(connection)


def _of_its_log(connection: BaseDatabaseWrapper) -> Iterator[CheckMessage]:
    """What PostgreSQL writes down beside the tables: statements hold answers, lines hold times."""
    settings = {name: _asked(connection, f"SHOW {name}") for name in _LOGGING}
    told = [name for name, quiet in _LOGGING.items() if settings[name] not in quiet]
    if told:
        yield Error(
            f"PostgreSQL logs statements ({', '.join(told)}): answers and their times are kept.",
            hint="Set log_statement = none and the others to -1 in postgresql.conf, and reload.",
            id="tracktwo.E005",
        )
    if _asked(connection, "SHOW log_min_error_statement") not in {"fatal", "panic"}:
        yield Warning(
            "PostgreSQL logs statements that fail: they can hold an answer and its time.",
            hint="As a superuser: ALTER ROLE ... SET log_min_error_statement = 'panic', and"
            " SET log_error_verbosity = 'terse' (docs/deploying.md).",
            id="tracktwo.W001",
        )
    if _asked(connection, "SHOW archive_mode") != "off":
        yield Warning(
            "PostgreSQL archives its log of writes: order and time of every answer are kept there.",
            hint="Set archive_mode = off in postgresql.conf and restart PostgreSQL, or delete what was"
            " archived while a round was open as soon as it has closed (docs/deploying.md).",
            id="tracktwo.W002",
        )


def _of_its_disk(connection: BaseDatabaseWrapper) -> Iterator[CheckMessage]:
    if _asked(connection, "SHOW synchronous_commit") == "off":
        yield Error(
            "PostgreSQL's synchronous_commit is off: an acknowledged answer could be lost.",
            hint="Set synchronous_commit = on, for the server, the database and the role.",
            id="tracktwo.E002",
        )
    if _asked(connection, "SHOW fsync") == "off":
        yield Error(
            "PostgreSQL's fsync is off: a power cut could destroy the whole database.",
            hint="Set fsync = on in postgresql.conf and restart PostgreSQL.",
            id="tracktwo.E003",
        )
    if _asked(connection, "SHOW track_commit_timestamp") == "on":
        yield Error(
            "PostgreSQL's track_commit_timestamp is on: it keeps the time of every answer.",
            hint="Set track_commit_timestamp = off in postgresql.conf and restart PostgreSQL.",
            id="tracktwo.E004",
        )


_LOGGING = {
    "log_statement": {"none", "ddl"},
    "log_min_duration_statement": {"-1"},
    "log_min_duration_sample": {"-1"},
}
"""Settings by which PostgreSQL logs statements that succeed, and the values that keep it quiet."""

_CHECKS: dict[str, Callable[[BaseDatabaseWrapper], Iterator[CheckMessage]]] = {
    "sqlite": _of_sqlite,
    "postgresql": _of_postgresql,
}


def _asked(connection: BaseDatabaseWrapper, question: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(question)
        (answer,) = cursor.fetchone() or ("",)
    return str(answer)
