"""Announcements."""

from tracktwo_web.dialogues.domain.announce import announce, take_back
from tracktwo_web.dialogues.queries import announcements_of
from tracktwo_web.events.models import Event


def test_newest_announcement_comes_first_and_one_can_be_taken_back(dialogue) -> None:
    announce(dialogue, {"en": "First."})
    second = announce(dialogue, {"en": "Second."})
    third = announce(dialogue, {"en": "Third."})

    take_back(second)

    assert [(one.number, str(one)) for one in announcements_of(dialogue)] == [
        (third.number, "Third."),
        (1, "First."),
    ]
    assert list(Event.objects.values_list("kind", flat=True)) == ["announcement"] * 4
