"""A proposal on the terminal: counts first, then every item with its place in the document."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tracktwo.exchange import Proposal
from tracktwo.exchange.document import Passage, Side, remark_sentence
from tracktwo.locale import Words, translator

LINES = 2
"""Lines of the terminal that one item may take."""
RAGGED, GAP = 16, 2
"""What two lines of text lose because words are not broken, and the gap between columns."""
MOST_SLASHES = 5
"""Slashes left alone that are listed one by one."""


@dataclass(frozen=True)
class Shelf:
    """A table to be: its title and, row by row, place, short cell and text (whole or cut)."""

    title: str
    rows: Sequence[tuple[int, str, str]]
    is_whole: bool = False


def tell(proposal: Proposal, language: str) -> None:
    """Print what was found at the width of the terminal."""
    console = Console(highlight=False, soft_wrap=False)
    words = translator(language)
    if proposal.title:
        console.print(Text(proposal.title, style="bold"))
    console.print(Text(_introduction(proposal, words)))
    if proposal.is_empty:
        return
    console.print()
    for sentence in counts(proposal, words):
        console.print(Padding(Text(sentence), (0, 0, 0, 2)))
    for shelf in shelves(proposal, words):
        console.print()
        console.print(Text(shelf.title, style="bold"))
        console.print(_table(shelf, proposal, words, console.width))
    console.print()
    more = words.gettext("All of it, to edit or to pass on")
    console.print(Text(f"{more}  --folder DIR  --json FILE", style="dim"))


def _introduction(proposal: Proposal, words: Words) -> str:
    if proposal.is_empty:
        return words.gettext(
            "Nothing in {document} was recognised: no heading that says who holds a view of whom, none on consequences, "
            "common interests or milestones, and no wording in brackets or in doubt.",
            document=proposal.document,
        )
    return words.gettext(
        "Proposed from {document}. A person confirms each item; its place in the document stands beside it.",
        document=proposal.document,
    )


def counts(proposal: Proposal, words: Words) -> Iterator[str]:
    """How many of each were found, a sentence each; what was not found is said too."""
    names = words.names(one.name for one in proposal.sides)
    n = len(proposal.sides)
    yield words.ngettext("{n} side: {names}", "{n} sides: {names}", n, names=names or "–")
    yield from _counted_perceptions(proposal, words)
    n = len(proposal.consequences)
    yield words.ngettext("{n} consequence or risk", "{n} consequences and risks", n)
    n = len(proposal.areas)
    yield words.ngettext("{n} area of common interest", "{n} areas of common interest", n)
    yield _counted_milestones(proposal, words)
    n = len(proposal.brackets)
    yield words.ngettext("{n} passage in brackets", "{n} passages in brackets", n)
    n = len(proposal.doubts)
    yield words.ngettext("{n} doubt without brackets", "{n} doubts without brackets", n)


def _counted_perceptions(proposal: Proposal, words: Words) -> Iterator[str]:
    pairs: dict[tuple[str, str], int] = {}
    for one in proposal.perceptions:
        pairs[one.holder, one.about] = pairs.get((one.holder, one.about), 0) + 1
    names = _names(proposal.sides)
    for (holder, about), n in pairs.items():
        yield words.ngettext(
            "{n} perception of {about} by {holder}",
            "{n} perceptions of {about} by {holder}",
            n,
            about=names[about],
            holder=names[holder],
        )
    if not pairs:
        yield words.ngettext("{n} perception", "{n} perceptions", 0)


def _counted_milestones(proposal: Proposal, words: Words) -> str:
    n = len(proposal.milestones)
    ranges = sum(one.is_range for one in proposal.milestones)
    if not ranges:
        return words.ngettext("{n} milestone", "{n} milestones", n)
    return words.ngettext(
        "{n} milestone, over several years",
        "{n} milestones, {ranges} of them over several years",
        n,
        ranges=words.number(ranges),
    )


def shelves(proposal: Proposal, words: Words) -> Iterator[Shelf]:
    """The tables that hold anything: what to look at first, then items in the order of a dialogue."""
    names = _names(proposal.sides)
    if unsure := list(_unsure(proposal, words)):
        yield Shelf(words.gettext("Please look at these first"), unsure, is_whole=True)
    for holder, about in dict.fromkeys((one.holder, one.about) for one in proposal.perceptions):
        held = [one for one in proposal.perceptions if (one.holder, one.about) == (holder, about)]
        title = words.gettext(
            "Perceptions of {about} by {holder}", about=names[about], holder=names[holder]
        )
        yield from _filled(title, [(one.line, one.source, one.text) for one in held])
    feared = [(one.line, one.source, one.text) for one in proposal.consequences]
    yield from _filled(words.gettext("Consequences and risks"), feared)
    shared = [(one.line, one.source, one.name) for one in proposal.areas]
    yield from _filled(words.gettext("Areas of common interest"), shared)
    passed = [(one.line, one.dated, one.text) for one in proposal.milestones]
    yield from _filled(words.gettext("Milestones"), passed)
    brackets = [
        (one.line, "[ ]", _wording(one, _bracketed(one.text), words)) for one in proposal.brackets
    ]
    doubts = [(one.line, "?", _wording(one, one.text, words)) for one in proposal.doubts]
    yield from _filled(words.gettext("Wording that is not settled"), [*brackets, *doubts])


def _filled(title: str, rows: Sequence[tuple[int, str, str]]) -> Iterator[Shelf]:
    if rows:
        yield Shelf(title, rows)


def _unsure(proposal: Proposal, words: Words) -> Iterator[tuple[int, str, str]]:
    """Remarks in the order of the document; of many slashes left alone, the first few."""
    slashes = 0
    for one in proposal.remarks:
        slashes += one.kind == "slash_kept"
        if one.kind != "slash_kept" or slashes <= MOST_SLASHES:
            yield one.line, "", remark_sentence(one, words)
    if slashes > MOST_SLASHES:
        more = slashes - MOST_SLASHES
        yield (
            0,
            "",
            words.ngettext(
                "{n} more term with a slash was left as it is.",
                "{n} more terms with a slash were left as they are.",
                more,
            ),
        )


def _wording(one: Passage, shown: str, words: Words) -> str:
    """What is not settled, with the words around it and the wordings to choose from."""
    place = "".join(("…" if one.before else "", one.before, shown, one.after))
    if not one.alternatives:
        return place
    chosen = words.names(words.quoted(wording) for wording in one.alternatives)
    return words.gettext("{wordings}, in: {place}", wordings=chosen, place=place)


def _bracketed(text: str) -> str:
    return text if text.startswith(("[", "［", "【", "〔")) and len(text) > 2 else f"[{text}]"


def _table(shelf: Shelf, proposal: Proposal, words: Words, width: int) -> Table:
    table = Table(
        box=box.SIMPLE_HEAD,
        show_edge=False,
        padding=(0, GAP - 1, 0, 0),
    )
    place = words.gettext("Line") if proposal.unit == "line" else words.gettext("Paragraph")
    short = max((cell_len(cell) for _, cell, _ in shelf.rows), default=0)
    table.add_column(Text(place), justify="right", no_wrap=True)
    if short:
        table.add_column(Text(""), no_wrap=True)
    table.add_column(Text(""), overflow="fold")
    room = max(width - cell_len(place) - short - 3 * GAP, 20)
    for line, cell, text in shelf.rows:
        cells = [str(line) if line else "", *([cell] if short else [])]
        table.add_row(*map(Text, cells), Text(text) if shelf.is_whole else _shortened(text, room))
    return table


def _shortened(text: str, room: int) -> Text:
    """A text cut to two lines of a column this wide."""
    shown = Text(text)
    shown.truncate(LINES * room - RAGGED, overflow="ellipsis")
    return shown


def _names(sides: Iterable[Side]) -> dict[str, str]:
    return {one.id: one.name for one in sides}
