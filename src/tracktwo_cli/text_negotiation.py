"""A negotiation on the terminal: how many brackets each session left open, and what the sides say."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from tracktwo.exchange.texts import read_negotiation
from tracktwo.exchange.texts.negotiation import is_negotiation
from tracktwo.locale import Words, translator
from tracktwo.text.ledger import Policy, Session, burn_down
from tracktwo.text.negotiation import Negotiation
from tracktwo.text.standing import Heard, Position, Stance, WayOut, disagreements, way_out
from tracktwo.text.standing.words import stance_names, way_out_sentence
from tracktwo_cli.text_tables import print_table, shown


def negotiation_in(path: Path) -> Negotiation | None:
    """The negotiation that a folder holds; None for a file, and for a folder that holds a text alone."""
    return read_negotiation(path) if is_negotiation(path) else None


def sessions_of(
    told: Negotiation, *, policy: Policy, sides: tuple[str, ...]
) -> tuple[Session, ...]:
    """What each session left open; where sides are hidden, by ids that name none of them."""
    named = (*sides, *sides_of(told)) if policy == "hidden" else sides
    return burn_down(told.ends(), sides=named, policy=policy)


def tell_negotiation(
    told: Negotiation, sessions: Sequence[Session], *, language: str, hides_sides: bool
) -> None:
    """Print what each session left open and, where sides are not hidden, what each says of what is open."""
    console = Console(highlight=False, soft_wrap=False)
    words = translator(language)
    headings = [words.gettext("Session"), words.gettext("Open"), words.gettext("Opened"), words.gettext("Closed")]  # fmt: skip
    rows = [session_row(one, words) for one in sessions]
    print_table(console, words.gettext("Session by session"), headings, rows)
    sides = sides_of(told)
    if sides and not hides_sides:
        _tell_sides(console, tuple(ways_out(told, sides)), sides, words)


def sides_of(told: Negotiation) -> tuple[str, ...]:
    """The sides that have said anything, by name."""
    return tuple(sorted({one.side for one in told.log}))


def ways_out(told: Negotiation, sides: tuple[str, ...]) -> Iterator[WayOut]:
    """How far the sides are from one wording of each bracket of which any of them has spoken."""
    said = [one for one in told.log if isinstance(one, Position)]
    spoken = {one.bracket for one in said}
    for one in disagreements(told.text):
        if one.id in spoken:
            yield way_out(one, said, sides=sides)


def session_row(one: Session, words: Words) -> list[Text]:
    """How many brackets were open at the end of a session, and which came and went in it."""
    return [
        Text(words.number(one.number)),
        Text(words.number(len(one.open))),
        Text(shown(words.names(one.opened))),
        Text(shown(words.names(one.closed))),
    ]


def stance_row(found: WayOut, heard: Heard, sides: Sequence[str], words: Words) -> list[Text]:
    """What each side says of one wording; a number names it as the ledger lists them."""
    choice = heard.alternative
    wording = words.gettext("no words") if choice is None else words.number(choice + 1)
    stances = (_stance(heard, side, words) for side in sides)
    return [Text(found.bracket), Text(wording), *map(Text, stances)]


def _stance(heard: Heard, side: str, words: Words) -> str:
    said = next((one for one in Stance if side in getattr(heard, one.value)), None)
    if said is None:
        return ""
    told = stance_names(words)[said]
    return words.gettext("{stance}, ad ref", stance=told) if side in heard.ad_ref else told


def _tell_sides(
    console: Console, found: Sequence[WayOut], sides: Sequence[str], words: Words
) -> None:
    headings = [words.gettext("Bracket"), words.gettext("Wording"), *map(shown, sides)]
    spoken = (
        (one, each) for one in found for each in one.wordings if len(each.silent) < len(sides)
    )
    rows = [stance_row(one, each, sides, words) for one, each in spoken]
    print_table(console, words.gettext("What the sides say"), headings, rows)
    for one in found:
        console.print(Padding(Text(shown(way_out_sentence(one, words))), (0, 0, 0, 2)))
