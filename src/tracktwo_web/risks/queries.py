"""What pages ask of the register and of rounds."""

from collections.abc import Mapping
from typing import TypeVar
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.dialogues.secrets import Root
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.risks.models import (
    FED_BACK,
    OPEN,
    RUNNING,
    AskedRisk,
    Estimate,
    EstimateRound,
    Risk,
    State,
)

Found = TypeVar("Found")


def has_open_part(standing: Standing) -> bool:
    """Whether estimates are being taken: nothing is written about seats of this dialogue then."""
    return standing.dialogue.estimate_rounds.filter(state__in=OPEN).exists()


def was_ever_opened(dialogue: Dialogue) -> bool:
    """Whether anybody was asked to estimate under the dialogue's promises."""
    return dialogue.estimate_rounds.filter(opened_at__isnull=False).exists()


def is_running(dialogue: Dialogue) -> bool:
    """Whether a round is between its opening and its release."""
    return dialogue.estimate_rounds.filter(state__in=RUNNING).exists()


def risks_of(dialogue: Dialogue) -> QuerySet[Risk]:
    """The register by code, with indicators and the sides' words, in three queries."""
    return dialogue.risks.prefetch_related("indicators", "agreements").order_by("code")


def find_risk(dialogue: Dialogue, risk_id: UUID) -> Risk:
    return _found(risks_of(dialogue).filter(pk=risk_id).first())


def was_asked(risk: Risk) -> bool:
    """Whether it was ever put to the seats."""
    return risk.asked.filter(round__opened_at__isnull=False).exists()


def was_released(risk: Risk) -> bool:
    """Whether the sides have seen what they think of it."""
    return risk.asked.filter(round__state=State.RELEASED).exists()


def rounds_of(dialogue: Dialogue) -> QuerySet[EstimateRound]:
    """The rounds, the newest first."""
    return dialogue.estimate_rounds.defer("found").order_by("-number")


def open_round_of(dialogue: Dialogue) -> EstimateRound | None:
    """The round that takes estimates now: there is one at most."""
    return rounds_of(dialogue).filter(state__in=OPEN).first()


def find_round(dialogue: Dialogue, round_id: UUID, *states: str) -> EstimateRound:
    """A round of the dialogue, in one of some states where they are named; else `Http404`."""
    rounds = dialogue.estimate_rounds.select_related("dialogue").filter(pk=round_id)
    return _found((rounds.filter(state__in=states) if states else rounds).first())


def find_fed_back(dialogue: Dialogue, round_id: UUID) -> EstimateRound:
    return find_round(dialogue, round_id, *FED_BACK)


def find_released(dialogue: Dialogue, round_id: UUID) -> EstimateRound:
    return find_round(dialogue, round_id, State.RELEASED)


def asked_in(one: EstimateRound) -> list[AskedRisk]:
    """The risks of a round, in the order of the plan."""
    return list(one.asked.select_related("risk").order_by("position"))


def own_estimates(root: Root, one: EstimateRound, part: int) -> Mapping[UUID, Estimate]:
    """What this seat's ballot says in a part, by asked risk. Nobody else can derive its key."""
    found = Estimate.objects.filter(asked__round=one, ballot=root.ballot(one.id), part=part)
    return {estimate.asked_id: estimate for estimate in found}


def _found(one: Found | None) -> Found:
    if one is None:
        raise Http404
    return one
