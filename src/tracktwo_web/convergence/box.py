"""The box in which valuations lie until a round is released."""

from tracktwo_web.rounds.box import Box

VALUATIONS = Box(
    {"convergence_valuation": "round_id, ballot, side_id, is_complete, sealed"},
    "round_id = %s",
)
