"""A dialogue at the stage of the text, with one text of four units on its table."""

import pytest

from tests.web import world
from tests.web.texts.laid import a_text
from tests.web.texts.views.desk import Desk
from tracktwo_web.dialogues.models import Dialogue, Side
from tracktwo_web.texts.models import JointText


@pytest.fixture
def dialogue(db) -> Dialogue:
    return world.a_dialogue(stage="text")


@pytest.fixture
def text(dialogue: Dialogue) -> JointText:
    return a_text(dialogue)


@pytest.fixture
def nato(dialogue: Dialogue) -> Side:
    return dialogue.sides.get(code="nato")


@pytest.fixture
def china(dialogue: Dialogue) -> Side:
    return dialogue.sides.get(code="china")


@pytest.fixture
def desk(text, sit) -> Desk:
    """The text, and browsers at it."""
    return Desk(text, sit)
