"""The parts of a DOCX as trees: an archive that cannot fill the memory, XML that cannot fetch."""

import io
import zipfile
import zlib
from pathlib import Path
from typing import Final, NoReturn
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from tracktwo.errors import InputError
from tracktwo.exchange.document.source import AS_DOCX, LARGEST

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The name space of Word's elements."""

_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
DAMAGED: Final = f"the DOCX is damaged and cannot be opened; {AS_DOCX}"
_DEEPEST = 250
_UNREADABLE = (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, OSError, EOFError, RuntimeError, KeyError)  # fmt: skip


class Package:
    """The parts of a DOCX, read when they are asked for.

    `InputError` in one sentence where the archive is damaged, is no DOCX, or would unpack to more
    than a document can be.
    """

    def __init__(self, path: Path, raw: bytes) -> None:
        self.path = path
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(raw))
            self._sizes = {one.filename: one.file_size for one in self._archive.infolist()}
        except _UNREADABLE:
            raise InputError(DAMAGED, file=path) from None
        if "word/document.xml" not in self._sizes:
            raise InputError(f"this is an archive and not a DOCX; {AS_DOCX}", file=path)
        if sum(self._sizes.values()) > LARGEST:
            raise InputError(
                "the DOCX is larger than 200 MB unpacked; give the text alone", file=path
            )

    def part(self, name: str) -> Element | None:
        """The root of a part, None where there is no such part."""
        if name not in self._sizes:
            return None
        return _Growing(self.path).grown(self._bytes(name))

    def _bytes(self, name: str) -> bytes:
        """A part as long as the archive says, and no longer."""
        size = self._sizes[name]
        try:
            with self._archive.open(name) as file:
                raw = file.read(size + 1)
        except _UNREADABLE:
            raise InputError(DAMAGED, file=self.path) from None
        if len(raw) > size:
            raise InputError(DAMAGED, file=self.path)
        return raw


class _Growing:
    """A tree while its parser reports it; names of the strict form become those of the usual one."""

    def __init__(self, path: Path) -> None:
        self.path, self.depth = path, 0
        self.tree = TreeBuilder()
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self.tree.data

    def grown(self, raw: bytes) -> Element:
        try:
            self.parser.Parse(raw, True)
        except (expat.ExpatError, LookupError, ValueError):
            raise InputError(DAMAGED, file=self.path) from None
        return self.tree.close()

    def _refuse(self, *_: object) -> NoReturn:
        message = f"the DOCX holds a DOCTYPE, which may hide other files; {AS_DOCX}"
        raise InputError(message, file=self.path)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise InputError("elements of the DOCX stand too deep in each other", file=self.path)
        self.tree.start(_name(tag), {_name(key): one for key, one in attributes.items()})

    def _end(self, tag: str) -> None:
        self.depth -= 1
        self.tree.end(_name(tag))


def _name(tag: str) -> str:
    whole = "{" + tag if "}" in tag else tag
    return W + whole.removeprefix(_STRICT) if whole.startswith(_STRICT) else whole


def value(element: Element | None, default: str = "") -> str:
    """The `val` of an element, or the default where there is none."""
    return default if element is None else element.get(f"{W}val", default)
