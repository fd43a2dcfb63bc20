"""The joint texts, as the dialogue's first page lists them."""

from collections.abc import Callable

from django.urls import reverse
from django.utils.translation import gettext

from tracktwo_web.dialogues import stages
from tracktwo_web.dialogues.contents import Link
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.texts.rules import may_see_texts


def joint_texts(standing: Standing) -> Link | None:
    """From the stage on that opens negotiating, and as soon as a text lies on the table."""
    is_open = stages.opens(standing.dialogue.stage, stages.Act.NEGOTIATE)
    if not may_see_texts(standing) or not (is_open or standing.dialogue.joint_texts.exists()):
        return None
    return Link(
        gettext("Joint text"),
        reverse("texts", args=[standing.dialogue.id]),
        gettext(
            "What the sides want to say together; what is agreed, and what is still in brackets."
        ),
    )


ALL: tuple[Callable[[Standing], Link | None], ...] = (joint_texts,)
