"""The pages of results, as the dialogue's first page lists them."""

from collections.abc import Callable

from django.urls import reverse
from django.utils.translation import gettext

from tracktwo_web.dialogues.contents import Link
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.insights import rules
from tracktwo_web.insights.queries import released_rounds
from tracktwo_web.perceptions.models import Round


def results(standing: Standing) -> Link | None:
    """The results of the newest released round."""
    one = _newest(standing)
    if one is None:
        return None
    return Link(
        gettext("Results of round %(number)s") % {"number": one.number},
        reverse("results", args=[one.dialogue_id, one.id]),
        gettext("What the sides share, where they differ, and where one misjudges the other."),
    )


def mirror(standing: Standing) -> Link | None:
    """The joint reading of the newest released round."""
    one = _newest(standing)
    if one is None:
        return None
    return Link(
        gettext("Joint reading"),
        reverse("mirror", args=[one.dialogue_id, one.id]),
        gettext("What the sides, having read the results, say together about each perception."),
    )


def bring_in(standing: Standing) -> Link | None:
    """Statements and answers from files."""
    if not rules.may_bring_in(standing):
        return None
    return Link(
        gettext("Bring in"),
        reverse("bring_in", args=[standing.dialogue.id]),
        gettext("Statements and answers from a dialogue folder, a Polis export or a report."),
    )


def _newest(standing: Standing) -> Round | None:
    return released_rounds(standing.dialogue).first() if rules.may_read_results(standing) else None


ALL: tuple[Callable[[Standing], Link | None], ...] = (results, mirror, bring_in)
