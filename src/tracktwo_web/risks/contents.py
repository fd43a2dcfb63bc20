"""The pages of risks, as the dialogue's first page lists them."""

from collections.abc import Callable

from django.urls import reverse
from django.utils.translation import gettext

from tracktwo_web.dialogues.contents import Link
from tracktwo_web.dialogues.standing import Standing


def register(standing: Standing) -> Link | None:
    return Link(
        gettext("Risks"),
        reverse("risks", args=[standing.dialogue.id]),
        gettext("What may happen, what to watch, and how likely and severe each side holds it."),
    )


ALL: tuple[Callable[[Standing], Link | None], ...] = (register,)
