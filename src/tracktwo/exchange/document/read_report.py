"""The one door in: a report document as a proposal."""

from collections.abc import Iterator
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

from tracktwo._typing import Progress, silent
from tracktwo.exchange.document.brackets import brackets_in
from tracktwo.exchange.document.claims import claim_of
from tracktwo.exchange.document.doubts import compounds_in, doubts_in
from tracktwo.exchange.document.languages import language_of
from tracktwo.exchange.document.listed import listed
from tracktwo.exchange.document.milestones import milestones_in
from tracktwo.exchange.document.outline import Block, Section, outline
from tracktwo.exchange.document.paragraphs import Paragraph, lines_of, paragraphs_of
from tracktwo.exchange.document.proposal import Passage, Proposal, Remark, Unit
from tracktwo.exchange.document.sides import sides_of
from tracktwo.exchange.document.source import bytes_of, is_zip, text_of
from tracktwo.exchange.document.topics import told
from tracktwo.exchange.document.wrapping import unwrapped


def read_report(
    path: str | PathLike[str], *, language: str | None = None, progress: Progress = silent
) -> Proposal:
    r"""What a report document seems to say, for a person to confirm.

    `path` is a text (UTF-8, Markdown or plain) or a DOCX of headings and lists. Headings tell what
    stands under them: who perceives whom, consequences, areas of convergence, milestones. Words in
    brackets and words in doubt are looked for everywhere. `language` is the document's own; without
    it, it is told from the text. Headings are understood in English, French and Chinese.

    Everything found carries its line (in a DOCX its paragraph) and the document's words. A document
    in which nothing is recognised gives a proposal that `is_empty`. Raises `InputError` for a file
    that cannot be read.

    >>> import tempfile
    >>> report = Path(tempfile.mkdtemp()) / "report.txt"
    >>> _ = report.write_text("NORTHERN PERCEPTIONS OF THE SOUTH\n\n- The South arms.\n- It hides it.\n")
    >>> [(one.holder, one.about, one.text, one.line) for one in read_report(report).perceptions]
    [('northern', 'south', 'The South arms.', 3), ('northern', 'south', 'It hides it.', 4)]
    """
    file = Path(path)
    progress("reading the document", 0, 0)
    source = _source(file)
    progress("looking for what it says", 0, 0)
    return _proposal(file.name, source, outline(source.paragraphs), language)


@dataclass(frozen=True, slots=True)
class _Source:
    """A document as paragraphs, and how it counts them."""

    paragraphs: list[Paragraph]
    unit: Unit
    length: int


def _source(path: Path) -> _Source:
    raw = bytes_of(path)
    if is_zip(raw):
        # Texts use what is here for reports; their reader of Word comes when a DOCX does.
        from tracktwo.exchange.document.docx_file import docx_paragraphs

        paragraphs, length = docx_paragraphs(path, raw)
        return _Source(paragraphs, "paragraph", length)
    lines = lines_of(text_of(path, raw))
    return _Source(unwrapped(paragraphs_of(lines)), "line", len(lines))


def _proposal(
    name: str, source: _Source, sections: list[Section], language: str | None
) -> Proposal:
    headings = [one.heading for one in sections if one.heading]
    sides = sides_of(
        [one for each in headings if (one := claim_of(each.text, each.line))], sections
    )
    parts = told(sections, sides.claims)
    lists = listed(parts)
    milestones, on_dates = milestones_in(parts)
    wording = _wording(sections)
    hidden = [Remark("hidden_heading", one.line, one.text) for one in headings if one.is_hidden]
    remarks = [*sides.remarks, *lists.remarks, *on_dates, *wording.remarks, *hidden]
    return Proposal(
        document=name,
        title=_title(source.paragraphs, headings),
        language=language or language_of("\n".join(one.text for one in source.paragraphs)),
        unit=source.unit,
        length=source.length,
        sides=sides.sides,
        perceptions=tuple(lists.perceptions),
        consequences=tuple(lists.consequences),
        areas=tuple(lists.areas),
        milestones=tuple(milestones),
        brackets=tuple(wording.brackets),
        doubts=tuple(wording.doubts),
        remarks=tuple(sorted(remarks, key=lambda one: one.line)),
    )


@dataclass(frozen=True, slots=True)
class _Wording:
    """Words that are not settled, wherever they stand."""

    brackets: list[Passage]
    doubts: list[Passage]
    remarks: list[Remark]


def _wording(sections: list[Section]) -> _Wording:
    found = _Wording([], [], [])
    for block in _everything(sections):
        passages, remarks = brackets_in(block)
        found.brackets.extend(passages)
        found.doubts.extend(doubts_in(block))
        found.remarks.extend([*remarks, *compounds_in(block)])
    return found


def _everything(sections: list[Section]) -> Iterator[Block]:
    for section in sections:
        if section.heading:
            yield section.heading
        yield from section.blocks


def _title(paragraphs: list[Paragraph], headings: list[Block]) -> str:
    """The first heading if the document begins with it, else its first short line."""
    if headings and headings[0].line == paragraphs[0].line:
        return headings[0].text
    first = paragraphs[0].text if paragraphs else ""
    return first if len(first) <= 160 else ""
