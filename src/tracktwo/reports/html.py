"""A report as one page of HTML that loads nothing and runs nothing."""

import base64
import hashlib
from importlib.resources import files
from typing import TYPE_CHECKING

from tracktwo.locale import LANGUAGES, Words, translator
from tracktwo.reports.drawing import drawn
from tracktwo.reports.tree import FigureBlock, Report

if TYPE_CHECKING:
    from jinja2 import Template

_POLICY = (
    "default-src 'none'; style-src '{style}'; img-src data:; base-uri 'none'; form-action 'none'"
)


def to_html(report: Report) -> str:
    """The report as one file: style inline and allowed by its hash, charts as SVG, no script.

    Every text is escaped where it is written; statements are what strangers typed. The same report
    gives the same bytes.
    """
    from markupsafe import Markup

    style = _source("report.css")
    return _template("report.html.j2", report).render(
        report=report,
        policy=_POLICY.format(style=_hash(style)),
        style=Markup(style),  # noqa: S704 -- our own file
    )


def to_sections(report: Report, *, figures_at: str = "") -> dict[str, str]:
    """The report's sections as HTML by their ids, for a page that brings its own style.

    They hold no style, script or foreign address. `figures_at`: address of the page that shows the
    figures, which the lines in brief point to.
    """
    template = _template("section.html.j2", report)
    return {
        section.id: template.render(section=section, figures_at=figures_at)
        for section in report.sections
    }


def _template(name: str, report: Report) -> "Template":
    """A template with what every one of them says around the report's own words."""
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
        "frame": _frame(_words_of(report)),
        "figures_at": "",
        "svg": lambda block: Markup(_pictures(block)),  # noqa: S704 -- built as XML
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


def _pictures(block: FigureBlock) -> str:
    described = f"{block.id}-title {block.id}-alt"
    return "\n".join(
        (
            drawn(block.wide, labelled_by=described, css_class="wide"),
            drawn(block.narrow, labelled_by=described, css_class="narrow"),
        )
    )


def _words_of(report: Report) -> Words:
    return next(w for w in map(translator, LANGUAGES) if w.tag == report.language)


def _source(name: str) -> str:
    return (files("tracktwo.reports") / name).read_text(encoding="utf-8")


def _hash(style: str) -> str:
    digest = hashlib.sha256(style.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
