"""Copying a PostgreSQL database with PostgreSQL's own programs, at one moment."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.db import connection

from tracktwo_web.operations.contents import TABLES, Contents, contents_of
from tracktwo_web.operations.errors import CannotRun


def dump(copy: Path) -> Contents:
    """Copy with `pg_dump` what one transaction sees, and say what that transaction sees."""
    program = _program("pg_dump")
    with _opened() as session:
        session.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        ((snapshot,),) = session.execute("SELECT pg_export_snapshot()").fetchall()
        _run([program, "--format=custom", f"--snapshot={snapshot}", f"--file={copy}"])
        return _contents(session)


def restore(copy: Path) -> Contents:
    """Bring a copy into an empty database, all of it or nothing; what is there afterwards."""
    if not is_empty():
        raise CannotRun("the database holds tables already; restore into an empty one")
    name = str(connection.settings_dict["NAME"])
    options = ["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges"]
    _run([_program("pg_restore"), *options, f"--dbname={name}", str(copy)])
    with _opened() as session:
        return _contents(session)


def is_empty() -> bool:
    """Whether there is no table at all."""
    with _opened() as session:
        return not session.execute(TABLES["postgresql"]).fetchall()


def _contents(session: Any) -> Contents:  # noqa: ANN401 -- psycopg's connection
    tables = [name for (name,) in session.execute(TABLES["postgresql"]).fetchall()]
    return contents_of(tables, session.cursor())


def _opened() -> Any:  # noqa: ANN401 -- psycopg's connection
    """A connection of psycopg's own: the values are then read in the same way at both ends."""
    import psycopg

    known = connection.get_connection_params()
    plain = {name: known[name] for name in _NAMES if known.get(name)}
    return psycopg.connect(**plain, options="-c timezone=UTC", autocommit=True)


_NAMES: Mapping[str, str] = {
    "dbname": "PGDATABASE",
    "user": "PGUSER",
    "password": "PGPASSWORD",
    "host": "PGHOST",
    "port": "PGPORT",
    "sslmode": "PGSSLMODE",
}


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise CannotRun(f"{name} is not there; install PostgreSQL's client programs")
    return found


def _run(command: list[str]) -> None:
    """Run a program of PostgreSQL's; the password goes by the environment, which others cannot read."""
    known = connection.get_connection_params()
    variables = {ours: str(known[name]) for name, ours in _NAMES.items() if known.get(name)}
    ran = subprocess.run(  # noqa: S603 -- PostgreSQL's own program
        command, env=os.environ | variables, capture_output=True, text=True, check=False
    )
    if ran.returncode:
        raise CannotRun(_told(Path(command[0]).name, ran.stderr))


def _told(program: str, errors: str) -> str:
    if "server version mismatch" in errors or "unsupported version" in errors:
        return f"{program} is older than the database server; install the client programs of its version"
    last = errors.strip().splitlines()[-1] if errors.strip() else "it gave no reason"
    return f"{program} failed: {last}"
