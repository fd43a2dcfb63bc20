"""Reports as files: those of a draft, of each side's brief, and of an issue."""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from itertools import combinations
from typing import TYPE_CHECKING

from tracktwo._typing import Progress as Listener
from tracktwo_web.reports.models import Paper

if TYPE_CHECKING:
    from tracktwo.reports import Report
    from tracktwo.reports.tree import Document

KINDS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
}
"""How a report is written, with the media type of each."""
ON_PAPER = ("pdf", "docx")

Printed = tuple[str, str, bytes]
"""Language, kind, content."""


def in_each_language(
    reports: Mapping[str, "Report"], kinds: Iterable[str], progress: Listener
) -> Iterator[Printed]:
    """The report in each of its languages and in each kind of file."""
    wanted = [(language, kind) for language in reports for kind in kinds]
    for done, (language, kind) in enumerate(wanted):
        progress("making files", done, len(wanted))
        yield language, kind, written(reports[language], kind)


def side_by_side(reports: Mapping[str, "Report"], progress: Listener) -> Iterator[Printed]:
    """Every two languages beside each other, on paper."""
    from tracktwo.reports import SideBySide

    wanted = [(pair, kind) for pair in combinations(reports, 2) for kind in ON_PAPER]
    for done, ((one, other), kind) in enumerate(wanted):
        progress("making files in two languages", done, len(wanted))
        yield f"{one}+{other}", kind, written(SideBySide(reports[one], reports[other]), kind)


def written(document: "Document", kind: str) -> bytes:
    """A report as the bytes of a file."""
    from tracktwo.reports import to_docx, to_html, to_markdown, to_pdf

    match kind:
        case "pdf":
            return to_pdf(document)
        case "docx":
            return to_docx(document)
        case "html":
            return to_html(document).encode()
        case _:
            return to_markdown(document).encode()


def columns_of(printed: Printed) -> dict[str, object]:
    """What a row of a file holds."""
    language, kind, content = printed
    return {
        "language": language,
        "kind": kind,
        "content": content,
        "size": len(content),
        "sha256": sha256(content).hexdigest(),
    }


def is_whole(paper: Paper) -> bool:
    """Whether a file is still, to the byte, what was made."""
    return sha256(paper.content).hexdigest() == paper.sha256
