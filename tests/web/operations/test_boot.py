"""What keeps a server from starting, in one sentence each."""

import pytest
from django.db import OperationalError, connection

from tracktwo_web.operations import boot
from tracktwo_web.operations.errors import CannotRun


@pytest.mark.django_db(transaction=True)
def test_database_that_could_lose_an_answer_is_refused() -> None:
    statement = {
        "sqlite": "PRAGMA synchronous=NORMAL",
        "postgresql": "SET synchronous_commit = off",
    }[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(statement)

    with pytest.raises(CannotRun) as refused:
        boot.refuse_on_errors()
    connection.close()

    assert "an acknowledged answer could be lost" in str(refused.value)


def test_sound_database_is_not_refused(db) -> None:
    boot.refuse_on_errors()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("database or disk is full", "the disk is full; make room and start again"),
        (
            'password authentication failed for user "x"',
            "the database refuses this user or password; look at DATABASE_URL",
        ),
        (
            'database "nothing" does not exist',
            "the database named in DATABASE_URL does not exist; create it first",
        ),
        (
            "no such table: accounts_user",
            "the database has no tables of this version yet; run: tracktwo migrate",
        ),
        (
            "could not connect to a-host with hush",
            "the database does not answer (OperationalError); start it, or look at DATABASE_URL",
        ),
    ],
)
def test_what_the_database_says_becomes_a_sentence(said: str, told: str) -> None:
    with pytest.raises(CannotRun) as refused, boot.database_errors_told():
        raise OperationalError(said)

    assert str(refused.value) == told
