"""What every kind of round does: counted, touched by one alone, its order of arrival forgotten.

Every step is taken once: it finds the round in the state it starts from, alone, or answers `NotNow`.
Nothing leads back, so that a clock that goes wrong can neither reopen a round nor release it twice.
"""

import logging
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from django.db import DatabaseError
from django.db.models import Count, QuerySet

from tracktwo_web.dialogues.models import Dialogue, Seat
from tracktwo_web.dialogues.roles import VOICES
from tracktwo_web.kit.locks import be_alone
from tracktwo_web.rounds.box import Box, forget_order
from tracktwo_web.rounds.models import BlindRound
from tracktwo_web.rounds.states import NotNow

log = logging.getLogger(__name__)
R = TypeVar("R", bound=BlindRound)


def next_number(rounds: QuerySet[R]) -> int:
    """The number of the round that comes after these."""
    newest = rounds.order_by("-number").first()
    return newest.number + 1 if newest else 1


def locked(one: R, *states: str) -> R:
    """The round as it is now, nobody else touching it; `NotNow` in another state.

    What a round asks about is changed under the dialogue's lock, ballots are written under the round's.
    """
    be_alone(one.dialogue_id)
    be_alone(one.id)
    rounds = type(one)._default_manager.select_for_update(of=("self",))  # noqa: SLF001
    found = rounds.select_related("dialogue").get(pk=one.pk)
    if found.state not in states:
        raise NotNow(f"the round is {found.get_state_display()}")
    return found


def forget_order_of(one: BlindRound, box: Box) -> None:
    """Drop what the database keeps beside the ballots; the clock comes back to what failed here."""
    try:
        is_done = forget_order(box=box)
    except DatabaseError:
        is_done = False
    if not is_done:
        log.warning("the order of a closed round's ballots is still to be dropped")
    type(one)._default_manager.filter(pk=one.pk).update(has_forgotten_order=is_done)  # noqa: SLF001
    one.has_forgotten_order = is_done


def forget_one_order(rounds: QuerySet[R], forget: Callable[[R], None]) -> None:
    """Drop the order of one round whose process did not come to its end after the shuffling."""
    for one in rounds.filter(has_forgotten_order=False).order_by("id")[:1]:
        forget(one)


def roll_of(dialogue: Dialogue) -> dict[str, int]:
    """Seats that may answer, by side's code: those with a voice and a live key."""
    seats = Seat.objects.filter(
        dialogue=dialogue, role__in=sorted(VOICES), keys__revoked_at=None, keys__isnull=False
    )
    counted = seats.values("side__code").annotate(seats=Count("id", distinct=True)).order_by()
    return {row["side__code"]: row["seats"] for row in counted}


def ballots_by_side(cast: QuerySet[Any]) -> dict[str, int]:
    """How many ballots each side has cast, of the rows that hold them. Not for pages before the release."""
    counted = cast.values("side__code").annotate(ballots=Count("ballot", distinct=True)).order_by()
    return {row["side__code"] or "": row["ballots"] for row in counted}


def quorum_reached(one: BlindRound, cast: Mapping[str, int]) -> dict[str, bool]:
    """By side's code, whether its quorum is reached: all that is said of a round before its release."""
    return {side.code: cast.get(side.code, 0) >= one.quorum for side in one.dialogue.sides.all()}
