"""The line, as the dialogue's first page lists it."""

from collections.abc import Callable

from django.urls import reverse
from django.utils.translation import gettext

from tracktwo_web.channel.rules import may_see_state
from tracktwo_web.dialogues.contents import Link
from tracktwo_web.dialogues.standing import Standing


def line(standing: Standing) -> Link | None:
    """At the stages that have a line."""
    if not may_see_state(standing):
        return None
    return Link(
        gettext("Line"),
        reverse("line_home", args=[standing.dialogue.id]),
        gettext("What came in, what is due, and whether the line to the other side works."),
    )


ALL: tuple[Callable[[Standing], Link | None], ...] = (line,)
