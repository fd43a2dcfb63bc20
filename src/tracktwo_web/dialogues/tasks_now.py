"""What is asked of somebody now, in one sentence and one button. Apps add what they ask."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracktwo_web.dialogues.queries import seats_without_link
from tracktwo_web.dialogues.standing import Standing


@dataclass(frozen=True)
class Ask:
    """Something to do: a sentence, and the button that leads there."""

    text: str
    label: str
    url: str
    urgency: int = 50
    until: datetime | None = None


def _seats(standing: Standing) -> Ask | None:
    """The convenor of a dialogue among delegations is asked to add seats, then to issue links."""
    dialogue = standing.dialogue
    if not standing.is_convenor or dialogue.is_open:
        return None
    url = reverse("office_seats", args=[dialogue.id])
    waiting = len(seats_without_link(dialogue))
    if waiting:
        text = ngettext(
            "%(n)s seat has no link yet: nobody can take it.",
            "%(n)s seats have no link yet: nobody can take them.",
            waiting,
        )
        return Ask(text % {"n": waiting}, _("Issue the missing links"), url, urgency=60)
    if not dialogue.seats.exists():
        return Ask(_("Nobody has a seat yet."), _("Add seats"), url, urgency=70)
    return None


ASKS: list[Callable[[Standing], Ask | None]] = [_seats]


def asked_of(standing: Standing) -> list[Ask]:
    """What is asked of somebody, the most urgent first."""
    asked = filter(None, (ask(standing) for ask in ASKS))
    return sorted(asked, key=lambda one: -one.urgency)
