"""Whether the platform can do its work."""

import pytest
from django.db import connection

from tracktwo_web.kit.health import is_database_there


@pytest.mark.django_db
def test_database_that_answers_is_there() -> None:
    assert is_database_there() is True


@pytest.mark.django_db(transaction=True)
def test_database_that_is_gone_is_not_there_and_comes_back() -> None:
    named, settings = connection.settings_dict, dict(connection.settings_dict)
    connection.close()
    try:
        named.update(NAME="/nowhere/at/all.sqlite3", HOST="/nowhere/at/all")
        gone = is_database_there()
    finally:
        connection.close()
        named.update(settings)

    assert (gone, is_database_there()) == (False, True)
