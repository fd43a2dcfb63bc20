"""The pages on which tokens are handed out, as the dialogue's first page lists them: last."""

from collections.abc import Callable

from django.urls import reverse
from django.utils.translation import gettext

from tracktwo_web.dialogues.contents import Link
from tracktwo_web.dialogues.rules import is_convenor, is_seated
from tracktwo_web.dialogues.standing import Standing


def token(standing: Standing) -> Link | None:
    if not is_seated(standing):
        return None
    return Link(gettext("A token for your seat"), reverse("token", args=[standing.dialogue.id]))


def services(standing: Standing) -> Link | None:
    if not is_convenor(standing):
        return None
    return Link(gettext("Programs that read"), reverse("services", args=[standing.dialogue.id]))


ALL: tuple[Callable[[Standing], Link | None], ...] = (token, services)
