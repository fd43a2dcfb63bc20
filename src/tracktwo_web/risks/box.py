"""The box in which estimates lie: shuffled as perceptions shuffle theirs when a part closes."""

from tracktwo_web.rounds.box import Box

ESTIMATES = Box(
    {
        "risks_estimate": "asked_id, part, ballot, side_id, likely_low, likely_best, likely_high, "
        "likely_sure, severe_low, severe_best, severe_high, severe_sure",
        "risks_reason": "asked_id, mark, text",
    },
    "asked_id IN (SELECT id FROM risks_askedrisk WHERE round_id = %s)",
)
