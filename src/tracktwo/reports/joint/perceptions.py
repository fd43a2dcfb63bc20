"""What the sides answered and what they expected of each other."""

from tracktwo import figures
from tracktwo.analysis.result import Analysis
from tracktwo.locale import Words
from tracktwo.reports.asked import asked
from tracktwo.reports.belief_findings import misread_table
from tracktwo.reports.findings import findings
from tracktwo.reports.topic import Topic
from tracktwo.reports.tree import Block, TableBlock, figure_blocks

MOST = 5


def perceptions(analysis: Analysis, words: Words) -> tuple[Block, ...]:
    """Findings under their headings, each with its figure; unity within a side is that side’s own matter."""
    found = findings(analysis, words, most=MOST)
    shared = figure_blocks("shared-ground", lambda width: figures.shared_ground(analysis, words, width=width))  # fmt: skip
    divided = figure_blocks("divided", lambda width: figures.real_disagreement(analysis, words, width=width))  # fmt: skip
    corners = figure_blocks("corners", lambda width: figures.perception_corners(analysis, words, width=width))  # fmt: skip
    beliefs = figure_blocks("beliefs", lambda width: figures.beliefs(analysis, words, width=width))
    return (
        *asked(analysis, words),
        found.shared,
        *shared,
        *_topic(found.divided),
        *divided,
        *_topic(found.misjudged),
        *corners,
        *_topic(found.believed),
        *_misread(analysis, words),
        *beliefs,
    )


def _topic(found: Topic | None) -> tuple[Block, ...]:
    return (found,) if found else ()


def _misread(analysis: Analysis, words: Words) -> tuple[Block, ...]:
    pairs = [pair for pair in analysis.meta_pairs if pair.felt is not None]
    if not pairs:
        return ()
    title = words.gettext("How far off, over all statements, in points of a hundred")
    return (TableBlock("misread", title, misread_table(pairs, analysis, words)),)
