"""Whether somebody estimates now, and if not, why."""

from datetime import datetime

from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.risks import rules
from tracktwo_web.risks.models import EstimateRound, State
from tracktwo_web.rounds.why_not import WhyNot


def why_not(standing: Standing, one: EstimateRound, *, now: datetime) -> WhyNot | None:
    """The first thing that stands in the way of an estimate."""
    if not rules.has_a_voice(standing):
        return WhyNot.NO_VOICE
    if one.state in (State.PLANNED, State.BETWEEN):
        return WhyNot.NOT_YET
    if not one.is_open or one.closes_at is None or one.closes_at <= now:
        return WhyNot.OVER
    if not rules.is_stage_of_estimates(standing):
        return WhyNot.STAGE
    key = standing.key
    if key is None or one.opened_at is None or key.issued_at > one.opened_at:
        return WhyNot.LATE_KEY
    return None
