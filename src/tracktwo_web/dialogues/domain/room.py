"""A side's own room."""

from django.db import transaction

from tracktwo_web.dialogues.models import RoomNote, Side


@transaction.atomic
def write_note(side: Side, text: str) -> RoomNote:
    """Add a note to a side's room. Neither who wrote it nor when is kept."""
    Side.objects.select_for_update().get(pk=side.pk)
    newest = side.notes.order_by("-number").first()
    number = newest.number + 1 if newest else 1
    return RoomNote.objects.create(side=side, number=number, text=text)
