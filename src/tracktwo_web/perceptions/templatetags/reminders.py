"""The reminder that every page of statements and rounds shows to all alike."""

from django import template
from django.utils import timezone

from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.perceptions.domain.reminders import is_reminding
from tracktwo_web.perceptions.models import Round
from tracktwo_web.perceptions.queries import open_round_of

register = template.Library()


@register.simple_tag
def round_to_remind_of(standing: Standing) -> Round | None:
    """The open round that closes next, from its first reminder on."""
    one = open_round_of(standing.dialogue)
    return one if one and is_reminding(one, timezone.now()) else None
