"""Files as a page lists them: a row a language, a link a kind."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tracktwo_web.kit.languages import CALLED, NAMES, TAGS
from tracktwo_web.reports.domain.printing import KINDS
from tracktwo_web.reports.models import Paper


@dataclass(frozen=True)
class Link:
    """One file: PDF, DOCX, HTML or Markdown."""

    kind: str
    url: str
    size: int
    sha256: str


@dataclass(frozen=True)
class PaperRow:
    """The files in a language, or in two beside each other."""

    names: tuple[tuple[str, str], ...]
    """Each language's name for itself, with its tag."""
    called: tuple[str, ...]
    links: tuple[Link, ...]


KIND_NAMES = {"pdf": "PDF", "docx": "DOCX", "html": "HTML", "md": "Markdown", "zip": "ZIP"}


def rows_of(files: Iterable[Paper], url: Callable[[Paper], str]) -> list[PaperRow]:
    """Languages in their order, those beside each other last."""
    by_language: dict[str, list[Paper]] = {}
    for one in files:
        by_language.setdefault(one.language, []).append(one)
    order = sorted(by_language, key=lambda one: (one.count("+"), _place(one)))
    return [_row(one, by_language[one], url) for one in order]


def _row(language: str, files: list[Paper], url: Callable[[Paper], str]) -> PaperRow:
    codes = language.split("+")
    kinds = [*KINDS, "zip"]
    return PaperRow(
        tuple((NAMES[one], TAGS[one]) for one in codes),
        tuple(str(CALLED[one]) for one in codes),
        tuple(
            Link(KIND_NAMES[one.kind], url(one), one.size, one.sha256)
            for one in sorted(files, key=lambda one: kinds.index(one.kind))
        ),
    )


def _place(language: str) -> list[int]:
    return [list(NAMES).index(one) for one in language.split("+")]
