"""Moves in words: what a move would break, what would have to move too, and from where to where."""

from collections.abc import Iterator

from tracktwo.locale import Words
from tracktwo.locale.plain import plain
from tracktwo.roadmap.calendar.repair import Shift
from tracktwo.roadmap.calendar.rules import RuleKind
from tracktwo.roadmap.calendar.what_breaks import Broken, Tried
from tracktwo.roadmap.calendar.words import rule_sentence
from tracktwo.roadmap.dates import dated
from tracktwo.roadmap.roadmap import Roadmap

ITEM = "• "
"""Before each of several lines in a row."""


def move_sentences(roadmap: Roadmap, tried: Tried, words: Words) -> Iterator[str]:
    """What a move would break and what would have to move too, one line after another."""
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
    others = words.names(meeting_name(roadmap, other, words) for other in named)
    return words.sentences((sentence, words.gettext("With: {meetings}.", meetings=others)))


def shift_sentence(roadmap: Roadmap, one: Shift, words: Words) -> str:
    """From which day to which, and from which host to which where that changes."""
    told = {
        "meeting": meeting_name(roadmap, one.meeting, words),
        "before": dated(one.before.day, words),
        "after": dated(one.after.day, words),
    }
    if one.before.host == one.after.host:
        return words.gettext("{meeting}: from {before} to {after}", **told)
    return words.gettext(
        "{meeting}: from {before} to {after}, host {side}",
        **told,
        side=side_name(roadmap, one.after.host, words),
    )


def meeting_name(roadmap: Roadmap, meeting: str, words: Words) -> str:
    """A meeting as readers call it."""
    return plain(roadmap.meeting[meeting].name(words.language))


def side_name(roadmap: Roadmap, party: str, words: Words) -> str:
    """A side as readers call it."""
    return plain(roadmap.party_name(party, words.language))
