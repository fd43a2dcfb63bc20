"""A dialogue at the stage at which options are valued."""

import pytest

from tests.web import world
from tracktwo_web.dialogues.models import Dialogue


@pytest.fixture
def dialogue(db) -> Dialogue:
    return world.a_dialogue(stage="converge")
