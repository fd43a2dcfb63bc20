"""What a line asks of its duty officer now, for the dialogue's first page."""

from collections.abc import Callable

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from tracktwo.channel.messages import Status
from tracktwo_web.channel.models import Message
from tracktwo_web.channel.rules import may_send
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.dialogues.tasks_now import Ask


def read_what_came(standing: Standing) -> Ask | None:
    """For the officer, while something that is meant is unread; exercises wait on the watch."""
    if not may_send(standing) or standing.side is None:
        return None
    unread = Message.objects.filter(
        ~Q(status=Status.EXERCISE.value), line__side=standing.side, is_own=False, read=None
    ).count()
    if not unread:
        return None
    text = ngettext(
        "%(n)s message on the line is not read yet.",
        "%(n)s messages on the line are not read yet.",
        unread,
    )
    return Ask(
        text % {"n": unread},
        gettext("Go to the watch"),
        reverse("line_home", args=[standing.dialogue.id]),
        urgency=100,
    )


ALL: tuple[Callable[[Standing], Ask | None], ...] = (read_what_came,)
