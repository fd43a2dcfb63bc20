"""A dialogue at the stage of the roadmap, with a small one on its table."""

import pytest

from tests.web import world
from tests.web.roadmaps.making import a_plan
from tests.web.roadmaps.views.desk import Desk
from tracktwo_web.dialogues.models import Dialogue, Side
from tracktwo_web.roadmaps.models import Plan


@pytest.fixture
def dialogue(db) -> Dialogue:
    return world.a_dialogue(stage="roadmap")


@pytest.fixture
def plan(dialogue: Dialogue) -> Plan:
    return a_plan(dialogue)


@pytest.fixture
def nato(dialogue: Dialogue) -> Side:
    return dialogue.sides.get(code="nato")


@pytest.fixture
def china(dialogue: Dialogue) -> Side:
    return dialogue.sides.get(code="china")


@pytest.fixture
def desk(plan: Plan, sit) -> Desk:
    """The roadmap, and browsers at it."""
    return Desk(plan, sit)
