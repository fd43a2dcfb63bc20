"""A site for each journey."""

import pytest

from tests.web.journeys.people import DESK, arrive, sign_in
from tests.web.journeys.site import Site, database_of_its_own


@pytest.fixture
def site(tmp_path):
    """A site that has just been installed."""
    running = Site(tmp_path / "data", database_of_its_own()).start()
    yield running
    running.stop()


@pytest.fixture
def convenor(browser, site):
    """The convenor, signed in with a second factor."""
    person = arrive(browser, site, at=DESK)
    sign_in(person, "convenor@" + "example.org")
    return person
