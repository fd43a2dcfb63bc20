"""The pages of statements and rounds, as the dialogue's first page lists them."""

from collections.abc import Callable

from django.urls import reverse
from django.utils.translation import gettext

from tracktwo_web.dialogues.contents import Link
from tracktwo_web.dialogues.rules import is_neutral
from tracktwo_web.dialogues.standing import Standing


def statements(standing: Standing) -> Link | None:
    return Link(
        gettext("Statements"),
        reverse("statements", args=[standing.dialogue.id]),
        gettext("What is put to all sides, by theme, in every language."),
    )


def rounds(standing: Standing) -> Link | None:
    return Link(
        gettext("Rounds"),
        reverse("rounds", args=[standing.dialogue.id]),
        gettext("When it is answered, and who sees what when."),
    )


def desk(standing: Standing) -> Link | None:
    if not is_neutral(standing):
        return None
    return Link(
        gettext("The desk"),
        reverse("desk", args=[standing.dialogue.id]),
        gettext("Proposed statements, decisions about them, and the log."),
    )


ALL: tuple[Callable[[Standing], Link | None], ...] = (statements, rounds, desk)
