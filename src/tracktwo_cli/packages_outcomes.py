"""What was found of a negotiation domain, on the terminal."""

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from tracktwo._typing import Floats
from tracktwo.convergence import SOLUTIONS
from tracktwo.convergence.outcomes import Bargain
from tracktwo.exchange.convergence import DomainFiles
from tracktwo.locale import Words, said, translator
from tracktwo.locale.plain import plain
from tracktwo_cli.packages_telling import Told, Topic, print_topic, solution_name


def tell_domain(read: DomainFiles, worth: Floats, found: Bargain, language: str) -> None:
    """Print what was found at the width of the terminal."""
    console = Console(highlight=False, soft_wrap=False)
    words = translator(language)
    console.print(Text(_introduction(read, found, words)))
    for topic in _topics(read, worth, found, words):
        print_topic(console, topic)
    for note in read.notes:
        console.print()
        console.print(Text(plain(said(note, words)), style="dim"))
    console.print()
    everything = words.gettext("All of it, as a document for programs")
    console.print(Text(f"{everything}  --json", style="dim"))


def _introduction(read: DomainFiles, found: Bargain, words: Words) -> str:
    size = read.domain.size
    all_ = words.ngettext("{n} outcome, all looked at.", "{n} outcomes, all looked at.", size)
    edge = words.ngettext(
        "{n} of them is beaten by no other.", "{n} of them are beaten by no other.",
        len(found.frontier),
    )  # fmt: skip
    return words.sentences((all_, edge))


def _topics(read: DomainFiles, worth: Floats, found: Bargain, words: Words) -> Iterator[Topic]:
    places: dict[int, list[str]] = {}
    for name in SOLUTIONS:
        if (place := getattr(found, name)) is not None:
            places.setdefault(place, []).append(solution_name(name, words))
    if not places:
        text = words.gettext("No outcome gives every party more than it has without an agreement.")
        yield Topic(words.gettext("No agreement"), [Told((), [text])])
    for place, names in places.items():
        title = words.gettext("Outcome with the {names}", names=words.names(names))
        yield Topic(title, [Told(_values(read, place, words), [_worth(read, worth, place, words)])])


def _values(read: DomainFiles, place: int, words: Words) -> list[str]:
    return [
        words.gettext("{issue}: {value}", issue=plain(issue.name), value=plain(value))
        for issue, value in zip(read.domain.issues, read.domain.outcome(place), strict=True)
    ]


def _worth(read: DomainFiles, worth: Floats, place: int, words: Words) -> str:
    values = words.phrases(
        words.gettext(
            "{party} {value} (without: {reserved})",
            party=plain(profile.party),
            value=words.number(value, 3),
            reserved=words.number(profile.reserved, 3),
        )
        for profile, value in zip(read.profiles, worth[place].tolist(), strict=True)
    )
    return words.gettext("Worth: {values}.", values=values)
