"""What was asked, and of whom."""

import numpy as np

from tracktwo.analysis.result import Analysis
from tracktwo.figures.sides import sides_of
from tracktwo.locale import Words
from tracktwo.reports.tree import Block, Facts, Paragraph


def asked(analysis: Analysis, words: Words) -> tuple[Block, ...]:
    """Who was asked what, in sentences and in numbers; no number tells of fewer than k people."""
    rows = [
        (words.gettext("Statements"), words.number(len(analysis.statements))),
        *_people(analysis, words),
        (words.gettext("Answers"), _how_answered(analysis, words)),
    ]
    if analysis.k > 1:
        rows.append(
            (words.gettext("Least number of people behind a figure"), words.number(analysis.k))
        )
    return (*(Paragraph(said) for said in _who(analysis, words)), Facts(tuple(rows)))


def _who(analysis: Analysis, words: Words) -> list[str]:
    said = [_sides_and_questions(analysis, words)]
    if analysis.meta_perceptions:
        said.append(
            words.gettext("They were also asked what they think the others expect of their side.")
        )
    return said


def _sides_and_questions(analysis: Analysis, words: Words) -> str:
    if analysis.parties:
        names = words.names(side.name(words) for side in sides_of(analysis))
        if any(one.of != one.about for one in analysis.perceptions):
            return words.gettext(
                "The sides are: {names}. Everybody was asked whether they agree with each statement, and what they expect others to answer.",
                names=names,
            )
        return words.gettext(
            "The sides are: {names}. Everybody was asked whether they agree with each statement.",
            names=names,
        )
    if len(analysis.groups) > 1:
        return words.gettext(
            "Nobody sat for a side. Where this report speaks of sides, it means the groups that the answers themselves show."
        )
    return words.gettext(
        "Nobody sat for a side, and the answers show no groups: all who answered are taken together."
    )


def _people(analysis: Analysis, words: Words) -> list[tuple[str, str]]:
    """Seats by side; the total only where no side is hidden, or it could be worked out."""
    counts = [int(np.sum(analysis.participants.party == i)) for i in range(len(analysis.parties))]
    total = (words.gettext("People"), words.number(len(analysis.participants.ids)))
    if any(0 < n < analysis.k for n in counts):
        fewer = words.gettext("fewer than {k}", k=words.number(analysis.k))
        shown = [
            fewer if n < analysis.k else words.ngettext("{n} person", "{n} people", n)
            for n in counts
        ]
        return list(zip((side.name(words) for side in sides_of(analysis)), shown, strict=True))
    sides = sides_of(analysis) if analysis.parties else ()
    by_side = [
        (side.name(words), words.ngettext("{n} person", "{n} people", n))
        for side, n in zip(sides, counts, strict=bool(sides))
    ]
    return [total, *by_side]


def _how_answered(analysis: Analysis, words: Words) -> str:
    if analysis.has_votes_only:
        return words.gettext("agree, pass or disagree")
    if any(figures.statement.scale.is_vote for figures in analysis.statements):
        return words.gettext("agree, pass or disagree; some statements by a rating")
    return words.gettext("a rating on a scale")
