"""Getting Django ready for a command: which folder, which settings, and is the database there."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tracktwo_web.config.environment import DATABASE_FILE, Environment, from_variables
from tracktwo_web.operations.data_folder import make_folder
from tracktwo_web.operations.errors import CannotRun


def set_up(
    data: Path | None = None,
    *,
    must_exist: bool = False,
    variables: Mapping[str, str] | None = None,
) -> Path:
    """Set Django up for a data folder, before any model is imported. The folder is made where it is
    missing, unless the command is about an installation that must exist.
    """
    os.umask(0o077)  # whatever is written from here on is the owner's alone
    os.environ.update(variables or {})
    if data is not None:
        os.environ["TRACKTWO_DATA"] = str(data.resolve())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracktwo_web.config.settings")
    environment = from_variables()
    if must_exist and not is_installed(environment):
        raise CannotRun(
            f"there is no installation in {environment.data}; name its folder with --data"
        )
    folder = make_folder(environment.data)
    _load()
    return folder


def is_installed(environment: Environment) -> bool:
    """Whether there may be a database; of one on another machine only asking it could tell."""
    is_elsewhere = not environment.database_url.startswith("sqlite:")
    return is_elsewhere or (environment.data / DATABASE_FILE).exists()


def _load() -> None:
    import django
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except (ImproperlyConfigured, ValueError) as error:
        raise CannotRun(f"the settings are not right: {_sentence(error)}") from error


@contextmanager
def database_errors_told() -> Iterator[None]:
    """Turn what the database says into a sentence, without addresses or passwords."""
    from django.db import DatabaseError, InterfaceError

    try:
        yield
    except (DatabaseError, InterfaceError) as error:
        raise CannotRun(_told(error)) from error


def migrate() -> None:
    """Bring the database to this version."""
    from django.core.management import call_command
    from django.db import connection

    with database_errors_told():
        call_command("migrate", verbosity=0, interactive=False)
        connection.close()


def refuse_on_errors() -> None:
    """Run Django's checks and ours; refuse with one sentence for each that must not be ignored."""
    from django.core import checks

    with database_errors_told():
        found = checks.run_checks(databases=["default"])
    grave = [message for message in found if message.level >= checks.ERROR]
    if grave:
        raise CannotRun("\n".join(_sentence_of(message.msg, message.hint) for message in grave))


def _sentence_of(message: str, hint: str | None) -> str:
    return f"{message} {hint or ''}".strip()


_REASONS: Mapping[str, str] = {
    "no such table": "the database has no tables of this version yet; run: tracktwo migrate",
    "relation ": "the database has no tables of this version yet; run: tracktwo migrate",
    "disk is full": "the disk is full; make room and start again",
    "no space left": "the database's disk is full; make room and start again",
    "password authentication": "the database refuses this user or password; look at DATABASE_URL",
    "does not exist": "the database named in DATABASE_URL does not exist; create it first",
    "readonly database": "the database file cannot be written; give it to the account that runs Tracktwo",
    "not a database": "the database file is damaged or no SQLite file; restore a backup",
}


def _told(error: Exception) -> str:
    text = str(error).lower()
    known = next((told for part, told in _REASONS.items() if part in text), "")
    return known or (
        f"the database does not answer ({type(error).__name__}); start it, or look at DATABASE_URL"
    )


def _sentence(error: Exception) -> str:
    return " ".join(str(error).split())
