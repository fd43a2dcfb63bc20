"""A report as one page of HTML that loads nothing and runs nothing."""

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from tracktwo.locale import Words
from tracktwo.reports.drawing import drawing_of, for_page
from tracktwo.reports.tree import (
    NARROW,
    WIDE,
    Block,
    Document,
    FigureBlock,
    Report,
    Section,
    blocks_in,
    reports_in,
    sections_in,
)
from tracktwo.reports.words import words_of

if TYPE_CHECKING:
    from jinja2 import Template

_POLICY = (
    "default-src 'none'; style-src '{style}'; img-src data:; base-uri 'none'; form-action 'none'"
)


@dataclass(frozen=True)
class Column:
    """A report on the page, what the page itself says in its language, and what ends its ids."""

    report: Report
    frame: dict[str, str]
    suffix: str = ""


@dataclass(frozen=True)
class Part:
    """A section with the columns it stands in."""

    sections: tuple[tuple[Column, Section], ...]

    @property
    def id(self) -> str:
        return self.sections[0][1].id

    @property
    def is_single(self) -> bool:
        return len(self.sections) == 1

    @property
    def pairs(self) -> Iterator[tuple[tuple[Column, Block], ...]]:
        columns = [one for one, _ in self.sections]
        for blocks in blocks_in([section for _, section in self.sections]):
            yield tuple(zip(columns, blocks, strict=True))


def to_html(document: Document) -> str:
    """The report as one file: style inline and allowed by its hash, charts as SVG, no script.

    Every text is escaped where it is written; statements are what strangers typed. The same report
    gives the same bytes.
    """
    from markupsafe import Markup

    style = _source("report.css")
    columns = _columns(document)
    parts = [Part(tuple(zip(columns, row, strict=True))) for row in sections_in(document)]
    return _template("report.html.j2").render(
        columns=columns,
        parts=parts,
        start=_start(parts),
        policy=_POLICY.format(style=_hash(style)),
        style=Markup(style),  # noqa: S704 -- our own file
    )


def to_sections(report: Report, *, figures_at: str = "") -> dict[str, str]:
    """The report's sections as HTML by their ids, for a page that brings its own style.

    They hold no style, script or foreign address. `figures_at`: address of the page that shows the
    figures, which the lines in brief point to.
    """
    template = _template("section.html.j2")
    (column,) = _columns(report)
    return {
        section.id: template.render(part=Part(((column, section),)), figures_at=figures_at)
        for section in report.sections
    }


def _columns(document: Document) -> list[Column]:
    reports = reports_in(document)
    suffixes = ("", *(f"-{one.language}" for one in reports[1:]))
    return [
        Column(one, _frame(words_of(one)), suffix)
        for one, suffix in zip(reports, suffixes, strict=True)
    ]


def _start(parts: list[Part]) -> str:
    """Where whoever skips the contents goes on: at the findings, where there are any."""
    ids = [one.id for one in parts]
    return "findings" if "findings" in ids or not ids else ids[0]


def _template(name: str) -> "Template":
    """A template with what every one of them needs."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=FunctionLoader(_source),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    common = {
        "figures_at": "",
        "svg": lambda block, one: Markup(_pictures(block, one)),  # noqa: S704 -- built as XML
        "kind": lambda block: type(block).__name__,
    }
    return environment.get_template(name, globals=common)


def _frame(words: Words) -> dict[str, str]:
    """What the page itself says, around the report."""
    return {
        "skip": words.gettext("Skip to the findings"),
        "contents": words.gettext("Contents"),
        "table": words.gettext("All of it as a table"),
        "footer": words.gettext(
            "Made with Tracktwo. This page loads nothing from elsewhere and runs no program."
        ),
    }


def _pictures(block: FigureBlock, one: Column) -> str:
    described = f"{block.id}{one.suffix}-title {block.id}{one.suffix}-alt"
    return "\n".join(
        for_page(drawing_of(block, width), labelled_by=described, css_class=css_class)
        for width, css_class in ((WIDE, "wide"), (NARROW, "narrow"))
    )


def _source(name: str) -> str:
    return (files("tracktwo.reports") / name).read_text(encoding="utf-8")


def _hash(style: str) -> str:
    digest = hashlib.sha256(style.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
