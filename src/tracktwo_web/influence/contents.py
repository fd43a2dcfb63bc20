"""The page of maps, as the dialogue's first page lists it."""

from collections.abc import Callable

from django.urls import reverse
from django.utils.translation import gettext

from tracktwo_web.dialogues import stages
from tracktwo_web.dialogues.contents import Link
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.influence.models import Map
from tracktwo_web.influence.rules import may_see_maps


def maps(standing: Standing) -> Link | None:
    """From the stage on that opens drawing; earlier nobody is asked for maps."""
    is_open = stages.opens(standing.dialogue.stage, stages.Act.DRAW)
    if not may_see_maps(standing) or not (is_open or _any_drawn(standing)):
        return None
    return Link(
        gettext("Influence maps"),
        reverse("maps", args=[standing.dialogue.id]),
        gettext("What moves what, as each side sees it; spirals, and what would break them."),
    )


def _any_drawn(standing: Standing) -> bool:
    return Map.objects.filter(dialogue=standing.dialogue, edition__gt=0).exists()


ALL: tuple[Callable[[Standing], Link | None], ...] = (maps,)
