"""From a study of a map to the report tree."""

from collections.abc import Callable
from functools import partial

from tracktwo.dialogue import in_language
from tracktwo.figures.figure import Figure, Table
from tracktwo.figures.influence import map_picture, measure_effects
from tracktwo.figures.influence.effects import concept_quote
from tracktwo.influence import Contrast, Study
from tracktwo.influence.sentences import POINTS
from tracktwo.locale import Words, translator
from tracktwo.locale.plain import plain
from tracktwo.reports.influence.methods import methods
from tracktwo.reports.influence.topics import topics
from tracktwo.reports.tree import (
    Block,
    Brief,
    Facts,
    FigureBlock,
    Report,
    Section,
    TableBlock,
    figure_blocks,
)

MOST_LEVERS = 8
Draw = Callable[..., Figure | None]


def influence_report(found: Study, contrast: Contrast | None, language: str = "en") -> Report:
    """The report on a map, and on what sets two sides' maps apart, in one language.

    Raises `OptionError` for an unknown language.
    """
    words = translator(language)
    title = plain(in_language(found.drawn.title, language)) or words.gettext("What moves what")
    note = plain(in_language(found.drawn.note, language))
    return Report(title, words.tag, note, tuple(_sections(found, contrast, words)))


def _sections(found: Study, contrast: Contrast | None, words: Words) -> list[Section]:
    draw = partial(_figure, found, contrast, words)
    drawn = [
        ("map", words.gettext("The map"), draw("map-picture", map_picture)),
        ("measures", words.gettext("What measures would do"), draw("effects", measure_effects)),
    ]
    figures = [block for *_, blocks in drawn for block in blocks]
    brief = tuple((block.id, block.title) for block in figures if isinstance(block, FigureBlock))
    return [
        *([Section("brief", words.gettext("In brief"), (Brief(brief),))] if brief else []),
        Section("findings", words.gettext("Findings"), topics(found, contrast, words)),
        *(Section(id_, title, blocks) for id_, title, blocks in drawn if blocks),
        Section("levers", words.gettext("What moves the risks"), _levers(found, words)),
        Section("rest", _where(found, words), _states(found, words)),
        Section("methods", words.gettext("How this was computed"), methods(found, words)),
    ]


def _figure(
    found: Study, contrast: Contrast | None, words: Words, id_: str, draw: Draw
) -> tuple[Block, ...]:
    return figure_blocks(id_, lambda width: draw(found, contrast, words, width=width))


def _levers(found: Study, words: Words) -> tuple[Block, ...]:
    """A table a risk: the links that move it most."""
    return tuple(
        TableBlock(
            f"levers-{found.drawn.place_of[risk]}",
            concept_quote(found, risk, words).text,
            _lever_table(found, risk, words),
        )
        for risk in found.risks
        if any(one.risk == risk and one.value for one in found.levers)
    )


def _lever_table(found: Study, risk: str, words: Words) -> Table:
    shown = [one for one in found.levers if one.risk == risk and one.value][:MOST_LEVERS]
    columns = (
        words.gettext("What acts"),
        words.gettext("What it acts on"),
        words.gettext("Leverage"),
        words.gettext("If cut"),
        words.gettext("In the top five"),
    )
    rows = tuple(
        (
            concept_quote(found, one.source, words),
            concept_quote(found, one.target, words),
            words.signed(one.value, 3),
            "–" if one.cut is None else words.signed(one.cut * POINTS, 1),
            "–" if one.p_top is None else words.percent(one.p_top),
        )
        for one in shown
    )
    return Table(columns, rows)


def _where(found: Study, words: Words) -> str:
    if found.run.outcome == "settled":
        return words.gettext("Where the map comes to rest")
    return words.gettext("Values after the last step")


def _states(found: Study, words: Words) -> tuple[Block, ...]:
    rows = tuple(
        (concept_quote(found, concept, words), words.number(value * POINTS, 1))
        for concept, value in found.states.items()
    )
    columns = (words.gettext("Concept"), words.gettext("Value, of 100"))
    run = found.run
    bound = "–" if run.error_bound is None else _in_powers(run.error_bound)
    facts = (
        (words.gettext("Steps"), words.number(run.steps)),
        (words.gettext("At most so far from the equilibrium"), bound),
        (
            words.gettext("Contraction (below 1: no other equilibrium)"),
            words.number(run.certificate.contraction, 2)
            if run.certificate.contraction < float("inf")
            else "–",
        ),
    )
    return (
        Facts(facts),
        TableBlock("states", words.gettext("Values of all concepts"), Table(columns, rows)),
    )


def _in_powers(size: float) -> str:
    """A small number as a multiple of a power of ten, which no line breaks."""
    digits, _, power = f"{size:.1e}".partition("e")
    return "0" if not size else f"{digits}\u202f×\u202f10{str(int(power)).translate(_RAISED)}"


_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
