"""The pages of the report, as the dialogue's first page lists them."""

from collections.abc import Callable

from django.urls import reverse
from django.utils.translation import gettext

from tracktwo_web.dialogues import stages
from tracktwo_web.dialogues.contents import Link
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.reports import rules


def report(standing: Standing) -> Link | None:
    """The draft, from the stage on that opens it; what is released, as soon as it is."""
    dialogue = standing.dialogue
    is_open = stages.opens(dialogue.stage, stages.Act.REPORT)
    if rules.may_see_draft(standing) and (is_open or dialogue.report_drafts.exists()):
        return Link(
            gettext("Joint report"),
            reverse("report", args=[dialogue.id]),
            gettext("What the sides publish together: read it, mend what is open, sign it."),
        )
    if not dialogue.report_issues.exists():
        return None
    return Link(
        gettext("Joint report"),
        reverse("report_issues", args=[dialogue.id]),
        gettext("What the sides have published together."),
    )


def open_data(standing: Standing) -> Link | None:
    """What may be given to everybody, for who runs the dialogue."""
    if (
        not rules.may_give_away(standing)
        or not standing.dialogue.rounds.filter(state="released").exists()
    ):
        return None
    return Link(
        gettext("Open data"),
        reverse("open_data", args=[standing.dialogue.id]),
        gettext("Figures of released rounds for the public, that give nobody away."),
    )


ALL: tuple[Callable[[Standing], Link | None], ...] = (report, open_data)
