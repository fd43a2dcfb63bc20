"""The page of the record, as the dialogue's first page lists it."""

from collections.abc import Callable

from django.urls import reverse
from django.utils.translation import gettext

from tracktwo_web.dialogues import stages
from tracktwo_web.dialogues.contents import Link
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.records.queries import has_lines


def record(standing: Standing) -> Link | None:
    """From the stage of texts on, and earlier where something was signed."""
    is_needed = stages.opens(standing.dialogue.stage, stages.Act.NEGOTIATE)
    if not (is_needed or has_lines(standing.dialogue)):
        return None
    return Link(
        gettext("Record"),
        reverse("record", args=[standing.dialogue.id]),
        gettext("What the sides have signed, for everybody to check."),
    )


ALL: tuple[Callable[[Standing], Link | None], ...] = (record,)
