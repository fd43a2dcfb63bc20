"""The platform's tests: the same on SQLite and, with `scripts/test-on-postgres`, on PostgreSQL."""

from collections.abc import Callable, Iterator

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import translation

from tests.web import world
from tracktwo_web.dialogues.models import Dialogue, Seat

collect_ignore = ["settings.py"]  # read once, by Django


@pytest.fixture(autouse=True)
def _plain_static(settings) -> None:
    """Files under their own names: nothing was collected for these tests."""
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }


@pytest.fixture(autouse=True)
def _plain_english() -> Iterator[None]:
    """A page that a test has asked for in French leaves French behind in the thread that answered."""
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def _no_attempts_yet() -> None:
    """Attempts to sign in are counted in this process's memory, by addresses that tests share."""
    cache.clear()


@pytest.fixture
def dialogue(db) -> Dialogue:
    """Two sides of four seats each, in three languages, its rules accepted by all."""
    return world.a_dialogue()


@pytest.fixture
def sit(client_at: Callable[[], Client]) -> Callable[[Seat], Client]:
    """A browser in which a seat has been taken, by its link as a person would."""
    return lambda seat: world.seated(seat, client_at())


@pytest.fixture
def client_at() -> Callable[[], Client]:
    """Browsers that know nothing of each other, on localhost."""
    return lambda: Client(headers={"host": "localhost"}, enforce_csrf_checks=False)


@pytest.fixture
def convenor_client(dialogue: Dialogue, client_at: Callable[[], Client], settings) -> Client:
    """A browser in which the convenor is signed in."""
    settings.DEMO = True  # no second factor asked: tests of accounts ask for one
    client = client_at()
    client.force_login(dialogue.convenor)
    return client
