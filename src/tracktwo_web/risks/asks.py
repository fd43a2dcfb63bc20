"""What risks ask of somebody now, for the dialogue's first page."""

from collections.abc import Callable

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext

from tracktwo_web.dialogues.rules import is_neutral
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.dialogues.tasks_now import Ask
from tracktwo_web.risks.models import EstimateRound, State
from tracktwo_web.risks.paper import paper_of
from tracktwo_web.risks.queries import open_round_of, rounds_of
from tracktwo_web.risks.voice import why_not


def estimate(standing: Standing) -> Ask | None:
    """Estimate in the open part. What is left is counted on the reader's own ballot, for the reader."""
    one = open_round_of(standing.dialogue)
    if one is None or why_not(standing, one, now=timezone.now()):
        return None
    paper = paper_of(standing.root, one)
    if not paper.asked:
        return None
    return Ask(
        _wanted(len(paper.left), len(paper.asked)),
        gettext("Go to your estimates"),
        reverse("estimate", args=[standing.dialogue.id, one.id]),
        urgency=90 if paper.left else 40,
        until=one.closes_at,
    )


def _wanted(left: int, total: int) -> str:
    if not left:
        return gettext(
            "You have estimated every risk. You may change your estimates until the part closes."
        )
    text = ngettext(
        "Your estimates are wanted: %(left)s of %(total)s risks is left.",
        "Your estimates are wanted: %(left)s of %(total)s risks are left.",
        left,
    )
    return text % {"left": left, "total": total}


def go_on(standing: Standing) -> Ask | None:
    """Take a round's next step: the second part, or the release."""
    if not is_neutral(standing):
        return None
    waiting = rounds_of(standing.dialogue).filter(state__in=(State.BETWEEN, State.CLOSED))
    one = waiting.order_by("number").first()
    if one is None:
        return None
    return Ask(
        _next_step(one) % {"number": one.number},
        gettext("Look at the round"),
        reverse("estimates", args=[standing.dialogue.id, one.id]),
        urgency=80,
    )


def _next_step(one: EstimateRound) -> str:
    if one.state == State.BETWEEN:
        return gettext(
            "The first part of estimates %(number)s has closed. Discuss what it shows, then open "
            "the second part."
        )
    return gettext(
        "Estimates %(number)s have closed. Release them, and everybody sees them at once."
    )


ALL: tuple[Callable[[Standing], Ask | None], ...] = (estimate, go_on)
