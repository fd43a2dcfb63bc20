"""A dialogue that has something to report, its draft, and the people at its table."""

import pytest
from django.urls import reverse

from tests.web import world
from tests.web.reports.making import a_dialogue_with_a_text, a_draft
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.reports.models import Draft


@pytest.fixture
def dialogue(db) -> Dialogue:
    return a_dialogue_with_a_text()


@pytest.fixture
def draft(dialogue) -> Draft:
    return a_draft(dialogue)


@pytest.fixture
def at(dialogue):
    """The address of a page of this dialogue."""
    return lambda name, *args: reverse(name, args=[dialogue.id, *args])


@pytest.fixture
def head(sit, dialogue):
    return sit(world.seat_of(dialogue, Role.HEAD, "nato"))


@pytest.fixture
def other_head(sit, dialogue):
    return sit(world.seat_of(dialogue, Role.HEAD, "china"))


@pytest.fixture
def secretariat(sit, dialogue):
    return sit(world.seat_of(dialogue, Role.SECRETARIAT))


@pytest.fixture
def observer(sit, dialogue):
    return sit(world.seat_of(dialogue, Role.OBSERVER))
