"""What an influence map says, in words and as a page."""

from tracktwo.reports.influence.build import influence_report
from tracktwo.reports.influence.topics import topics

__all__ = ["influence_report", "topics"]
