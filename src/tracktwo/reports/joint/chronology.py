"""The chronology: what happened when, and where the sides tell one event in two ways."""

from tracktwo.figures.figure import Table
from tracktwo.figures.roadmap import chronology_picture
from tracktwo.locale import Words
from tracktwo.locale.plain import plain
from tracktwo.reports.tree import Block, TableBlock, figure_blocks
from tracktwo.roadmap.chronology import Chronology, Milestone, when_in_words


def chronology(found: Chronology, words: Words) -> tuple[Block, ...]:
    """Every milestone with its date as exactly as it is known, whose account it is, and its source."""
    if not found.milestones:
        return ()
    columns = (
        words.gettext("When"),
        words.gettext("What happened"),
        words.gettext("Account"),
        words.gettext("Source"),
    )
    rows = tuple(_row(one, found, words) for one in found.milestones)
    title = words.gettext("What happened, in the order of time")
    return (
        *figure_blocks("timeline", lambda width: chronology_picture(found, words, width=width), is_tabled=True),
        TableBlock("milestones", title, Table(columns, rows)),
    )  # fmt: skip


def _row(one: Milestone, found: Chronology, words: Words) -> tuple[str, ...]:
    return (
        when_in_words(one.when, words),
        plain(one.text(words.language)),
        _account(one, found, words),
        plain(words.names(one.sources)) or "–",
    )


def _account(one: Milestone, found: Chronology, words: Words) -> str:
    """Whose account it is, and whether the other side agrees to it."""
    if not one.account:
        return words.gettext("Both sides")
    names = {each.id: plain(each.name(words.language)) for each in found.parties}
    name = names.get(one.account, one.account)
    if one.agreed == "both":
        return words.gettext("{side}, agreed", side=name)
    return words.gettext("{side} alone", side=name)
