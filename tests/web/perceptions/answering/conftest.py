"""A round about three statements, and a browser that may answer it."""

import pytest

from tests.web import world
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.perceptions.paper import forget_papers


@pytest.fixture(autouse=True)
def _fresh_papers() -> None:
    forget_papers()


@pytest.fixture
def member(dialogue, client_at):
    """A seat of NATO's, taken before the round opens."""
    return world.seated(world.seat_of(dialogue, Role.MEMBER, "nato"), client_at())


@pytest.fixture
def one(dialogue, member):
    return world.an_open_round(dialogue)
