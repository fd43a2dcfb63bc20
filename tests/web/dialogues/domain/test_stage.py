"""Moving between stages."""

import pytest

from tracktwo_web.dialogues.domain.stage import move_to_stage
from tracktwo_web.events.models import Event


@pytest.mark.parametrize("stage", ["convene", "risks", "report"])
def test_dialogue_moves_forwards_and_back(dialogue, stage) -> None:
    move_to_stage(dialogue, stage)

    dialogue.refresh_from_db()
    assert dialogue.stage == stage
    assert list(Event.objects.values_list("kind", "data")) == [("stage", {})]


def test_stage_that_there_is_not_is_refused(dialogue) -> None:
    with pytest.raises(KeyError):
        move_to_stage(dialogue, "victory")

    dialogue.refresh_from_db()
    assert dialogue.stage == "perceive"
