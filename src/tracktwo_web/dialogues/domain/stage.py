"""Moving a dialogue from one stage to another, forwards or back."""

from django.db import transaction

from tracktwo_web.dialogues import stages
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.events.publish import publish


@transaction.atomic
def move_to_stage(dialogue: Dialogue, stage: str) -> Dialogue:
    """Put a dialogue at a stage. Raises `KeyError` for a stage that there is not."""
    dialogue.stage = stages.stage(stage).id
    dialogue.save(update_fields=["stage"])
    publish(dialogue.id, "stage")
    return dialogue
