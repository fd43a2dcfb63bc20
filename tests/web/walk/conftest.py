"""One filled site for all that walk over it."""

import os

import pytest

from tests.web.walk.site import a_filled_site

# Pages look the same whichever database keeps their records, and the demonstration is filled on SQLite.
collect_ignore_glob = ["test_*.py"] if "TRACKTWO_TEST_DATABASE_URL" in os.environ else []


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    running = a_filled_site(tmp_path_factory).start()
    yield running
    running.stop()
