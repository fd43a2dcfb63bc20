"""What Word's styles and lists say of a paragraph: a heading, an item, a line of the contents."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final, Literal

if TYPE_CHECKING:
    from docx.document import Document

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The name space of Word's elements."""

# lxml's elements carry no types of their own.
Element = Any
Item = Literal["", "bullet", "number"]
_KINDS: dict[str, Item] = {"list bullet": "bullet", "list number": "number"}
_OUTLINE = set("012345678")


class Styles:
    """Styles and lists of a document. Names of built-in styles are English in every Word's files."""

    def __init__(self, document: "Document") -> None:
        every = document.styles.element.iter(f"{W}style")
        self._styles: dict[str, Element] = {one.get(f"{W}styleId"): one for one in every}
        self._forms = _forms(document)

    def is_contents(self, paragraph: Element) -> bool:
        """Whether a paragraph is a line of the table of contents."""
        return any(name.startswith("toc ") for name in self._names(paragraph))

    def heading(self, paragraph: Element) -> int:
        """The level of a heading, 1 for a title, 0 for anything else."""
        for name in self._names(paragraph):
            if name == "title":
                return 1
            if name.startswith("heading ") and name[8:].isdecimal():
                return int(name[8:])
        for holder in (paragraph, *self._chain(paragraph)):
            level = holder.find(f"{W}pPr/{W}outlineLvl")
            if level is not None:
                return int(value(level, "9")) + 1 if value(level, "9") in _OUTLINE else 0
        return 0

    def item(self, paragraph: Element) -> tuple[Item, int]:
        """How a list marks a paragraph, and how deep it is set in."""
        names = self._names(paragraph)
        for holder in (paragraph, *self._chain(paragraph)):
            numbering = holder.find(f"{W}pPr/{W}numPr")
            if numbering is not None:
                level = value(numbering.find(f"{W}ilvl"), "0")
                form = self._forms.get((value(numbering.find(f"{W}numId"), "0"), level), "none")
                if form != "none":
                    return "bullet" if form == "bullet" else "number", int(level) or _level(names)
                break
        kind = next((kind for name in names for kind in _KINDS if name.startswith(kind)), "")
        return _KINDS.get(kind, ""), _level(names)

    def _names(self, paragraph: Element) -> list[str]:
        return [value(style.find(f"{W}name"), "").lower() for style in self._chain(paragraph)]

    def _chain(self, paragraph: Element) -> Iterator[Element]:
        """The style of a paragraph and those it is based on."""
        name, seen = value(paragraph.find(f"{W}pPr/{W}pStyle"), ""), set[str]()
        while name in self._styles and name not in seen:
            seen.add(name)
            yield self._styles[name]
            name = value(self._styles[name].find(f"{W}basedOn"), "")


def is_bold(paragraph: Element) -> bool:
    """Whether every run that says something is bold of its own accord."""
    runs = [run for run in paragraph.iter(f"{W}r") if _says_something(run)]
    marks = [run.find(f"{W}rPr/{W}b") for run in runs]
    return bool(marks) and all(
        one is not None and value(one, "1") not in {"0", "false"} for one in marks
    )


def value(element: Element, default: str) -> str:
    """The `val` of an element, or the default where there is none."""
    return default if element is None else str(element.get(f"{W}val", default))


def _says_something(run: Element) -> bool:
    return any((text.text or "").strip() for text in run.iter(f"{W}t"))


def _level(names: list[str]) -> int:
    """How deep Word's own list styles are set in: 1 for `List Bullet 2`."""
    found = next((one for one in names if one.startswith(tuple(_KINDS))), "")
    return int(found[-1]) - 1 if found[-1:].isdecimal() else 0


def _forms(document: "Document") -> dict[tuple[str, str], str]:
    """How each list is marked, by list and level: `bullet`, `decimal`, `lowerRoman`."""
    try:
        root: Element = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return {}
    levels = {
        abstract.get(f"{W}abstractNumId"): {
            level.get(f"{W}ilvl"): value(level.find(f"{W}numFmt"), "decimal")
            for level in abstract.iter(f"{W}lvl")
        }
        for abstract in root.iter(f"{W}abstractNum")
    }
    return {
        (one.get(f"{W}numId"), level): form
        for one in root.iter(f"{W}num")
        for level, form in levels.get(value(one.find(f"{W}abstractNumId"), ""), {}).items()
    }
