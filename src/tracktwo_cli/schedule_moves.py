"""Moves in words: what a repair moved, and what a move would break."""

from collections.abc import Iterator

from tracktwo.locale import Words
from tracktwo.locale.plain import plain
from tracktwo.roadmap import (
    Broken,
    Calendar,
    Repaired,
    Roadmap,
    RuleKind,
    Shift,
    Tried,
    rule_sentence,
)
from tracktwo.roadmap.dates import dated
from tracktwo_cli.topics import Topic

ITEM = "• "
"""Before each of several lines in a row."""


def told_repair(repaired: Repaired, words: Words) -> Topic:
    """What is elsewhere than in the earlier calendar, what is new in it, and what is gone."""
    return Topic(
        words.gettext("Since the earlier calendar"), tuple(_repair_sentences(repaired, words))
    )


def _repair_sentences(repaired: Repaired, words: Words) -> Iterator[str]:
    roadmap = repaired.calendar.roadmap
    for one in repaired.shifts:
        yield f"{ITEM}{shift_sentence(roadmap, one, words)}"
    for meeting in repaired.added:
        day, name = dated(repaired.calendar.at[meeting].day, words), _name(roadmap, meeting, words)
        yield ITEM + words.gettext("{meeting}: new, {day}", meeting=name, day=day)
    for meeting in repaired.gone:
        yield ITEM + words.gettext("{meeting}: no longer in the roadmap", meeting=meeting)
    if not (repaired.shifts or repaired.added or repaired.gone):
        yield words.gettext("Nothing had to move.")


def told_move(calendar: Calendar, tried: Tried, words: Words) -> Topic:
    """What a move would break, and what would have to move too."""
    roadmap, slot = calendar.roadmap, tried.slot
    title = words.gettext(
        "If it were moved: {meeting}, {day}, host {side}",
        meeting=_name(roadmap, slot.meeting, words),
        day=dated(slot.day, words),
        side=_side(roadmap, slot.host, words),
    )
    return Topic(title, tuple(_move_sentences(roadmap, tried, words)))


def _move_sentences(roadmap: Roadmap, tried: Tried, words: Words) -> Iterator[str]:
    if tried.is_free:
        yield words.gettext("Nothing stands in the way.")
        return
    yield words.gettext("It would break:")
    for one in tried.broken:
        yield f"{ITEM}{_broken_sentence(roadmap, one, words)}"
    if tried.shifts is None:
        yield words.gettext("No way was found to move other meetings out of its way.")
    elif tried.shifts:
        yield words.gettext("These would have to move too:")
        for shift in tried.shifts:
            yield f"{ITEM}{shift_sentence(roadmap, shift, words)}"
        if tried.fewest:
            yield words.gettext("Fewer would not do.")
    if any(not one.others for one in tried.broken):
        yield words.gettext("What it breaks by itself, no other move mends.")


def _broken_sentence(roadmap: Roadmap, one: Broken, words: Words) -> str:
    """The rule, and the meetings it is broken with where the rule does not name them itself."""
    sentence = rule_sentence(roadmap, one.rule, words)
    named = [other for other in one.others if other not in one.rule.about]
    if not named or one.rule.kind is RuleKind.ALTERNATE:
        return sentence
    others = words.names(_name(roadmap, other, words) for other in named)
    return words.sentences((sentence, words.gettext("With: {meetings}.", meetings=others)))


def shift_sentence(roadmap: Roadmap, one: Shift, words: Words) -> str:
    """From which day to which, and from which host to which where that changes."""
    told = {
        "meeting": _name(roadmap, one.meeting, words),
        "before": dated(one.before.day, words),
        "after": dated(one.after.day, words),
    }
    if one.before.host == one.after.host:
        return words.gettext("{meeting}: from {before} to {after}", **told)
    return words.gettext(
        "{meeting}: from {before} to {after}, host {side}",
        **told,
        side=_side(roadmap, one.after.host, words),
    )


def _name(roadmap: Roadmap, meeting: str, words: Words) -> str:
    return plain(roadmap.meeting[meeting].name(words.language))


def _side(roadmap: Roadmap, party: str, words: Words) -> str:
    return plain(roadmap.party_name(party, words.language))
