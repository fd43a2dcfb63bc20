"""What a careful reader would mark, on the terminal: how much of what, then every place."""

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from tracktwo.locale import Words, translator
from tracktwo.text.brackets.places import Places
from tracktwo.text.lint import Flaw
from tracktwo.text.words import flaw_sentence, language_names
from tracktwo_cli.text_source import Source
from tracktwo_cli.text_tables import cut, in_place, place_heading, print_table, shown


def tell_lint(
    flaws: Sequence[Flaw], source: Source, *, name: str, written_in: str, language: str
) -> None:
    """Print every flaw with the words around it and what could stand there."""
    console = Console(highlight=False, soft_wrap=False)
    words = translator(language)
    console.print(Text(introduction(flaws, name, written_in, words)))
    places = Places.of(source.text)
    rows = [_row(one, source, places, words) for one in flaws]
    headings = (place_heading(source, words), words.gettext("Words"), words.gettext("Why"))
    print_table(console, words.gettext("Please look at these"), headings, rows)


def introduction(flaws: Sequence[Flaw], name: str, written_in: str, words: Words) -> str:
    """How many flaws there are, and in which language the text was read."""
    values = {"file": shown(name), "language": language_names(words)[written_in]}
    if not flaws:
        return words.gettext("Nothing to mark in {file}, read as {language}.", **values)
    return words.ngettext(
        "{n} place to look at in {file}, read as {language}. Nothing was changed.",
        "{n} places to look at in {file}, read as {language}. Nothing was changed.",
        len(flaws),
        **values,
    )


def _row(one: Flaw, source: Source, places: Places, words: Words) -> list[Text]:
    line, column = places.at(one.start)
    sentence = words.sentences(_sentences(one, words))
    return [Text(f"{line}:{column}"), in_place(source.text, one.start, one.end), Text(sentence)]


def _sentences(one: Flaw, words: Words) -> Iterator[str]:
    told = shown(flaw_sentence(one, words))
    yield told
    wanted = cut(one.suggestion or "")
    if wanted and words.quoted(wanted) not in told:
        yield words.gettext("Write {wanted}.", wanted=words.quoted(wanted))
