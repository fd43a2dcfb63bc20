"""What a map says, on the terminal: sentences first, then what measures would do as a table."""

from collections.abc import Iterator

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tracktwo.dialogue import in_language
from tracktwo.influence import Contrast, Study, Tipping
from tracktwo.locale import Words, translator
from tracktwo.locale.plain import plain
from tracktwo.reports.influence import topics

MOST = 12
POINTS = 100


def tell(found: Study, contrast: Contrast | None, ends: Tipping | None, language: str) -> None:
    """Print what was found at the width of the terminal."""
    console = Console(highlight=False, soft_wrap=False)
    words = translator(language)
    if title := in_language(found.drawn.title, language):
        console.print(Text(plain(title), style="bold"))
    if note := in_language(found.drawn.note, language):
        console.print(Text(plain(note), style="italic"))
    console.print(Text(_introduction(found, words)))
    for topic in topics(found, contrast, words):
        console.print()
        console.print(Text(topic.title, style="bold"))
        for finding in topic.findings:
            console.print(Padding(Text(finding.sentence), (0, 0, 0, 2)))
        if topic.more:
            console.print(Padding(Text(topic.more, style="dim"), (0, 0, 0, 2)))
    for title, table in _tables(found, ends, words):
        console.print()
        console.print(Text(title, style="bold"))
        console.print(table)
    console.print()
    console.print(
        Text(
            f"{words.gettext('All of it as a table')}  --report FILE.html  --json FILE", style="dim"
        )
    )


def _introduction(found: Study, words: Words) -> str:
    return words.gettext(
        "{concepts}, {links}, {experts}.",
        concepts=words.ngettext("{n} concept", "{n} concepts", len(found.drawn.concepts)),
        links=words.ngettext("{n} link", "{n} links", len(found.drawn.links)),
        experts=words.ngettext("{n} expert", "{n} experts", len(found.judged.judges)),
    )


def _tables(found: Study, ends: Tipping | None, words: Words) -> Iterator[tuple[str, Table]]:
    """Tables with what stands above them."""
    is_at_rest = found.run.outcome == "settled"
    yield (
        words.gettext("Values at rest, of 100")
        if is_at_rest
        else words.gettext("Values after the last step, of 100"),
        _values(found, words),
    )
    if ends is not None:
        title = words.gettext("Where {n} random starts end", n=words.number(ends.starts))
        yield title, _ends(found, ends, words)


def _values(found: Study, words: Words) -> Table:
    """Where each risk stands, and all other concepts where there is no long list of them."""
    shown = found.risks if len(found.drawn.concepts) > MOST else found.drawn.ids
    table = _begun(words.gettext("Concept"), words.gettext("Value"))
    for concept in shown:
        drawn = found.drawn.concepts[found.drawn.place_of[concept]]
        value = words.number(found.states[concept] * POINTS, 1)
        table.add_row(Text(plain(drawn.text(words.language))), Text(value))
    return table


def _ends(found: Study, ends: Tipping, words: Words) -> Table:
    """The ends that starts lead to, and the risks there."""
    table = _begun(
        words.gettext("Share of starts"),
        words.gettext("Period"),
        words.gettext("Risks at that end"),
    )
    places = [found.drawn.place_of[risk] for risk in found.risks]
    for end in ends.ends[:MOST]:
        values = words.phrases(
            words.names(words.number(row[place] * POINTS) for place in places)
            for row in end.states.tolist()[:2]
        )
        table.add_row(words.percent(end.share), words.number(end.period), values)
    if others := ends.ends[MOST:]:
        told = words.ngettext("{n} end more", "{n} ends more", len(others))
        table.add_row(words.percent(sum(end.share for end in others)), "–", told)
    if ends.unsettled:
        table.add_row(
            words.percent(ends.unsettled / ends.starts), "–", words.gettext("did not come to rest")
        )
    return table


def _begun(*headings: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 1, 0, 0))
    for heading in headings:
        table.add_column(Text(heading), overflow="fold")
    return table
