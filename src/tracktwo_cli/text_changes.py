"""Two versions on the terminal: how much changed, then each changed unit with its words marked.

Words that are gone are struck and words that have come underlined; where the output is no terminal
they stand as [-gone-] and {+come+}.
"""

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from tracktwo.locale import Words, translator
from tracktwo.text.versions.comparison import ComparedUnit, Comparison, Fate, Stretch, StretchKind
from tracktwo_cli.text_tables import shown

KEPT = 60
"""Characters kept of unchanged words on either side of a change."""

_STYLES = {
    StretchKind.SAME: "",
    StretchKind.GONE: "red strike",
    StretchKind.COME: "green underline",
}
_SIGNS = {
    StretchKind.SAME: ("", ""),
    StretchKind.GONE: ("[-", "-]"),
    StretchKind.COME: ("{+", "+}"),
}


def tell_comparison(found: Comparison, language: str) -> None:
    """Print what has become of every unit that is not as it was."""
    console = Console(highlight=False, soft_wrap=False)
    words = translator(language)
    console.print(Text(introduction(found, words)))
    are_styled = console.is_terminal and not console.is_dumb_terminal
    for one in found.units:
        if has_news(one):
            console.print()
            console.print(Text(title(one, words), style="bold"))
            console.print(Padding(marked(one, are_styled=are_styled), (0, 0, 0, 2)))
    if others := renumbered(found, words):
        console.print()
        console.print(Text(others))


def has_news(one: ComparedUnit) -> bool:
    """Whether a unit has other words or another place; another number alone is none."""
    return one.fate is not Fate.UNCHANGED or one.moved


def renumbered(found: Comparison, words: Words) -> str:
    """The numbers that changed where nothing else did, in one sentence; "" where there are none."""
    told = [
        f"{shown(one.old_number) or '–'} → {shown(one.new_number) or '–'}"
        for one in found.units
        if one.is_renumbered and not has_news(one)
    ]
    if not told:
        return ""
    return words.gettext("Only the number changed: {numbers}", numbers=words.phrases(told))


def introduction(found: Comparison, words: Words) -> str:
    """How many units changed, came, went and moved, and how many are as they were."""
    if not found.differs:
        return words.gettext("Both versions are the same.")
    return words.phrases(_counts(found, words))


def _counts(found: Comparison, words: Words) -> Iterator[str]:
    moved = sum(one.moved for one in found.units)
    numbers = sum(one.is_renumbered for one in found.units)
    same = sum(not (has_news(one) or one.is_renumbered) for one in found.units)
    if n := found.count(Fate.CHANGED):
        yield words.ngettext("{n} passage changed", "{n} passages changed", n)
    if n := found.count(Fate.ADDED):
        yield words.ngettext("{n} passage added", "{n} passages added", n)
    if n := found.count(Fate.SUPPRESSED):
        yield words.ngettext("{n} passage taken out", "{n} passages taken out", n)
    if moved:
        yield words.ngettext("{n} passage moved", "{n} passages moved", moved)
    if numbers:
        yield words.ngettext("{n} passage renumbered", "{n} passages renumbered", numbers)
    if same:
        yield words.ngettext("{n} passage as it was", "{n} passages as they were", same)


def title(one: ComparedUnit, words: Words) -> str:
    """Where a unit stands in the new version, or stood in the old one, and what has become of it."""
    if one.fate is Fate.SUPPRESSED:
        return words.gettext("Passage {place} of the old version: taken out", place=_count(one.old_place))  # fmt: skip
    place = _count(one.new_place)
    if one.fate is Fate.ADDED:
        return words.gettext("Passage {place}: added", place=place)
    if one.moved:
        return _moved(one, place, words)
    return words.gettext("Passage {place}: changed", place=place)


def _moved(one: ComparedUnit, place: str, words: Words) -> str:
    values = {"place": place, "before": _count(one.old_place)}
    if one.fate is Fate.CHANGED:
        return words.gettext("Passage {place}: changed, moved from {before}", **values)
    return words.gettext("Passage {place}: moved from {before}", **values)


def _count(place: int | None) -> str:
    return str((place or 0) + 1)


def marked(one: ComparedUnit, *, are_styled: bool) -> Text:
    """The words of a unit, those that are gone or have come marked; long unchanged ones are cut."""
    whole = Text()
    for each in (*_number(one), *_shortened(one.stretches)):
        if told := shown(each.text):
            begin, end = ("", "") if are_styled else _SIGNS[each.kind]
            style = _STYLES[each.kind] if are_styled else ""
            whole.append(f"{begin}{told}{end}", style=style)
    return whole


def _number(one: ComparedUnit) -> Iterator[Stretch]:
    """The printed number as words of the unit."""
    if one.old_number == one.new_number and one.old_number:
        yield Stretch(StretchKind.SAME, f"{one.new_number} ")
        return
    if one.old_number:
        yield Stretch(StretchKind.GONE, one.old_number)
    if one.new_number:
        yield Stretch(StretchKind.COME, one.new_number)
    if one.old_number or one.new_number:
        yield Stretch(StretchKind.SAME, " ")


def _shortened(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    row = list(stretches)
    for place, one in enumerate(row):
        is_last, text = place == len(row) - 1, one.text
        if one.kind is not StretchKind.SAME or len(text) <= 2 * KEPT:
            yield one
            continue
        first = text[:KEPT] if place or is_last else ""
        last = "" if is_last else text[-KEPT:]
        yield Stretch(one.kind, f"{first}…{last}")
