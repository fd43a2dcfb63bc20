"""What options ask of somebody now, for the dialogue's first page."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext

from tracktwo_web.convergence import rules
from tracktwo_web.convergence.domain.cast import given_by
from tracktwo_web.convergence.domain.limits import limits_of
from tracktwo_web.convergence.queries import open_round_of, proposed_to, rounds_of
from tracktwo_web.convergence.voice import why_not
from tracktwo_web.dialogues.rules import is_neutral
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.dialogues.tasks_now import Ask
from tracktwo_web.rounds.states import RoundState

if TYPE_CHECKING:
    from tracktwo_web.convergence.models import ValueRound


def value(standing: Standing) -> Ask | None:
    """Divide a hundred points. What is left is read on the reader's own ballot, for the reader."""
    one = open_round_of(standing.dialogue)
    if one is None or why_not(standing, one, now=timezone.now()):
        return None
    given = given_by(standing.root, one)
    is_done = given is not None and given.is_complete
    return Ask(
        _wanted(given.left if given else None),
        gettext("Go to your points"),
        reverse("value", args=[standing.dialogue.id, one.id]),
        urgency=40 if is_done else 90,
        until=one.closes_at,
    )


def _wanted(left: int | None) -> str:
    if left is None:
        return gettext("Your points are wanted: divide a hundred among the options.")
    if left:
        return gettext("Your points are kept as a draft: they do not sum to a hundred yet.")
    return gettext("You have divided your points. You may change them until the round closes.")


def limits(standing: Standing) -> Ask | None:
    """State the side's limits while a round is planned."""
    planned = rounds_of(standing.dialogue).filter(state=RoundState.PLANNED)
    side = standing.side
    if not rules.may_state_limits(standing, RoundState.PLANNED) or side is None:
        return None
    one = planned.order_by("number").first()
    if one is None:
        return None
    own = limits_of(one, side)
    has_stated = own.no_agreement is not None or own.conditions
    text = (
        gettext("Your side’s limits are stated. You may change them until the round is opened.")
        if has_stated
        else gettext("State your side’s limits before options are valued.")
    )
    url = reverse("limits", args=[standing.dialogue.id, one.id])
    return Ask(text, gettext("Go to your side’s limits"), url, urgency=30 if has_stated else 75)


def look(standing: Standing) -> Ask | None:
    """Put on offer what delegates propose."""
    if not is_neutral(standing):
        return None
    waiting = proposed_to(standing.dialogue).count()
    if not waiting:
        return None
    text = ngettext(
        "%(n)s option is proposed and not on offer yet.",
        "%(n)s options are proposed and not on offer yet.",
        waiting,
    )
    url = reverse("options", args=[standing.dialogue.id])
    return Ask(text % {"n": waiting}, gettext("Look at the options"), url, urgency=55)


def go_on(standing: Standing) -> Ask | None:
    """Release a closed round."""
    if not is_neutral(standing):
        return None
    waiting = rounds_of(standing.dialogue).filter(state=RoundState.CLOSED)
    one: ValueRound | None = waiting.order_by("number").first()
    if one is None:
        return None
    text = gettext(
        "Valuing %(number)s has closed. Release it, and everybody sees the packages at once."
    )
    url = reverse("valuing", args=[standing.dialogue.id, one.id])
    return Ask(text % {"number": one.number}, gettext("Look at the round"), url, urgency=80)


ALL: tuple[Callable[[Standing], Ask | None], ...] = (value, limits, look, go_on)
