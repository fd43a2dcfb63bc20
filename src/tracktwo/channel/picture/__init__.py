"""The maritime picture: what messages tell of places, as it stands at a moment, and as a chart."""

from tracktwo.channel.picture.asked import Asked, shown
from tracktwo.channel.picture.mark import Certainty, Mark, Where
from tracktwo.channel.picture.marks import marks_of

__all__ = ["Asked", "Certainty", "Mark", "Where", "marks_of", "shown"]
