"""The library's report, drawn once and kept in pieces, so that a page is only a row to read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tracktwo._typing import Progress
from tracktwo.analysis import Analysis
from tracktwo.locale import LANGUAGES
from tracktwo.reports import Report, report_of, to_html, to_sections
from tracktwo.reports.tree import Brief, Section
from tracktwo_web.insights.parts import METHODS, PICTURES, WORDS

_OF_PART = {"brief": WORDS, "findings": WORDS, "asked": METHODS, "methods": METHODS}
"""The part that a section of the report stands in; all others are pictures."""
PICTURES_AT = "pictures/"
"""The address of the pictures, seen from the words."""
ABOUT_EVERYTHING = "opinion-map"
"""The one figure that is about people over all statements: no theme has one of its own."""


@dataclass(frozen=True)
class Page:
    """A part of the report in one language, about one theme or ("") all of them."""

    language: str
    theme: str
    part: str
    body: str


def pages_of(analysis: Analysis, progress: Progress) -> Iterator[tuple[str, str, list[Page]]]:
    """In each language: the language, the report as one file, and its pages about all themes."""
    for done, language in enumerate(LANGUAGES):
        progress("drawing", done, len(LANGUAGES))
        report = report_of(analysis, language)
        yield language, to_html(report), _in_parts(report, language, "")


def theme_pages_of(analysis: Analysis, themes: Sequence[str]) -> Iterator[list[Page]]:
    """The pages about each theme, in each language; none where all statements have the same one."""
    if len({one.statement.theme for one in analysis.statements}) < 2:
        return
    for theme in themes:
        narrowed = about(analysis, theme)
        if not narrowed.statements:
            continue
        for language in LANGUAGES:
            report = _without_map(report_of(narrowed, language))
            pages = _in_parts(report, language, theme)
            yield [page for page in pages if page.part != METHODS]


def about(analysis: Analysis, theme: str) -> Analysis:
    """What an analysis says about the statements of one theme. Nothing is computed anew."""
    statements = tuple(one for one in analysis.statements if one.statement.theme == theme)
    ids = {one.statement.id for one in statements}
    return replace(
        analysis,
        statements=statements,
        representative=tuple(one for one in analysis.representative if one.statement in ids),
        party_representative=tuple(
            one for one in analysis.party_representative if one.statement in ids
        ),
        perceptions=tuple(one for one in analysis.perceptions if one.statement in ids),
        pairs=(),
        meta_perceptions=tuple(one for one in analysis.meta_perceptions if one.statement in ids),
        meta_pairs=(),
        cohesion=tuple(one for one in analysis.cohesion if one.statement in ids),
    )


def _in_parts(report: Report, language: str, theme: str) -> list[Page]:
    """The sections of a report under the parts they belong to, in the report's order."""
    bodies: dict[str, list[str]] = {}
    figures_at = f"{PICTURES_AT}?theme={theme}" if theme else PICTURES_AT
    for id_, body in to_sections(report, figures_at=figures_at).items():
        bodies.setdefault(_OF_PART.get(id_, PICTURES), []).append(body)
    return [Page(language, theme, part, "\n".join(found)) for part, found in bodies.items()]


def _without_map(report: Report) -> Report:
    sections = (_brief_without_map(one) for one in report.sections if one.id != "map")
    return replace(report, sections=tuple(sections))


def _brief_without_map(section: Section) -> Section:
    blocks = (
        Brief(tuple(line for line in block.lines if line[0] != ABOUT_EVERYTHING))
        if isinstance(block, Brief)
        else block
        for block in section.blocks
    )
    return replace(section, blocks=tuple(blocks))
