"""A chronology on the terminal: the date, what happened, and below it by whom, by whose account and from where."""

from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from tracktwo.dialogue import in_language
from tracktwo.locale import Words, translator
from tracktwo.locale.plain import plain
from tracktwo.roadmap.chronology import Chronology, Milestone, when_in_words

GAP, WIDEST = 2, 24
"""Between the columns; characters of the one with dates at most."""


def tell(chronology: Chronology, language: str) -> None:
    """Print the milestones in their order at the width of the terminal."""
    console = Console(highlight=False, soft_wrap=False)
    words = translator(language)
    for texts, style in ((chronology.title, "bold"), (chronology.note, "italic")):
        if text := in_language(texts, language):
            console.print(Text(plain(text), style=style))
    console.print(Text(introduction(chronology, words)))
    if chronology.milestones:
        console.print()
        console.print(_table(chronology, words))
    console.print()
    everything = words.gettext("All of it, as a document for programs")
    console.print(Text(f"{everything}  --json", style="dim"))


def introduction(chronology: Chronology, words: Words) -> str:
    """How many milestones there are, and of how many events the accounts differ."""
    if not chronology.milestones:
        return words.gettext("No milestone is there, or none was chosen.")
    n, several = len(chronology.milestones), len(chronology.disputes)
    told = [words.ngettext("{n} milestone.", "{n} milestones.", n)]
    if several:
        told.append(words.ngettext("Of {n} event there is more than one account.", "Of {n} events there is more than one account.", several))  # fmt: skip
    return words.sentences(told)


def _table(chronology: Chronology, words: Words) -> Table:
    dates = [when_in_words(one.when, words) for one in chronology.milestones]
    table = Table.grid(padding=(0, GAP, 0, 0))
    table.add_column(width=min(max(map(cell_len, dates)), WIDEST), overflow="fold")
    table.add_column(overflow="fold")
    for date, one in zip(dates, chronology.milestones, strict=True):
        text = Text(plain(one.text(words.language)))
        if one.agreed == "one":
            text.append(f"\n{_account(chronology, one, words)}", style="italic")
        for line in _below(chronology, one, words):
            text.append(f"\n{line}", style="dim")
        table.add_row(Text(date), text)
    return table


def _below(chronology: Chronology, one: Milestone, words: Words) -> Iterator[str]:
    """Who was part of it, and the sources."""
    if one.parties:
        yield words.names(_party(chronology, party, words) for party in one.parties)
    if one.sources:
        yield words.gettext("Source: {sources}", sources=words.phrases(map(plain, one.sources)))


def _account(chronology: Chronology, one: Milestone, words: Words) -> str:
    """Who tells it so, where it is not the account of both."""
    side = _party(chronology, one.account, words)
    return words.gettext("By the account of one side: {side}", side=side)


def _party(chronology: Chronology, party: str, words: Words) -> str:
    names = {one.id: one.name(words.language) for one in chronology.parties}
    return plain(names.get(party, party))
