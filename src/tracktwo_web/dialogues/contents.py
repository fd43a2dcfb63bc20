"""The pages of a dialogue, as its first page lists them. Apps add theirs."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from tracktwo_web.dialogues.rules import has_a_room, is_neutral
from tracktwo_web.dialogues.standing import Standing


@dataclass(frozen=True)
class Link:
    """A page somebody may open, and what is found there."""

    label: str
    url: str
    about: str = ""


def _room(standing: Standing) -> Link | None:
    if not has_a_room(standing) or standing.side is None:
        return None
    return Link(
        _("Your side’s room"),
        reverse("room", args=[standing.dialogue.id, standing.side.id]),
        _("For delegates of your side alone."),
    )


def _office(standing: Standing) -> Link | None:
    if not is_neutral(standing):
        return None
    return Link(
        _("Office"),
        reverse("office", args=[standing.dialogue.id]),
        _("Seats, rules of procedure and announcements."),
    )


CONTENTS: list[Callable[[Standing], Link | None]] = []
"""Pages of the apps after this one."""
LAST: list[Callable[[Standing], Link | None]] = []
"""Those that few people look for: they stand below all others."""


def contents_for(standing: Standing) -> list[Link]:
    """The pages open to somebody: those of the apps in the order in which they came, then ours."""
    offered = (*CONTENTS, _room, _office, *LAST)
    return list(filter(None, (content(standing) for content in offered)))
