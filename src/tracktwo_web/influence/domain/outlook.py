"""A dialogue's cross-impact matrix, brought in as a whole."""

from django.db import transaction

from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.events.publish import publish
from tracktwo_web.influence.models import Outlook


@transaction.atomic
def bring_in_outlook(dialogue: Dialogue, table: str) -> Outlook:
    """Put a matrix in place of the one that was there. `table` is a CSV that was read before."""
    one, _is_new = Outlook.objects.update_or_create(dialogue=dialogue, defaults={"table": table})
    publish(dialogue.id, "maps")
    return one
