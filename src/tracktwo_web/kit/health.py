"""Whether the platform can do its work: it asks the database a question."""

from django.db import DatabaseError, connection


def is_database_there() -> bool:
    """Whether the database answers, over a fresh connection where the old one broke meanwhile."""
    return _answers() or _answers()


def _answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            return bool(cursor.fetchone() == (1,))
    except DatabaseError:
        connection.close()
        return False
