"""A text under negotiation as it is typed, a DOCX a paragraph a line; and as units, where they are compared."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from xml.etree.ElementTree import Element

from tracktwo.errors import InputError, OptionError
from tracktwo.exchange.document.languages import language_of
from tracktwo.exchange.document.source import bytes_of, is_zip, text_of
from tracktwo.exchange.texts import TextFile, read_text
from tracktwo.exchange.texts.docx_in.lines import Line, State, flows
from tracktwo.exchange.texts.docx_in.numbering import Numbering
from tracktwo.exchange.texts.docx_in.package import Package, W
from tracktwo.exchange.texts.docx_in.styles import Styles
from tracktwo.exchange.texts.markdown_in import is_own_markdown
from tracktwo.text.units import NegotiatedText

_BREAKS = re.compile(r"\r\n|[\r\n]")


@dataclass(frozen=True, slots=True)
class Source:
    """A text in one piece, and what its lines are: those of the file, or paragraphs of a DOCX."""

    text: str
    unit: Literal["line", "paragraph"]


def source_of(path: Path) -> Source:
    """A text as it stands, of a DOCX what came by tracked changes too; `InputError` where there is none."""
    raw = bytes_of(path)
    if not is_zip(raw):
        return Source(text_of(path, raw), "line")
    paragraphs = list(_paragraphs(Package(path, raw)))
    if not any(one.strip() for one in paragraphs):
        raise InputError("the DOCX holds no text; give one with paragraphs", file=path)
    return Source("\n".join(paragraphs), "paragraph")


def file_of(path: Path, written_in: str | None) -> TextFile:
    """A text as units; a file that does not say its language is in `written_in`, or is asked for its words."""
    if path.is_dir():
        return read_text(path)
    return read_text(path, language=written_in or language_of(source_of(path).text))


def has_ids(path: Path) -> bool:
    """Whether a path holds our own Markdown, whose ids name the same unit in every version."""
    return path.is_dir() or is_own_markdown(source_of(path).text)


def shared_language(files: dict[Path, NegotiatedText], written_in: str | None) -> str:
    """The language asked for, or the first that all texts hold; `OptionError` where one lacks it."""
    if written_in is not None:
        for path, text in files.items():
            if written_in not in text.languages:
                held = ", ".join(text.languages)
                raise OptionError(f"{path} is not in {written_in}; --written-in can be {held}")
        return written_in
    first, *others = files.values()
    shared = [one for one in first.languages if all(one in text.languages for text in others)]
    if not shared:
        told = " and ".join(f"{path} in {', '.join(text.languages)}" for path, text in files.items())  # fmt: skip
        raise OptionError(f"no language is in both: {told}; name it with --written-in")
    return shared[0]


def _paragraphs(package: Package) -> Iterator[str]:
    numbering = Numbering(package.part("word/numbering.xml"))
    styles = Styles(package.part("word/styles.xml"), numbering)
    root = package.part("word/document.xml")
    body = None if root is None else root.find(f"{W}body")
    for flow in flows(Element("none") if body is None else body, styles):
        yield from map(_words, flow)


def _words(line: Line) -> str:
    pieces = (one.text for one in line.pieces if one.state is not State.GONE)
    return _BREAKS.sub(" ", "".join(pieces))
