"""The page of options, as the dialogue's first page lists it."""

from collections.abc import Callable

from django.urls import reverse
from django.utils.translation import gettext

from tracktwo_web.convergence.rules import is_stage_of_values
from tracktwo_web.dialogues.contents import Link
from tracktwo_web.dialogues.rules import is_neutral
from tracktwo_web.dialogues.standing import Standing


def options(standing: Standing) -> Link | None:
    """From its stage on, and earlier for those who prepare it, or where something is on offer."""
    if standing.dialogue.is_open:
        return None
    is_on = is_stage_of_values(standing) or standing.dialogue.options.exists()
    if not (is_on or is_neutral(standing)):
        return None
    return Link(
        gettext("Options for cooperation"),
        reverse("options", args=[standing.dialogue.id]),
        gettext("What the sides could do together, and packages that every side prefers."),
    )


ALL: tuple[Callable[[Standing], Link | None], ...] = (options,)
