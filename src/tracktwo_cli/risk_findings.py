"""What the sides say of risks, on the terminal: findings in words, then a table of every risk."""

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from tracktwo.dialogue import in_language
from tracktwo.exchange.risks import RiskFolder
from tracktwo.locale import translator
from tracktwo.locale.plain import plain
from tracktwo.reports.risk import Telling, Topic, introduction, names_of, remarks, topics
from tracktwo.risk import Assessment
from tracktwo_cli.risk_tables import tables


def tell(found: Assessment, given: RiskFolder, language: str) -> None:
    """Print what was found at the width of the terminal."""
    console = Console(highlight=False, soft_wrap=False)
    telling = Telling(found, names_of(found, given.parties, language), translator(language))
    if title := in_language(given.title, language):
        console.print(Text(plain(title), style="bold"))
    if note := in_language(given.note, language):
        console.print(Text(plain(note), style="italic"))
    console.print(Text(introduction(telling)))
    for topic in topics(telling):
        _print_topic(console, topic)
    for sentence in remarks(telling):
        console.print()
        console.print(Text(sentence, style="dim"))
    for table in tables(telling, width=console.width):
        console.print()
        console.print(table)


def _print_topic(console: Console, topic: Topic) -> None:
    console.print()
    console.print(Text(topic.title, style="bold"))
    for told in topic.risks:
        text = Text(told.risk, style="italic")
        for one in told.sentences:
            text.append(f"\n{one}", style="not italic")
        console.print(Padding(text, (0, 0, 0, 2)))
