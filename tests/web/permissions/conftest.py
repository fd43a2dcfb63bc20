"""The board is set up once for a whole run: every call is undone."""

import logging
import os
from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import override_settings

from tests.web.permissions.board import Board

collect_ignore = [] if "TRACKTWO_TEST_DATABASE_URL" in os.environ else ["test_once.py"]


@pytest.fixture(scope="package")
def board(django_db_setup, django_db_blocker) -> Iterator[Board]:
    """Refusals by the thousand are the point here: they need not be logged."""
    logging.disable(logging.ERROR)
    with django_db_blocker.unblock(), override_settings(), transaction.atomic():
        yield Board()
        transaction.set_rollback(True)
    logging.disable(logging.NOTSET)
