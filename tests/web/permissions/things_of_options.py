"""What calls about options are about: options, an area, a condition, and rounds in each state."""

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone

from tests.web.convergence.making import a_planned_round, an_area, an_option, value_all
from tracktwo_web.convergence.domain import rounds as domain
from tracktwo_web.convergence.domain.conditions import Stated, add_joint_condition
from tracktwo_web.convergence.domain.options import Offer, propose_option
from tracktwo_web.convergence.models import ValueRound
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.rounds.states import RoundState

STANDBY_VALUING = {"open valuing": RoundState.OPEN, "closed valuing": RoundState.CLOSED}
"""One round that is planned, and in these states only where a call is about it: a round on its way
lets all options rest."""


@dataclass(frozen=True)
class OfOptions:
    """The ids that calls about options are made with, by name, and the round that waits."""

    kwargs: dict[str, dict[str, object]]
    standby: ValueRound

    def become(self, thing: str) -> None:
        """Put the round that waits into the state that a call is about."""
        now = timezone.now()
        ValueRound.objects.filter(pk=self.standby.pk).update(
            state=STANDBY_VALUING[thing], opened_at=now, closes_at=now + dt.timedelta(days=1)
        )


def lay_out_options(dialogue: Dialogue) -> OfOptions:
    """An option that no round asks about, one that is asked about, a proposal; a round in each state."""
    area = an_area(dialogue)
    free = an_option(dialogue, "norm", area=area)
    asked = [an_option(dialogue, code, area=area) for code in ("hotline", "visits", "notices")]
    proposed = propose_option(dialogue, Offer({"en": "Something new."}))
    condition = add_joint_condition(dialogue, Stated("needs", ("visits", "hotline")))
    names = ("planned valuing", "released valuing", "void valuing", "standby")
    rounds = {name: a_planned_round(dialogue, *asked) for name in names}
    standby = rounds.pop("standby")
    domain.void(rounds["void valuing"])
    _release(rounds["released valuing"])
    ids: dict[str, dict[str, object]] = {
        name: {"round_id": one.id, "package": "nash"} for name, one in rounds.items()
    }
    ids |= {name: {"round_id": standby.id, "package": "nash"} for name in STANDBY_VALUING}
    ids["option"] = {"option_id": free.id}
    ids["asked option"] = {"option_id": asked[0].id}
    ids["proposed option"] = {"option_id": proposed.id}
    ids["area"] = {"area_id": area.id}
    ids["joint condition"] = {"condition_id": condition.id}
    ids["kind of condition"] = {"kind": "never"}
    ids["table of options"] = {"name": "options"}
    return OfOptions(ids, standby)


def _release(one: ValueRound) -> None:
    now = timezone.now()
    one = domain.open_round(one, now=now, closes_at=now + dt.timedelta(days=1))
    value_all(one, {"nato": [(50, 30, 20)] * 3, "china": [(20, 30, 50)] * 3})
    domain.release(domain.close_round(one), now=now)
