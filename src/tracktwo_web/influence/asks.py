"""What maps ask of somebody now: to draw one's side's own, as long as it is not released."""

from collections.abc import Callable

from django.urls import reverse
from django.utils.translation import gettext

from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.dialogues.tasks_now import Ask
from tracktwo_web.influence.models import Map
from tracktwo_web.influence.rules import may_draw, may_lay_out


def draw_own_map(standing: Standing) -> Ask | None:
    """For delegates, while drawing is open."""
    if not standing.is_delegate or not may_lay_out(standing):
        return None
    own = Map.objects.filter(dialogue=standing.dialogue, side=standing.side).first()
    if own is None:
        url = reverse("maps", args=[standing.dialogue.id])
        return Ask(_asked(), gettext("Begin to draw"), url, urgency=40)
    if not may_draw(standing, own):
        return None
    return Ask(
        _asked(),
        gettext("Draw your side’s map"),
        reverse("map", args=[own.dialogue_id, own.id]),
        urgency=40,
    )


def _asked() -> str:
    return gettext("Your side draws how it believes things hang together.")


ALL: tuple[Callable[[Standing], Ask | None], ...] = (draw_own_map,)
