"""A DOCX as paragraphs, a table a row at a time.

Paragraphs are counted from the beginning, empty ones too, a table row as one. What a tracked change
inserts is read; what it deletes is not.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tracktwo.errors import InputError, OptionError
from tracktwo.exchange.document.docx_styles import Element, Styles, W, is_bold
from tracktwo.exchange.document.letters import plain
from tracktwo.exchange.document.paragraphs import TAB, Paragraph
from tracktwo.exchange.document.source import AS_DOCX, LARGEST

if TYPE_CHECKING:
    from docx.document import Document

_HIDDEN = {f"{W}{name}" for name in ("del", "moveFrom", "txbxContent", "instrText")} | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
}
_AROUND = {f"{W}{name}" for name in ("tbl", "sdt", "sdtContent", "ins", "moveTo")}
_SIGNS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": " ", f"{W}noBreakHyphen": "-"}
_DAMAGED = f"the DOCX is damaged and cannot be opened; {AS_DOCX}"


def docx_paragraphs(path: Path, raw: bytes) -> tuple[list[Paragraph], int]:
    """The paragraphs that say something, and how many there are with the empty ones."""
    try:
        import docx
        from docx.opc.exceptions import PackageNotFoundError
    except ImportError:
        raise OptionError("reading a DOCX needs: pip install 'tracktwo[web]'") from None
    _check_archive(path, raw)
    # A damaged file fails wherever its reader first stumbles; to a person it is all one.
    unreadable = (
        KeyError, ValueError, AttributeError, NotImplementedError, OSError, EOFError, SyntaxError,
        zipfile.BadZipFile, zlib.error, PackageNotFoundError,
    )  # fmt: skip
    try:
        return _paragraphs(docx.Document(io.BytesIO(raw)))
    except unreadable:
        raise InputError(_DAMAGED, file=path) from None


def _paragraphs(document: "Document") -> tuple[list[Paragraph], int]:
    styles = Styles(document)
    found: list[Paragraph] = []
    number = 0
    for number, element in enumerate(_blocks(document.element.body), start=1):
        if element.tag == f"{W}tr":
            found += [Paragraph(number, text, gap=True) for text in _row(element)]
        elif not styles.is_contents(element):
            found += [_paragraph(styles, element, number, text) for text in _lines(element)]
    return found, number


def _check_archive(path: Path, raw: bytes) -> None:
    """Refuse what is no DOCX, and an archive that would fill the memory when unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            names = set(archive.namelist())
            size = sum(one.file_size for one in archive.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise InputError(_DAMAGED, file=path) from None
    if "word/document.xml" not in names:
        raise InputError(f"this is an archive and not a DOCX; {AS_DOCX}", file=path)
    if size > LARGEST:
        raise InputError("the DOCX is larger than 200 MB unpacked; give the text alone", file=path)


def _blocks(body: Element) -> Iterator[Element]:
    """Paragraphs and table rows in order, those in content controls too."""
    waiting = list(reversed(body))
    while waiting:
        child = waiting.pop()
        if child.tag in {f"{W}p", f"{W}tr"}:
            yield child
        elif child.tag in _AROUND:
            waiting.extend(reversed(child))


def _paragraph(styles: Styles, element: Element, number: int, text: str) -> Paragraph:
    item, level = styles.item(element)
    return Paragraph(
        number,
        text,
        depth=TAB * level,
        gap=True,
        heading=styles.heading(element),
        item=item,
        is_bold=is_bold(element),
    )


def _row(element: Element) -> list[str]:
    """The cells of a row one after the other, as one text."""
    cells = (" ".join(_lines(cell)) for cell in element.iter(f"{W}tc"))
    whole = " ".join(filter(None, cells))
    return [whole] if whole else []


def _lines(element: Element) -> list[str]:
    """The text of a paragraph or cell; a break made by hand begins a line of its own."""
    return [text for one in "".join(_pieces(element)).split("\n") if (text := plain(one))]


def _pieces(element: Element) -> Iterator[str]:
    waiting = [element]
    while waiting:
        one = waiting.pop()
        if one.tag in _HIDDEN:
            continue
        if one.tag == f"{W}t":
            yield one.text or ""
        elif one.tag in _SIGNS:
            yield _SIGNS[one.tag]
        elif one.tag == f"{W}p" and one is not element:
            yield "\n"
        waiting.extend(reversed(one))
