"""A dialogue's maps: laid out all at once, and shared by each side when it will."""

from django.db import transaction
from django.db.models import F

from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.events.publish import publish
from tracktwo_web.influence.models import Map


@transaction.atomic
def open_maps(dialogue: Dialogue) -> None:
    """Lay out one empty map a side and the joint one; all at once, so that none tells of anybody."""
    for side in (None, *dialogue.sides.all()):
        Map.objects.get_or_create(dialogue=dialogue, side=side)


@transaction.atomic
def release_map(drawn: Map) -> bool:
    """Show a side's map to the whole table; from then on it stays as it is. False where it was so already."""
    is_new = Map.objects.filter(pk=drawn.pk, is_released=False).update(
        is_released=True, edition=F("edition") + 1
    )
    if is_new:
        publish(drawn.dialogue_id, "maps")
    return bool(is_new)
