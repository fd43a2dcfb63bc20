"""What pages ask of options and of rounds in which they are valued."""

from typing import TypeVar
from uuid import UUID

from django.db.models import F, QuerySet
from django.http import Http404

from tracktwo_web.convergence.models import (
    RUNNING,
    AskedOption,
    Option,
    ValueRound,
)
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.rounds.states import RoundState

Found = TypeVar("Found")


def has_open_round(standing: Standing) -> bool:
    """Whether options are being valued: nothing is written about seats of this dialogue then."""
    return standing.dialogue.value_rounds.filter(state=RoundState.OPEN).exists()


def was_ever_asked(dialogue: Dialogue) -> bool:
    """Whether heads were asked for their limits, or anybody for points, under the dialogue's promises."""
    return dialogue.value_rounds.exists()


def is_running(dialogue: Dialogue) -> bool:
    """Whether a round is between its opening and its release."""
    return dialogue.value_rounds.filter(state__in=RUNNING).exists()


def options_of(dialogue: Dialogue) -> QuerySet[Option]:
    """The options on offer, by area and in their order within it."""
    return _ordered(dialogue.options.filter(is_on_offer=True))


def proposed_to(dialogue: Dialogue) -> QuerySet[Option]:
    """What delegates have proposed and nobody has put on offer yet."""
    return _ordered(dialogue.options.filter(is_on_offer=False))


def _ordered(options: QuerySet[Option]) -> QuerySet[Option]:
    order = (F("area__position").asc(nulls_last=True), "area__code", "position", "code")
    return options.select_related("area").order_by(*order)


def find_option(dialogue: Dialogue, option_id: UUID) -> Option:
    return _found(dialogue.options.select_related("area", "dialogue").filter(pk=option_id).first())


def is_in_a_round(option: Option) -> bool:
    """Whether it is asked about in a round that still counts, or was ever put to the seats."""
    asked = option.asked.exclude(round__state=RoundState.VOID)
    return asked.exists() or option.asked.filter(round__opened_at__isnull=False).exists()


def rounds_of(dialogue: Dialogue) -> QuerySet[ValueRound]:
    """The rounds, the newest first."""
    return dialogue.value_rounds.defer("found").order_by("-number")


def open_round_of(dialogue: Dialogue) -> ValueRound | None:
    """The round that takes points now: there is one at most."""
    return rounds_of(dialogue).filter(state=RoundState.OPEN).first()


def find_round(dialogue: Dialogue, round_id: UUID, *states: str) -> ValueRound:
    """A round of the dialogue, in one of some states where they are named; else `Http404`."""
    rounds = dialogue.value_rounds.select_related("dialogue").filter(pk=round_id)
    return _found((rounds.filter(state__in=states) if states else rounds).first())


def asked_in(one: ValueRound) -> list[AskedOption]:
    """The options of a round, in the order of the plan."""
    return list(one.asked.select_related("option__area").order_by("position"))


def _found(one: Found | None) -> Found:
    if one is None:
        raise Http404
    return one
