"""How a study of a map was computed, in plain words."""

from tracktwo.influence import Study
from tracktwo.influence.study import TOP
from tracktwo.locale import Words
from tracktwo.reports.tree import Block, Facts, Paragraph


def methods(found: Study, words: Words) -> tuple[Block, ...]:
    """What the figures rest on, the settings, and where they end."""
    return (
        *(Paragraph(sentence) for sentence in _sentences(found, words)),
        Facts(_settings(found, words)),
    )


def _sentences(found: Study, words: Words) -> list[str]:
    return [
        words.gettext(
            "A map is what experts believe, not what is so. Its figures follow from the drawn links alone: they show what somebody who believes the map should expect, and no probability of anything."
        ),
        words.gettext(
            "A link’s weight is the mean over those who drew it. Who did not draw it is not counted as saying none; who drew it as zero is. Where several sides judged, each weighs the same."
        ),
        words.gettext(
            "The map moves in steps, each concept taking in what acts on it, until nothing changes any more. What is drawn starts as present; measures are absent until they are taken, one at a time."
        ),
        words.gettext(
            "Leverage is the change of a risk by a small strengthening of a link, exact at the place where the map rests. What cutting a link or taking a measure does is found by letting the map settle anew."
        ),
        words.gettext(
            "Ranges hold nine of ten maps that come of drawing the experts anew (all judgements of one expert together, the Bayesian bootstrap) and their judgements within the ranges they gave. They say how much depends on whom one asked."
        ),
        words.sentences(
            (
                words.gettext(
                    "A spiral’s strength is the product of the weights along it. The strongest ones are found by an exhaustive search with bounds."
                ),
                _proof(found, words),
            )
        ),
    ]


def _proof(found: Study, words: Words) -> str:
    limit = found.reinforcing.proven_up_to
    if limit is None:
        return words.gettext("It is proven that no stronger one is left out.")
    return words.ngettext(
        "It is proven that no stronger one of up to {n} link is left out.",
        "It is proven that no stronger one of up to {n} links is left out.",
        limit,
    )


def _settings(found: Study, words: Words) -> tuple[tuple[str, str], ...]:
    options = found.options
    return (
        (words.gettext("Rule"), options.dynamics.rule),
        (words.gettext("Transfer function"), str(options.dynamics.transfer)),
        (words.gettext("Concepts"), words.number(len(found.drawn.concepts))),
        (words.gettext("Links"), words.number(len(found.drawn.links))),
        (words.gettext("Experts"), words.number(len(found.judged.judges))),
        (words.gettext("Maps drawn anew"), words.number(options.members)),
        (words.gettext("Counted as the top"), words.number(TOP)),
        (words.gettext("Seed"), str(options.seed)),
    )
