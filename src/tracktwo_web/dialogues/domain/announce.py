"""Announcements on the dialogue's first page, by the convenor or the neutral secretariat."""

from django.db import transaction

from tracktwo_web.dialogues.domain.convene import Texts
from tracktwo_web.dialogues.models import Announcement, Dialogue
from tracktwo_web.events.publish import publish


@transaction.atomic
def announce(dialogue: Dialogue, text: Texts) -> Announcement:
    """Tell everybody something."""
    Dialogue.objects.select_for_update().get(pk=dialogue.pk)
    newest = dialogue.announcements.order_by("-number").first()
    number = newest.number + 1 if newest else 1
    made = Announcement.objects.create(dialogue=dialogue, number=number, text=dict(text))
    publish(dialogue.id, "announcement")
    return made


@transaction.atomic
def take_back(announcement: Announcement) -> None:
    """Remove an announcement."""
    announcement.delete()
    publish(announcement.dialogue_id, "announcement")
