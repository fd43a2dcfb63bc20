"""What a study of a map says, under headings: for the terminal and the report."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tracktwo.influence import Contrast, InfluenceMap, Study
from tracktwo.influence.sentences import (
    FELT,
    POINTS,
    comparison_sentence,
    consequence_sentences,
    dispute_sentences,
    effect_sentence,
    lever_sentence,
    link_name,
    settling_sentence,
    spiral_sentence,
)
from tracktwo.locale import Words
from tracktwo.reports.topic import Finding, Topic, more_of_them

if TYPE_CHECKING:
    from tracktwo.influence.study import LinkLeverage

MOST = 6
"""Findings listed under a heading."""


def topics(found: Study, contrast: Contrast | None, words: Words) -> tuple[Topic, ...]:
    """All that a study has to say, under headings; what it has nothing to say about is left out."""
    told = (
        _settling(found, words),
        _spirals(found, words),
        _help(found, words),
        _levers(found, words),
        _disputes(found, words),
        *(_differences(contrast, found.drawn, words) if contrast else ()),
    )
    return tuple(topic for topic in told if topic.findings)


def _settling(found: Study, words: Words) -> Topic:
    return Topic(
        "settling",
        words.gettext("Where the map comes to rest"),
        (Finding(settling_sentence(found, words)),),
    )


def _spirals(found: Study, words: Words) -> Topic:
    """Those through several sides first, for they are what a dialogue can break."""
    told = list(dict.fromkeys((*found.across.spirals, *found.reinforcing.spirals)))
    findings = [
        Finding(
            words.gettext(
                "{spiral} Its strength is {strength} of 100; the link {link} takes least to cut.",
                spiral=spiral_sentence(spiral, found.drawn, words),
                strength=words.number(spiral.strength * POINTS),
                link=link_name(spiral.cut, found.drawn, words),
            )
        )
        for spiral in told[:MOST]
    ]
    return Topic(
        "spirals",
        words.gettext("Spirals: what feeds itself"),
        tuple(findings),
        more_of_them(len(told) - MOST, words),
    )


def _help(found: Study, words: Words) -> Topic:
    felt = [one for one in found.effects if one.value is None or abs(one.value) >= FELT]
    felt.sort(key=lambda one: -abs(one.value or 0.0))
    return Topic(
        "measures",
        words.gettext("What measures would do"),
        tuple(Finding(effect_sentence(one, found.drawn, words)) for one in felt[:MOST]),
        more_of_them(len(felt) - MOST, words),
    )


def _levers(found: Study, words: Words) -> Topic:
    """The link that moves each risk most, and what the risk would be without it."""
    first: dict[str, LinkLeverage] = {}
    for one in found.levers:
        if one.cut is not None and abs(one.cut) >= FELT:
            first.setdefault(one.risk, one)
    return Topic(
        "levers",
        words.gettext("What moves each risk most"),
        tuple(Finding(lever_sentence(one, found, words)) for one in first.values()),
    )


def _disputes(found: Study, words: Words) -> Topic:
    return _listed(
        "disputed",
        words.gettext("Links on whose sign experts differ"),
        dispute_sentences(found, words),
        words,
    )


def _differences(contrast: Contrast, drawn: InfluenceMap, words: Words) -> Iterator[Topic]:
    """What the maps of two sides agree and disagree on."""
    counts = comparison_sentence(contrast, drawn, words)
    yield Topic("compared", words.gettext("Two maps side by side"), (Finding(counts),))
    yield _listed(
        "consequences",
        words.gettext("Where the sides expect different consequences"),
        consequence_sentences(contrast, drawn, words),
        words,
    )


def _listed(key: str, title: str, sentences: Sequence[str], words: Words) -> Topic:
    told = tuple(Finding(sentence) for sentence in sentences[:MOST])
    return Topic(key, title, told, more_of_them(len(sentences) - MOST, words))
