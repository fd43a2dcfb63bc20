"""What a roadmap asks of somebody now, for the dialogue's first page."""

from collections.abc import Callable

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.dialogues.tasks_now import Ask
from tracktwo_web.roadmaps.models import JointStep, Plan, StepState
from tracktwo_web.roadmaps.rules import may_agree, may_run


def agree_to_items(standing: Standing) -> Ask | None:
    """For heads whose side has not answered yet what is asked about items."""
    if not may_agree(standing) or standing.side is None:
        return None
    asked = JointStep.objects.filter(item__plan__dialogue=standing.dialogue, state=StepState.OPEN)
    waiting = [one for one in asked.select_related("item") if standing.side.code not in one.agreed]
    if not waiting:
        return None
    text = ngettext(
        "%(n)s item of the roadmap waits for your side’s word.",
        "%(n)s items of the roadmap wait for your side’s word.",
        len(waiting),
    )
    return Ask(
        text % {"n": len(waiting)},
        gettext("Go to the roadmap"),
        reverse("roadmap", args=[standing.dialogue.id]),
        urgency=60,
    )


def begin(standing: Standing) -> Ask | None:
    """For those who run the dialogue, at the stage of the roadmap while there is none."""
    if not may_run(standing) or Plan.objects.filter(dialogue=standing.dialogue).exists():
        return None
    return Ask(
        gettext("There is no roadmap yet."),
        gettext("Begin the roadmap"),
        reverse("roadmap_begin", args=[standing.dialogue.id]),
        urgency=40,
    )


ALL: tuple[Callable[[Standing], Ask | None], ...] = (agree_to_items, begin)
