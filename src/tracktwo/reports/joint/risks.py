"""Risks as the sides see them, and what feeds on itself."""

from collections.abc import Iterator

from tracktwo.figures.figure import Quote
from tracktwo.figures.influence import map_picture, measure_effects
from tracktwo.figures.risks import risk_matrix
from tracktwo.locale import Words
from tracktwo.reports.influence.topics import topics as map_topics
from tracktwo.reports.joint.material import Map, Material
from tracktwo.reports.risk import Telling, introduction
from tracktwo.reports.risk import topics as risk_topics
from tracktwo.reports.topic import Finding, Topic
from tracktwo.reports.tree import Block, Paragraph, figure_blocks
from tracktwo.risk import Assessment

_TOLD = ("spirals", "measures", "disputed", "compared", "consequences")
"""Topics of a map that go into the joint report, in this order."""


def risks(material: Material, words: Words) -> tuple[Block, ...]:
    """What the sides fear alike and apart, then the map with its spirals and what measures would do."""
    return (
        *(_feared(material.risks, material, words) if material.risks else ()),
        *(_map(material.map, words) if material.map else ()),
    )


def _feared(found: Assessment, material: Material, words: Words) -> Iterator[Block]:
    names = {side: material.names(words.language).get(side, side) for side in found.sides}
    telling = Telling(found, names, words)
    yield Paragraph(introduction(telling))
    yield from figure_blocks(
        "risk-matrix", lambda width: risk_matrix(found, words, names=names, width=width)
    )
    for place, one in enumerate(risk_topics(telling)):
        told = tuple(
            Finding(words.sentences(each.sentences), Quote("", each.risk, words.tag))
            for each in one.risks
        )
        yield Topic(f"risks-{place}", one.title, told)


def _map(drawn: Map, words: Words) -> Iterator[Block]:
    found = {one.key: one for one in map_topics(drawn.study, drawn.contrast, words)}
    pictures = {
        "spirals": figure_blocks(
            "map", lambda width: map_picture(drawn.study, drawn.contrast, words, width=width)
        ),
        "measures": figure_blocks(
            "effects",
            lambda width: measure_effects(drawn.study, drawn.contrast, words, width=width),
        ),
    }
    for key in _TOLD:
        if key in found:
            yield found[key]
            yield from pictures.get(key, ())
