"""Whether somebody values now, and if not, why."""

from datetime import datetime

from tracktwo_web.convergence import rules
from tracktwo_web.convergence.models import ValueRound
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.rounds.states import RoundState
from tracktwo_web.rounds.why_not import WhyNot


def why_not(standing: Standing, one: ValueRound, *, now: datetime) -> WhyNot | None:
    """The first thing that stands in the way of dividing points."""
    if not rules.has_a_voice(standing):
        return WhyNot.NO_VOICE
    if one.state == RoundState.PLANNED:
        return WhyNot.NOT_YET
    if not one.is_open or one.closes_at is None or one.closes_at <= now:
        return WhyNot.OVER
    if not rules.is_stage_of_values(standing):
        return WhyNot.STAGE
    key = standing.key
    if key is None or one.opened_at is None or key.issued_at > one.opened_at:
        return WhyNot.LATE_KEY
    return None
