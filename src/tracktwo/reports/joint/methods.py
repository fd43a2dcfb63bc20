"""How the findings were made, and where they end."""

from collections.abc import Iterator

from tracktwo.locale import Words
from tracktwo.reports.influence.methods import methods as map_methods
from tracktwo.reports.joint.material import Material
from tracktwo.reports.methods import methods as analysis_methods
from tracktwo.reports.risk import Telling, remarks
from tracktwo.reports.tree import Block, Heading, Paragraph


def method_and_limits(material: Material, words: Words) -> tuple[Block, ...]:
    """A heading a method that was used, and what no reader should conclude."""
    return (*_limits(material, words), *_answers(material, words), *_risks(material, words), *_map(material, words))  # fmt: skip


def _limits(material: Material, words: Words) -> Iterator[Block]:
    yield Heading("limits", words.gettext("Limits"))
    yield Paragraph(
        words.gettext(
            "The figures tell what the people asked said, and not what whole societies or their governments hold. Nothing here is a score of a side or of a person."
        )
    )
    yield Paragraph(
        words.gettext(
            "No figure rests on fewer than {k} people, and nobody is quoted. With few people a reader who knows them well may still guess; this was said to all before they answered.",
            k=words.number(material.k),
        )
    )


def _answers(material: Material, words: Words) -> Iterator[Block]:
    if material.analysis is not None:
        yield Heading("method-answers", words.gettext("Answers and expectations"))
        yield from analysis_methods(material.analysis, words, between_sides=True)


def _risks(material: Material, words: Words) -> Iterator[Block]:
    if material.risks is not None:
        names = material.names(words.language)
        called = {side: names.get(side, side) for side in material.risks.sides}
        yield Heading("method-risks", words.gettext("Estimates of risks"))
        yield from map(Paragraph, remarks(Telling(material.risks, called, words)))


def _map(material: Material, words: Words) -> Iterator[Block]:
    if material.map is not None:
        yield Heading("method-map", words.gettext("The map of influences"))
        yield from map_methods(material.map.study, words)
