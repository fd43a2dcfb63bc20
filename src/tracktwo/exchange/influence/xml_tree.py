"""XML as a tree whose elements know their line, without anything that could expand or be fetched."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn
from xml.parsers import expat

from tracktwo.errors import InputError
from tracktwo.exchange.influence.place import Place
from tracktwo.exchange.text import read_bytes

DEEPEST = 200
_NO_DOCTYPE = "the file declares a DOCTYPE, which may hide other files in it; remove that line"


@dataclass
class Element:
    """A tag without its namespace, attributes, the text before and between children, children."""

    tag: str
    attributes: dict[str, str]
    line: int
    pieces: list[str] = field(default_factory=list)
    children: list["Element"] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    def every(self, tag: str) -> Iterator["Element"]:
        """The children with a tag."""
        return (child for child in self.children if child.tag == tag)

    def first(self, tag: str) -> "Element | None":
        return next(self.every(tag), None)

    def below(self, tag: str) -> Iterator["Element"]:
        """All with a tag, at any depth, in order."""
        for child in self.children:
            if child.tag == tag:
                yield child
            yield from child.below(tag)

    def at(self, path: Path) -> Place:
        return Place(path, self.line)


def read_xml(path: Path) -> Element:
    """The root of an XML file; `InputError` with the line where it is damaged or holds a DOCTYPE."""
    raw = read_bytes(path)
    growing = _Growing(path)
    try:
        growing.parser.Parse(raw, True)
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        message = f"this is not well-formed XML ({reason}); export it again"
        raise InputError(message, file=path, line=error.lineno) from None
    except (LookupError, ValueError):
        raise InputError("the encoding is not known; save the file as UTF-8", file=path) from None
    return growing.top.children[0]


class _Growing:
    """The tree while expat reports its parts."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.top = Element("", {}, 1)
        self.open = [self.top]
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self.refuse
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters

    def refuse(self, *_: object) -> NoReturn:
        raise InputError(_NO_DOCTYPE, file=self.path, line=self.parser.CurrentLineNumber)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        line = self.parser.CurrentLineNumber
        if len(self.open) > DEEPEST:
            raise InputError("elements stand too deep in each other", file=self.path, line=line)
        local = {name.rpartition(" ")[2]: value for name, value in attributes.items()}
        element = Element(tag.rpartition(" ")[2], local, line)
        self.open[-1].children.append(element)
        self.open.append(element)

    def end(self, _tag: str) -> None:
        self.open.pop()

    def characters(self, text: str) -> None:
        self.open[-1].pieces.append(text)
