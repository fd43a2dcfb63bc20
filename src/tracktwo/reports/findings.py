"""The findings in words: what a head of delegation with four minutes reads.

Each finding is a complete sentence, beside the statement it is about. Nothing is claimed that an
interval does not carry; where nothing can be claimed, a sentence says so. The order of sides
alternates from one finding to the next, and no side gets a score.
"""

from dataclasses import dataclass

from tracktwo.analysis.result import Analysis
from tracktwo.locale import Words
from tracktwo.reports.belief_findings import believed
from tracktwo.reports.cohesion_findings import cohesion
from tracktwo.reports.common_findings import divided, shared
from tracktwo.reports.misjudgement_findings import misjudged
from tracktwo.reports.topic import Topic

MOST = 5


@dataclass(frozen=True)
class Findings:
    """What is shared, what truly divides, where a side misjudges another, how united each is.

    `divided` is None where there is one side only, `misjudged` where nobody was asked what others
    would answer, `believed` where nobody was asked what others expect of them.
    """

    shared: Topic
    divided: Topic | None
    misjudged: Topic | None
    believed: Topic | None
    cohesion: Topic

    @property
    def topics(self) -> tuple[Topic, ...]:
        """The topics in the order they are read."""
        topics = (self.shared, self.divided, self.misjudged, self.believed, self.cohesion)
        return tuple(topic for topic in topics if topic)


def findings(analysis: Analysis, words: Words, *, most: int = MOST) -> Findings:
    """What an analysis found, in words; at most `most` findings a topic, the surest first."""
    return Findings(
        shared(analysis, words, most),
        divided(analysis, words, most),
        misjudged(analysis, words, most),
        believed(analysis, words, most),
        cohesion(analysis, words),
    )
