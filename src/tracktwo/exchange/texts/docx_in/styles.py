"""What a style says of a paragraph: a heading and its level, a lead-in, an item, a list."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from tracktwo.exchange.texts.docx_in.numbering import Numbering
from tracktwo.exchange.texts.docx_in.package import W, value
from tracktwo.text.units import UnitKind

_HEADING = re.compile(r"heading ([1-9])")
_ITEM = re.compile(r"text item ([1-9])")
_LISTED = re.compile(r"list (?:bullet|number)(?: ([1-5]))?")


@dataclass(frozen=True, slots=True)
class Form:
    """What a paragraph is by its style. `num` and `level_in_list` name its list, "" for none."""

    kind: UnitKind = UnitKind.PARAGRAPH
    level: int = 1
    num: str = ""
    level_in_list: int = 0
    is_title: bool = False
    is_contents: bool = False
    is_sure: bool = False


class Styles:
    """The styles of a document; names of built-in styles are English in every Word's files."""

    def __init__(self, root: Element | None, numbering: Numbering) -> None:
        every = [] if root is None else root.findall(f"{W}style")
        self._styles = {one.get(f"{W}styleId", ""): one for one in every}
        self._numbering = numbering

    def form(self, paragraph: Element) -> Form:
        """What a paragraph is."""
        names = self.names(paragraph)
        if any(one.startswith("toc ") for one in names):
            return Form(is_contents=True)
        if "title" in names:
            return Form(UnitKind.HEADING, is_title=True)
        num, deep = self._list(paragraph)
        level = self._outline(paragraph, names)
        if level:
            return Form(UnitKind.HEADING, level, num, deep)
        return _own(names) or self._listed(names, num, deep)

    def names(self, paragraph: Element) -> list[str]:
        """The names of its style and of those it is based on, in small letters."""
        return [value(one.find(f"{W}name")).lower() for one in self._chain(paragraph)]

    def _listed(self, names: list[str], num: str, deep: int) -> Form:
        """An item of a list, or a paragraph with or without a number."""
        listed = next((found for one in names if (found := _LISTED.match(one))), None)
        form = self._numbering.level(num, deep)
        if form and self._is_item(form.form, form.text, deep):
            return Form(UnitKind.ITEM, deep + 1, num, deep)
        if listed and not form:
            return Form(UnitKind.ITEM, int(listed[1] or 1))
        return Form(num=num, level_in_list=deep)

    @staticmethod
    def _is_item(form: str, text: str, deep: int) -> bool:
        """A paragraph counted 1., 2. or 第一条 stands for itself; a bullet, (a) or i) is of a list."""
        return form != "none" and (
            deep > 0 or form == "bullet" or form.startswith(("lower", "upper")) or text[:1] in "(（"
        )

    def _outline(self, paragraph: Element, names: list[str]) -> int:
        for name in names:
            if found := _HEADING.fullmatch(name):
                return int(found[1])
        for holder in (paragraph, *self._chain(paragraph)):
            level = holder.find(f"{W}pPr/{W}outlineLvl")
            if level is not None:
                told = value(level, "9")
                return int(told) + 1 if told in set("012345678") else 0
        return 0

    def _list(self, paragraph: Element) -> tuple[str, int]:
        for holder in (paragraph, *self._chain(paragraph)):
            numbering = holder.find(f"{W}pPr/{W}numPr")
            num = None if numbering is None else numbering.find(f"{W}numId")
            if numbering is None or num is None:
                continue
            name, deep = value(num, "0"), numbering.find(f"{W}ilvl")
            if name == "0":
                return "", 0
            if deep is not None and value(deep) in set("012345678"):
                return name, int(value(deep))
            return name, self._numbering.level_of_style(name, holder.get(f"{W}styleId", ""))
        return "", 0

    def _chain(self, paragraph: Element) -> Iterator[Element]:
        """The style of a paragraph and those it is based on."""
        name, seen = value(paragraph.find(f"{W}pPr/{W}pStyle")), set[str]()
        while name in self._styles and name not in seen:
            seen.add(name)
            yield self._styles[name]
            name = value(self._styles[name].find(f"{W}basedOn"))


def _own(names: list[str]) -> Form | None:
    """The styles of the documents that we write."""
    for name in names:
        if found := _ITEM.fullmatch(name):
            return Form(UnitKind.ITEM, int(found[1]), is_sure=True)
        if name == "text chapeau":
            return Form(UnitKind.CHAPEAU, is_sure=True)
        if name == "text paragraph":
            return Form(is_sure=True)
    return None
