"""Where a roadmap stands on a day, in words: what was delivered, what is late, what slipped, and the next review."""

from collections.abc import Iterable, Iterator

from tracktwo.dialogue import in_language
from tracktwo.locale import Words
from tracktwo.locale.plain import plain
from tracktwo.roadmap import FollowUp, Item, Roadmap
from tracktwo.roadmap.dates import day_in_words
from tracktwo_cli.topics import Topic


def told_progress(roadmap: Roadmap, found: FollowUp, words: Words) -> Iterator[Topic]:
    """A topic a state that some item is in, then meetings without an outcome, then the review."""
    for title, items in (
        (words.gettext("Delivered"), found.delivered),
        (words.gettext("Overdue"), found.overdue),
        (words.gettext("Put off"), _without(found.slipped, found.overdue)),
        (words.gettext("Given up"), found.dropped),
        (words.gettext("Still to come"), _without(found.open, (*found.overdue, *found.slipped))),
    ):
        if items:
            yield Topic(title, tuple(_item_sentence(one, words) for one in items))
    if found.unheld:
        names = [plain(roadmap.meeting[one].name(words.language)) for one in found.unheld]
        yield Topic(words.gettext("Past, and without an outcome"), names)
    yield Topic(words.gettext("Review"), (_review(found, words),))


def _without(items: Iterable[Item], others: Iterable[Item]) -> list[Item]:
    """Items that stand under no heading yet."""
    told = {one.id for one in others}
    return [one for one in items if one.id not in told]


def _item_sentence(item: Item, words: Words) -> str:
    """What is delivered, by when, and why it is late or where one sees that it is there."""
    parts = [plain(item.text(words.language)), *_dates(item, words)]
    reason = in_language(item.reason, words.language)
    return words.phrases([*parts, *(plain(one) for one in (reason, item.evidence) if one)])


def _dates(item: Item, words: Words) -> Iterable[str]:
    if item.due:
        yield words.gettext("due {day}", day=day_in_words(item.due, words))
    if item.new_due:
        yield words.gettext("now due {day}", day=day_in_words(item.new_due, words))


def _review(found: FollowUp, words: Words) -> str:
    day = day_in_words(found.review, words)
    if found.is_review_due:
        return words.gettext("Due since {day}.", day=day)
    return words.gettext("Next on {day}.", day=day)
