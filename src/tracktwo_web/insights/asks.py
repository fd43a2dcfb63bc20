"""What results ask of somebody now, for the dialogue's first page."""

from collections.abc import Callable

from django.urls import reverse
from django.utils.translation import gettext

from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.dialogues.tasks_now import Ask
from tracktwo_web.insights import rules
from tracktwo_web.insights.models import Progress
from tracktwo_web.insights.queries import released_rounds, result_of
from tracktwo_web.perceptions.models import Classification
from tracktwo_web.perceptions.rules import may_classify


def read(standing: Standing) -> Ask | None:
    """Read what the newest released round shows. Whether somebody has, is not known here."""
    one = released_rounds(standing.dialogue).first() if rules.may_read_results(standing) else None
    result = result_of(one) if one else None
    if one is None or result is None or not result.is_done:
        return None
    return Ask(
        gettext("The results of round %(number)s are there for everybody.")
        % {"number": one.number},
        gettext("Read the results"),
        reverse("results", args=[one.dialogue_id, one.id]),
        urgency=40,
    )


def classify(standing: Standing) -> Ask | None:
    """Say the side's word in the joint reading, where it is missing."""
    one = released_rounds(standing.dialogue).first() if may_classify(standing) else None
    if one is None:
        return None
    said = Classification.objects.filter(question__round=one, side=standing.side).count()
    if said >= one.questions.count():
        return None
    return Ask(
        gettext("Your side’s word is asked on statements of round %(number)s.")
        % {"number": one.number},
        gettext("Go to the joint reading"),
        reverse("mirror", args=[one.dialogue_id, one.id]),
        urgency=55,
    )


def mend(standing: Standing) -> Ask | None:
    """Order an analysis again that has failed."""
    one = released_rounds(standing.dialogue).first()
    result = result_of(one) if one and rules.may_order_analysis(standing) else None
    if one is None or result is None or result.state != Progress.FAILED:
        return None
    return Ask(
        gettext("The analysis of round %(number)s has failed.") % {"number": one.number},
        gettext("Look at it"),
        reverse("results", args=[one.dialogue_id, one.id]),
        urgency=85,
    )


ALL: tuple[Callable[[Standing], Ask | None], ...] = (read, classify, mend)
