"""What calls about risks are about: risks, an indicator, and rounds of estimates in each state."""

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone

from tests.web.risks.making import ALIKE, a_planned_round, a_risk, an_indicator, estimate_all
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.risks.domain.find import find
from tracktwo_web.risks.models import EstimateRound, State

STANDBY = {
    "open estimates": State.FIRST,
    "estimates in their second part": State.SECOND,
    "estimates between the parts": State.BETWEEN,
    "closed estimates": State.CLOSED,
}
"""One round that is planned, and in these states only where a call is about it: a round on its way
lets the whole register rest."""


@dataclass(frozen=True)
class OfRisks:
    """The ids that calls about risks are made with, by name, and the round that waits."""

    kwargs: dict[str, dict[str, object]]
    standby: EstimateRound

    def become(self, thing: str) -> None:
        """Put the round that waits into the state that a call is about."""
        now = timezone.now()
        EstimateRound.objects.filter(pk=self.standby.pk).update(
            state=STANDBY[thing], opened_at=now, closes_at=now + dt.timedelta(days=1)
        )


def lay_out_risks(dialogue: Dialogue) -> OfRisks:
    """A risk that nobody was asked about, one whose estimates are released, and a round in each state."""
    free, asked = a_risk(dialogue, "blackout"), a_risk(dialogue, "collision")
    watched = an_indicator(free)
    rounds = {
        name: a_planned_round(dialogue, asked)
        for name in ("planned estimates", "released estimates", "void estimates", "standby")
    }
    standby = rounds.pop("standby")
    _release(rounds["released estimates"])
    _put(rounds["void estimates"], State.VOID)
    ids = {name: _round(one) for name, one in rounds.items()}
    ids |= {name: _round(standby) for name in STANDBY}
    ids["risk"] = {"risk_id": free.id, "indicator_id": watched.id}
    ids["asked risk"] = {"risk_id": asked.id, "indicator_id": watched.id}
    return OfRisks(ids, standby)


def _release(one: EstimateRound) -> None:
    _put(one, State.FIRST)
    one.refresh_from_db()
    estimate_all(one, ALIKE)
    one.found = find(one)
    one.save(update_fields=["found"])
    _put(one, State.RELEASED)


def _put(one: EstimateRound, state: State) -> None:
    now = timezone.now()
    EstimateRound.objects.filter(pk=one.pk).update(
        state=state, opened_at=now, closes_at=now + dt.timedelta(days=1)
    )


def _round(one: EstimateRound) -> dict[str, object]:
    return {"round_id": one.id, "asked_id": one.asked.get().id}
