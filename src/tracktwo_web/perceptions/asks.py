"""What statements and rounds ask of somebody now, for the dialogue's first page."""

from collections.abc import Callable

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext

from tracktwo_web.dialogues.rules import is_neutral
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.dialogues.tasks_now import Ask
from tracktwo_web.perceptions.queries import on_the_desk, open_round_of, returned_to
from tracktwo_web.perceptions.rules import may_answer_at_this_stage, may_answer_in_rounds
from tracktwo_web.rounds.states import RoundState


def answer(standing: Standing) -> Ask | None:
    """Answer in the open round. Said to all alike: nobody knows who has."""
    one = open_round_of(standing.dialogue)
    has_a_voice = may_answer_in_rounds(standing) and may_answer_at_this_stage(standing)
    if one is None or not has_a_voice:
        return None
    return Ask(
        gettext(
            "Answer in round %(number)s: “%(title)s”. You may change your answers until it closes."
        )
        % {"number": one.number, "title": one},
        gettext("Go to your answers"),
        reverse("answer", args=[standing.dialogue.id, one.id]),
        urgency=90,
        until=one.closes_at,
    )


def mend(standing: Standing) -> Ask | None:
    """Look at a statement that came back: its author alone is asked."""
    returned = returned_to(standing)
    if not returned:
        return None
    text = ngettext(
        "A statement you wrote came back with a reason.",
        "%(count)s statements you wrote came back, each with a reason.",
        len(returned),
    )
    return Ask(
        text % {"count": len(returned)},
        gettext("Read the reason"),
        reverse("statement", args=[standing.dialogue.id, returned[0].id]),
        urgency=70,
    )


def decide(standing: Standing) -> Ask | None:
    """Decide about what lies on the desk."""
    waiting = on_the_desk(standing.dialogue).count() if is_neutral(standing) else 0
    if not waiting:
        return None
    text = ngettext(
        "One proposed statement waits for a decision.",
        "%(count)s proposed statements wait for a decision.",
        waiting,
    )
    return Ask(
        text % {"count": waiting},
        gettext("Go to the desk"),
        reverse("desk", args=[standing.dialogue.id]),
        urgency=60,
    )


def release(standing: Standing) -> Ask | None:
    """Release a round that is closed."""
    if not is_neutral(standing):
        return None
    one = standing.dialogue.rounds.filter(state=RoundState.CLOSED).order_by("number").first()
    if one is None:
        return None
    return Ask(
        gettext("Round %(number)s has closed. Release it, and everybody sees it at once.")
        % {"number": one.number},
        gettext("Look at the round"),
        reverse("round", args=[standing.dialogue.id, one.id]),
        urgency=80,
    )


def plan_again(standing: Standing) -> Ask | None:
    """Give a planned round new times, where it would close before it opens."""
    if not is_neutral(standing):
        return None
    missed = standing.dialogue.rounds.filter(
        state=RoundState.PLANNED, closes_at__lte=timezone.now()
    )
    one = missed.order_by("number").first()
    if one is None:
        return None
    return Ask(
        gettext("Round %(number)s was never opened, and its time has passed. Give it new times.")
        % {"number": one.number},
        gettext("Change the plan"),
        reverse("round_edit", args=[standing.dialogue.id, one.id]),
        urgency=75,
    )


ALL: tuple[Callable[[Standing], Ask | None], ...] = (answer, mend, decide, release, plan_again)
