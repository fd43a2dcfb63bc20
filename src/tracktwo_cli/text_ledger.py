"""The ledger of a text on the terminal: what to settle first, then every bracket with what is known of it."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from tracktwo.errors import BracketError, InputError
from tracktwo.exchange.texts import TextFile
from tracktwo.locale import Words, translator
from tracktwo.text.brackets.grammar import read
from tracktwo.text.ledger import Entry, Ledger, Policy, ledger, obstacle_sentence, obstacles
from tracktwo.text.standing.disagreements import OpenWords
from tracktwo.text.standing.words import bracket_reasons
from tracktwo_cli.text_findings import wordings
from tracktwo_cli.text_source import source_of
from tracktwo_cli.text_tables import print_table, shown

RAGGED = 8
"""What two lines of a sentence lose because words are not broken."""


def ledger_of(
    path: Path, file: TextFile, *, session: int | None, policy: Policy, sides: tuple[str, ...]
) -> Ledger:
    """The ledger of a text; `InputError` with the place in its file where a bracket is not whole."""
    if not path.is_dir():
        _require_whole(path, sides)
    try:
        return ledger(file.text, session=session, policy=policy, sides=sides)
    except BracketError as error:
        message = f"{error} (a bracket ends in the paragraph in which it begins)"
        raise InputError(message, file=path) from None


def _require_whole(path: Path, sides: tuple[str, ...]) -> None:
    source = source_of(path)
    for fault in read(source.text, sides=sides).faults[:1]:
        place = f"{source.unit} {fault.line}, column {fault.column}"
        raise InputError(f"{place}: {fault.message}", file=path)


def tell_ledger(found: Ledger, *, name: str, language: str) -> None:
    """Print what stands between the sides and a clean text."""
    console = Console(highlight=False, soft_wrap=False)
    words = translator(language)
    console.print(Text(introduction(found, name, words)))
    for sentence in sentences(found, words):
        told = Text(shown(sentence))
        told.truncate(max(2 * console.width - RAGGED, RAGGED), overflow="ellipsis")
        console.print(Padding(told, (0, 0, 0, 2)))
    headings, rows = columns(found, words)
    print_table(console, words.gettext("Brackets"), headings, rows)


def introduction(found: Ledger, name: str, words: Words) -> str:
    """How many brackets are open, and at which session."""
    file, n = shown(name), len(found.entries)
    if not n:
        return words.gettext("No bracket stands in {file}.", file=file)
    if found.session is None:
        return words.ngettext(
            "{n} bracket stands between {file} and a clean text.",
            "{n} brackets stand between {file} and a clean text.",
            n,
            file=file,
        )
    return words.ngettext(
        "{n} bracket stands between {file} and a clean text in session {session}.",
        "{n} brackets stand between {file} and a clean text in session {session}.",
        n,
        file=file,
        session=words.number(found.session),
    )


def sentences(found: Ledger, words: Words) -> Iterator[str]:
    """What keeps the brackets open, the easiest first, and how many each side holds."""
    for one in obstacles(found):
        yield obstacle_sentence(one, words)
    if found.by_holder:
        held = (f"{side} {words.number(n)}" for side, n in sorted(found.by_holder.items()))
        yield words.gettext("Held by: {sides}.", sides=words.phrases(held))


def columns(found: Ledger, words: Words) -> tuple[list[str], list[list[Text]]]:
    """Headings and rows; a column in which nothing is noted is left out."""
    reasons = bracket_reasons(words)
    tell: dict[str, Callable[[Entry], str]] = {
        words.gettext("Bracket"): lambda one: one.id,
        words.gettext("No."): lambda one: one.number,
        words.gettext("Sessions"): lambda one: "" if one.age is None else words.number(one.age),
        words.gettext("Why"): lambda one: reasons[one.reason] if one.reason else "",
        words.gettext("Held by"): lambda one: words.names(one.holders),
        words.gettext("Wordings"): lambda one: wordings(_words(one.words, words), words),
    }
    cells = {heading: [shown(each(one)) for one in found.entries] for heading, each in tell.items()}
    held = {heading: column for heading, column in cells.items() if any(column)}
    rows = [list(map(Text, row)) for row in zip(*held.values(), strict=True)]
    return list(held), rows


def _words(those: Sequence[OpenWords], words: Words) -> OpenWords:
    """The words in the language that is printed, else in the first that has them."""
    return next((one for one in those if one.language == words.language), those[0])
