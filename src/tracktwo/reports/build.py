"""From an analysis to the report tree: which sections there are and what stands in them."""

from collections.abc import Callable, Iterable
from functools import partial

from tracktwo import figures
from tracktwo.analysis.result import Analysis
from tracktwo.dialogue import in_language
from tracktwo.figures.figure import Figure
from tracktwo.locale import Words, translator
from tracktwo.locale.plain import plain
from tracktwo.reports.asked import asked
from tracktwo.reports.belief_findings import misread_table
from tracktwo.reports.findings import findings
from tracktwo.reports.methods import methods
from tracktwo.reports.phrases import why_groups_are_unsure
from tracktwo.reports.tree import (
    Block,
    Brief,
    Facts,
    FigureBlock,
    Paragraph,
    Report,
    Section,
    TableBlock,
    figure_blocks,
)

Draw = Callable[..., Figure | None]


def report_of(analysis: Analysis, language: str = "en") -> Report:
    """The report on an analysis in one language, as a tree. `OptionError` for an unknown language.

    Without parties the groups found stand as sides; without predictions the sections on perception
    are left out.
    """
    words = translator(language)
    title = plain(in_language(analysis.title, language)) or words.gettext("What the answers say")
    note = plain(in_language(analysis.note, language))
    return Report(title, words.tag, note, tuple(_sections(analysis, words)))


def _sections(analysis: Analysis, words: Words) -> list[Section]:
    draw = partial(_figure, analysis, words)
    drawn = [
        ("map", words.gettext("Where people stand"), draw("opinion-map", figures.opinion_map)),
        ("shared-ground", words.gettext("Shared ground"), draw("shared", figures.shared_ground)),
        (
            "disagreement",
            words.gettext("Real disagreement"),
            draw("divided", figures.real_disagreement),
        ),
        (
            "perception",
            words.gettext("What sides expect and what is so"),
            _perception(analysis, words),
        ),
        (
            "believed",
            words.gettext("What sides think is expected of them"),
            _believed(analysis, words),
        ),
        ("groups", words.gettext("Groups"), _groups(analysis, words)),
        ("cohesion", words.gettext("Unity within sides"), draw("unity", figures.cohesion)),
    ]
    return [
        Section(
            "brief",
            words.gettext("In brief"),
            (_brief(block for *_, blocks in drawn for block in blocks),),
        ),
        Section("asked", words.gettext("What was asked, and of whom"), asked(analysis, words)),
        Section("findings", words.gettext("Findings"), _findings(analysis, words)),
        *(Section(id_, title, blocks) for id_, title, blocks in drawn if blocks),
        Section("methods", words.gettext("How this was computed"), methods(analysis, words)),
    ]


def _brief(blocks: Iterable[Block]) -> Brief:
    """What every figure states, in the order of the figures: the report for who has one minute."""
    figured = (block for block in blocks if isinstance(block, FigureBlock))
    return Brief(tuple((block.id, block.title) for block in figured))


def _figure(analysis: Analysis, words: Words, id_: str, draw: Draw) -> tuple[Block, ...]:
    return figure_blocks(id_, lambda width: draw(analysis, words, width=width))


def _perception(analysis: Analysis, words: Words) -> tuple[Block, ...]:
    corners = _figure(analysis, words, "corners", figures.perception_corners)
    errors = _figure(analysis, words, "errors", figures.perception_errors)
    if not corners and not errors:
        return ()
    said = words.gettext(
        "Across stands how many of the other side really answer as the expecting side’s majority does; up stands how many were expected to. In the corner bottom right lies agreement that the expecting side does not see; top left, agreement that it sees and that is not there."
    )
    return (Paragraph(said), *corners, *errors)


def _believed(analysis: Analysis, words: Words) -> tuple[Block, ...]:
    drawn = _figure(analysis, words, "beliefs", figures.beliefs)
    if not drawn:
        return ()
    said = words.gettext(
        "Three things stand beside each other: what a side answers, what the other expects of it, and what it believes that the other expects. The first two apart: it is misread. The first and the last apart: it thinks it is misread. The last two apart: it is wrong about how it is seen."
    )
    return (Paragraph(said), *_misread(analysis, words), *drawn)


def _misread(analysis: Analysis, words: Words) -> tuple[Block, ...]:
    """How far each side thinks it is misread and how far it is, over all statements."""
    pairs = [pair for pair in analysis.meta_pairs if pair.felt is not None]
    if not pairs:
        return ()
    title = words.gettext("How far off, over all statements, in points of a hundred")
    return (TableBlock("misread", title, misread_table(pairs, analysis, words)),)


def _groups(analysis: Analysis, words: Words) -> tuple[Block, ...]:
    unsure = why_groups_are_unsure(analysis.grouping, words)
    caution = (Paragraph(unsure),) if unsure else ()
    sizes = _sizes(analysis, words)
    if analysis.grouping.method == "parties" and analysis.parties:
        return ()
    return (*caution, *sizes, *_figure(analysis, words, "apart", figures.groups))


def _sizes(analysis: Analysis, words: Words) -> tuple[Block, ...]:
    if len(analysis.groups) < 2:
        return ()
    few = words.gettext("too few to show")
    rows = (
        (
            words.gettext("Group {name}", name=plain(group.id)),
            few if group.size is None else words.ngettext("{n} person", "{n} people", group.size),
        )
        for group in analysis.groups
    )
    return (Facts(tuple(rows)),)


def _findings(analysis: Analysis, words: Words) -> tuple[Block, ...]:
    return findings(analysis, words).topics
