"""The roadmap, as the dialogue's first page lists it."""

from collections.abc import Callable

from django.urls import reverse
from django.utils.translation import gettext

from tracktwo_web.dialogues import stages
from tracktwo_web.dialogues.contents import Link
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.roadmaps.models import Plan
from tracktwo_web.roadmaps.rules import may_see_roadmap


def roadmap(standing: Standing) -> Link | None:
    """From the stage on that opens planning, and as soon as there is one."""
    if not may_see_roadmap(standing):
        return None
    is_open = stages.opens(standing.dialogue.stage, stages.Act.PLAN)
    if not is_open and not Plan.objects.filter(dialogue=standing.dialogue).exists():
        return None
    return Link(
        gettext("Roadmap"),
        reverse("roadmap", args=[standing.dialogue.id]),
        gettext(
            "What is to be delivered, by whom and when; the calendar of meetings; what happened."
        ),
    )


ALL: tuple[Callable[[Standing], Link | None], ...] = (roadmap,)
