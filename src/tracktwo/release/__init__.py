"""Open data: what a dialogue may give away to everybody without giving anybody away."""

from tracktwo.release.aggregates import aggregates
from tracktwo.release.budget import Budget
from tracktwo.release.folder import write_open_data
from tracktwo.release.noisy import noisy_counts
from tracktwo.release.open_data import OpenData

__all__ = ["Budget", "OpenData", "aggregates", "noisy_counts", "write_open_data"]
