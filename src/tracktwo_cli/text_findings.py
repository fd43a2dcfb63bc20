"""A checked text on the terminal: what stands between it and a clean one, then every place."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from tracktwo.locale import Words, said, translator
from tracktwo.text.brackets.candidates import Candidate
from tracktwo.text.brackets.check import BracketKind, Check, CheckedBracket, check
from tracktwo.text.standing.disagreements import OpenWords
from tracktwo_cli.text_source import Source, source_of
from tracktwo_cli.text_tables import cut, place_heading, print_table, shown


def checked(path: Path, sides: tuple[str, ...]) -> tuple[Check, Source, str]:
    """What is found in a file, its text, and its name."""
    source = source_of(path)
    return check(source.text, sides=sides), source, path.name


def tell_check(found: Check, source: Source, *, name: str, language: str) -> None:
    """Print the brackets, the candidates and the errors of a text."""
    console = Console(highlight=False, soft_wrap=False)
    words = translator(language)
    console.print(Text(introduction(found, name, words)))
    for sentence in kinds(found, words):
        console.print(Padding(Text(sentence), (0, 0, 0, 2)))
    _print_tables(console, found, source, words)
    if found.brackets or found.candidates:
        console.print()
        everything = words.gettext("All of it as a table")
        console.print(Text(f"{everything}  --json", style="dim"))


def introduction(found: Check, name: str, words: Words) -> str:
    """How many brackets there are, how deep, how many are not whole, and what else to look at."""
    return words.sentences(_sentences(found, shown(name), words))


def _sentences(found: Check, name: str, words: Words) -> Iterator[str]:
    yield _counted(found, name, words)
    if (deepest := max((one.depth for one in found.brackets), default=0)) > 1:
        yield words.ngettext(
            "At the deepest, {n} stands in another.",
            "At the deepest, {n} stand in one another.",
            deepest,
        )
    if found.errors:
        yield words.ngettext(
            "At {n} place a bracket is not whole.",
            "At {n} places a bracket is not whole.",
            len(found.errors),
        )
    if found.candidates:
        yield words.ngettext(
            "{n} place may have to be read otherwise; a person decides.",
            "{n} places may have to be read otherwise; a person decides.",
            len(found.candidates),
        )


def _counted(found: Check, name: str, words: Words) -> str:
    if found.brackets:
        n = len(found.brackets)
        return words.ngettext("{n} bracket in {file}.", "{n} brackets in {file}.", n, file=name)
    if found.errors:
        return words.gettext("No whole bracket stands in {file}.", file=name)
    return words.gettext("No bracket stands in {file}.", file=name)


def kinds(found: Check, words: Words) -> Iterator[str]:
    """How many brackets of each kind there are, a sentence each."""
    count = Counter(one.kind for one in found.brackets)
    told: dict[BracketKind, str] = {
        "alternatives": words.ngettext(
            "{n} with a choice of wordings",
            "{n} with a choice of wordings",
            count["alternatives"],
        ),
        "doubt": words.ngettext(
            "{n} with one wording in doubt", "{n} with one wording in doubt", count["doubt"]
        ),
        "text": words.ngettext(
            "{n} with one wording that is not agreed",
            "{n} with one wording that is not agreed",
            count["text"],
        ),
        "placeholder": words.ngettext(
            "{n} still to be filled in", "{n} still to be filled in", count["placeholder"]
        ),
    }
    yield from (sentence for kind, sentence in told.items() if count[kind])


def _print_tables(console: Console, found: Check, source: Source, words: Words) -> None:
    place = place_heading(source, words)
    errors = [
        [Text(f"{one.line}:{one.column}"), Text(shown(said(one.message, words)))]
        for one in found.errors
    ]
    print_table(
        console,
        words.gettext("Brackets that are not whole"),
        (place, words.gettext("What to do")),
        errors,
    )
    brackets = [
        [Text(f"{one.line}:{one.column}"), Text(str(one.depth)), Text(wordings(one, words))]
        for one in found.brackets
    ]
    headings = (place, words.gettext("Depth"), words.gettext("Wordings"))
    print_table(console, words.gettext("Brackets"), headings, brackets)
    candidates = [
        [Text(f"{one.line}:{one.column}"), Text(cut(one.text)), Text(reason(one, words))]
        for one in found.candidates
    ]
    headings = (place, words.gettext("Words"), words.gettext("Why"))
    print_table(console, words.gettext("Please look at these too"), headings, candidates)


def wordings(one: CheckedBracket | OpenWords, words: Words) -> str:
    """The wordings of a bracket, each with its label, and whether they are in doubt."""
    if one.kind == "placeholder":
        told = _wording("", one.alternatives[0], words)
        return words.gettext("{wording}, to be filled in", wording=told)
    told = words.names(
        _wording(label, text, words)
        for label, text in zip(one.labels, one.alternatives, strict=True)
    )
    return words.gettext("{wordings}, in doubt", wordings=told) if one.doubt else told


def _wording(label: str, text: str, words: Words) -> str:
    told = words.quoted(cut(text)) if text.strip() else words.gettext("no words")
    return words.gettext("{label}: {wording}", label=cut(label), wording=told) if label else told


def reason(one: Candidate, words: Words) -> str:
    """Why a person should look at a place, and the wordings it may offer."""
    return words.sentences((_reasons(words)[one.reason], *_offered(one, words)))


def _reasons(words: Words) -> dict[str, str]:
    return {
        "doubt": words.gettext("A question mark stands in mid-sentence."),
        "to_confirm": words.gettext("A note says that this is still to be confirmed."),
        "spaced_slash": words.gettext("A slash with spaces stands between two words."),
        "joined_names": words.gettext("The slash in this bracket may join two names."),
        "joined_numbers": words.gettext("The slash between these numbers was read as part of one."),
        "number": words.gettext(
            "This was read as a reference; it may be a number that is not agreed."
        ),
    }


def _offered(one: Candidate, words: Words) -> Iterator[str]:
    told = words.names(words.quoted(cut(each)) for each in one.alternatives)
    if len(one.alternatives) > 1:
        yield words.gettext("It may be a choice of {wordings}.", wordings=told)
    elif one.reason == "joined_names":
        yield words.gettext("It may be one wording: {wordings}.", wordings=told)
