"""Notified activities in space and time: whether two stand in each other's way, and what is told of it."""

from tracktwo.channel.activities.activity import Activity, Band, Window
from tracktwo.channel.activities.overlap import Margin, Overlap, overlap
from tracktwo.channel.activities.register import Register

__all__ = ["Activity", "Band", "Margin", "Overlap", "Register", "Window", "overlap"]
