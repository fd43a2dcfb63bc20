"""The findings on the terminal."""

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from tracktwo.analysis import Analysis
from tracktwo.dialogue import in_language
from tracktwo.locale import translator
from tracktwo.locale.plain import plain
from tracktwo.reports import Finding, Topic, findings
from tracktwo_cli.tables import tables


def tell(analysis: Analysis, language: str) -> None:
    """Print what was found, in words and in tables, at the width of the terminal."""
    console = Console(highlight=False, soft_wrap=False)
    words = translator(language)
    if title := in_language(analysis.title, language):
        console.print(Text(plain(title), style="bold"))
    if note := in_language(analysis.note, language):
        console.print(Text(plain(note), style="italic"))
    for topic in findings(analysis, words).topics:
        _print_topic(console, topic)
    for table in tables(analysis, words, width=console.width):
        console.print()
        console.print(table)


def _print_topic(console: Console, topic: Topic) -> None:
    console.print()
    console.print(Text(topic.title, style="bold"))
    for finding in topic.findings:
        _print_finding(console, finding)
    if topic.more:
        console.print(Padding(Text(topic.more, style="dim"), (0, 0, 0, 2)))


def _print_finding(console: Console, finding: Finding) -> None:
    text = Text(finding.quote.text + "\n" if finding.quote else "", style="italic")
    text.append(finding.sentence, style="not italic")
    console.print(Padding(text, (0, 0, 0, 2)))
