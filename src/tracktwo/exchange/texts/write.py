"""The one door out for negotiated texts: the ending says how, all of it is written or nothing."""

import re
from collections.abc import Callable, Iterator
from os import PathLike
from pathlib import Path

from tracktwo.errors import OptionError
from tracktwo.exchange.placing import place
from tracktwo.exchange.texts.akoma_out import as_akoma
from tracktwo.exchange.texts.docx_out.write import as_docx
from tracktwo.exchange.texts.html_out import as_html
from tracktwo.exchange.texts.layout import Layout
from tracktwo.exchange.texts.markdown_out import as_markdown
from tracktwo.exchange.texts.pdf_out import as_pdf
from tracktwo.exchange.texts.plain_out import as_plain
from tracktwo.exchange.texts.text_file import TextFile
from tracktwo.text.units import NegotiatedText, Unit

_NEVER = re.compile("[\0\ud800-\udfff]")
_NAME = re.compile(r"[^\s{}=]+")
_WRITTEN = "a folder, .md, .txt, .docx, .pdf, .html or .xml (Akoma Ntoso)"


def write_text(
    file: TextFile | NegotiatedText, path: str | PathLike[str], *, layout: Layout | None = None
) -> None:
    """Write a text; the ending says the format, a folder holds our own Markdown, a file a language.

    Proposals and remarks are in a DOCX, proposals in HTML and PDF too; the other formats hold the
    text. Nothing written names a person, a computer or a time. `OptionError` where the ending is
    not known, the text holds what a file cannot, or the file cannot be written.

    >>> import tempfile
    >>> text = NegotiatedText({"en": "Draft"}, ("en",), (Unit("u1", texts={"en": "We [may/shall] meet."}),))
    >>> target = Path(tempfile.mkdtemp()) / "text.txt"
    >>> write_text(text, target)
    >>> print(target.read_text(), end="")
    Draft
    <BLANKLINE>
    We [may/shall] meet.
    """
    told = TextFile(file) if isinstance(file, NegotiatedText) else file
    target, layout = Path(path), layout or Layout()
    _require_writable(told, layout)
    if target.is_dir() or not target.suffix:
        place(target, _folder(told.text, layout))
        return
    kind = WRITERS.get(target.suffix.lower())
    if kind is None:
        raise OptionError(f"{target.name} has no ending that says how to write it; name {_WRITTEN}")
    made = kind(told, layout)
    place(target.parent, {target.name: made if isinstance(made, bytes) else made.encode()})


def _folder(text: NegotiatedText, layout: Layout) -> dict[str, bytes]:
    languages = layout.languages or text.languages
    return {f"text.{one}.md": as_markdown(text, [one]).encode() for one in languages}


def _require_writable(file: TextFile, layout: Layout) -> None:
    text = file.text
    if not (layout.languages or text.languages):
        raise OptionError("the text has no language; name at least one")
    unknown = [one for one in layout.languages if one not in text.languages]
    if unknown:
        raise OptionError(f"the text is not in {unknown[0]}; use {', '.join(text.languages)}")
    added = [one.added for one in file.operations if one.added]
    for unit in (*text.units, *added):
        if not _NAME.fullmatch(unit.id):
            raise OptionError(f"{unit.id!r} is no id for a file; use one without blanks and braces")
    bad = next((one for one in _words(file, added) if _NEVER.search(one)), None)
    if bad is not None:
        raise OptionError(f"{bad[:40]!r} holds a character that UTF-8 text files cannot")


def _words(file: TextFile, added: list[Unit]) -> Iterator[str]:
    yield from (*file.text.title.values(), *file.text.languages)
    for unit in (*file.text.units, *added):
        yield from (unit.number, *unit.texts.values())
    yield from (each.words for one in file.operations for each in one.replacements)
    yield from (one.words for one in file.remarks)


def _markdown(file: TextFile, layout: Layout) -> str:
    return as_markdown(file.text, layout.languages or file.text.languages)


def _plain(file: TextFile, layout: Layout) -> str:
    return as_plain(file.text, layout.languages or file.text.languages)


WRITERS: dict[str, Callable[[TextFile, Layout], str | bytes]] = {
    ".md": _markdown,
    ".txt": _plain,
    ".docx": as_docx,
    ".pdf": as_pdf,
    ".html": as_html,
    ".xml": lambda file, layout: as_akoma(file.text, layout),
}
"""How each kind of file is written, by its ending."""
