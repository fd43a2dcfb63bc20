"""Whether somebody estimates now, and if not, why."""

from datetime import datetime
from enum import Enum, auto

from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.risks import rules
from tracktwo_web.risks.models import EstimateRound, State


class Why(Enum):
    """Why somebody does not estimate now. The page words it."""

    NOT_YET = auto()
    OVER = auto()
    NO_VOICE = auto()
    STAGE = auto()
    LATE_KEY = auto()
    NOT_ALONE = auto()


def why_not(standing: Standing, one: EstimateRound, *, now: datetime) -> Why | None:
    """The first thing that stands in the way of an estimate."""
    if not rules.has_a_voice(standing):
        return Why.NO_VOICE
    if one.state in (State.PLANNED, State.BETWEEN):
        return Why.NOT_YET
    if not one.is_open or one.closes_at is None or one.closes_at <= now:
        return Why.OVER
    if not rules.is_stage_of_estimates(standing):
        return Why.STAGE
    key = standing.key
    if key is None or one.opened_at is None or key.issued_at > one.opened_at:
        return Why.LATE_KEY
    return None
