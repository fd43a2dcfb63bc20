"""Numbers that Word counts by itself, as it prints them."""

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from tracktwo.exchange.texts.docx_in.package import W, value
from tracktwo.text.changes.numbers import Number, chinese

_PLACE = re.compile(r"%([1-9])")
_CHINESE = {"chineseCounting", "chineseCountingThousand", "ideographTraditional", "taiwaneseCounting", "taiwaneseCountingThousand", "japaneseCounting"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Level:
    """How a list prints one of its levels; `style` is the paragraph style that stands for it."""

    form: str
    text: str
    start: int
    style: str = ""
    is_decimal: bool = False


@dataclass(frozen=True, slots=True)
class _List:
    abstract: str
    levels: dict[int, Level]
    restarts: dict[int, int]


class Numbering:
    """The lists that a document defines."""

    def __init__(self, root: Element | None) -> None:
        none = Element("none")
        abstract = (
            {
                one.get(f"{W}abstractNumId", ""): _levels(one)
                for one in (root or none).findall(f"{W}abstractNum")
            }
            if root is not None
            else {}
        )
        self.lists = {
            one.get(f"{W}numId", ""): _list(one, abstract)
            for one in (root if root is not None else none).findall(f"{W}num")
        }

    def level(self, num: str, level: int) -> Level | None:
        """How a list prints a level; None where it prints nothing, as list 0 does."""
        found = self.lists.get(num)
        return found.levels.get(level) if found else None

    def level_of_style(self, num: str, style: str) -> int:
        """The level that a paragraph style stands for, 0 where none is named."""
        found = self.lists.get(num)
        named = found.levels.items() if found else ()
        return next((key for key, one in named if one.style == style and style), 0)


@dataclass(slots=True)
class Counting:
    """Counts on through a document."""

    numbering: Numbering
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    met: set[tuple[str, int]] = field(default_factory=set)

    def printed(self, num: str, level: int) -> str:
        """The number before the next paragraph of that list and level; "" for a bullet."""
        found, form = self.numbering.lists.get(num), self.numbering.level(num, level)
        if found is None or form is None:
            return ""
        counts = self.counts.setdefault(found.abstract, {})
        if level in found.restarts and (num, level) not in self.met:
            counts[level] = found.restarts[level]
        else:
            counts[level] = counts.get(level, form.start - 1) + 1
        self.met.add((num, level))
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        if form.form == "bullet":
            return ""
        return _PLACE.sub(lambda one: self._one(found, counts, int(one[1]) - 1, form), form.text)

    def _one(self, found: _List, counts: dict[int, int], level: int, of: Level) -> str:
        form = found.levels.get(level)
        if form is None:
            return ""
        return _counted(counts.get(level, form.start), "decimal" if of.is_decimal else form.form)


def _counted(count: int, form: str) -> str:
    if form in ("none", "bullet"):
        return ""
    if form == "decimalZero":
        return f"{count:02}"
    if form in _CHINESE and 0 < count < 1000:
        return chinese(count)
    if form == "ideographEnclosedCircle" and 0 < count <= 20:
        return chr(0x245F + count)
    if count > 0 and form in ("lowerRoman", "upperRoman", "lowerLetter", "upperLetter"):
        core = "a" if form.startswith("lower") else "A"
        return Number("", core, "").valued(count, roman=form.endswith("Roman")).core
    return str(count)


def _levels(abstract: Element) -> dict[int, Level]:
    return {_whole(one.get(f"{W}ilvl", "0")): _level(one) for one in abstract.findall(f"{W}lvl")}


def _level(one: Element) -> Level:
    return Level(
        value(one.find(f"{W}numFmt"), "decimal"),
        value(one.find(f"{W}lvlText")),
        _whole(value(one.find(f"{W}start"), "1")),
        value(one.find(f"{W}pStyle")),
        one.find(f"{W}isLgl") is not None,
    )


def _list(num: Element, abstract: dict[str, dict[int, Level]]) -> _List:
    name = value(num.find(f"{W}abstractNumId"))
    levels, restarts = dict(abstract.get(name, {})), dict[int, int]()
    for one in num.findall(f"{W}lvlOverride"):
        level = _whole(one.get(f"{W}ilvl", "0"))
        own, start = one.find(f"{W}lvl"), one.find(f"{W}startOverride")
        if own is not None:
            levels[level] = _level(own)
        if start is not None:
            restarts[level] = _whole(value(start, "1"))
    return _List(name, levels, restarts)


def _whole(text: str) -> int:
    return int(text) if re.fullmatch(r"\d{1,6}", text) else 0
