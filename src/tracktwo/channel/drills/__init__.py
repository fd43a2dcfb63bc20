"""Drills: what happens when, what the other side is to send, and how long it took."""

from tracktwo.channel.drills.play import Played, Report, play
from tracktwo.channel.drills.script import Drill, Expected, Inject

__all__ = ["Drill", "Expected", "Inject", "Played", "Report", "play"]
