"""What became of a roadmap: delivered, late, slipped and dropped, and when to look at it again."""

from dataclasses import dataclass
from datetime import date

from tracktwo.roadmap.item_state import ItemState
from tracktwo.roadmap.items import Item
from tracktwo.roadmap.roadmap import Roadmap

_OPEN = (
    ItemState.PROPOSED,
    ItemState.AGREED,
    ItemState.SCHEDULED,
    ItemState.HELD,
    ItemState.SLIPPED,
)


@dataclass(frozen=True)
class FollowUp:
    """Where a roadmap stands on a day.

    `overdue` are items whose promised date has passed. `unheld` are meetings with a fixed day that has
    passed and no outcome. `review` is the day of the next review; it is due once that day has come.
    """

    on: date
    delivered: tuple[Item, ...]
    slipped: tuple[Item, ...]
    dropped: tuple[Item, ...]
    overdue: tuple[Item, ...]
    open: tuple[Item, ...]
    unheld: tuple[str, ...]
    review: date

    @property
    def is_review_due(self) -> bool:
        """Whether the day of the review has come."""
        return self.on >= self.review


def follow_up(roadmap: Roadmap, *, on: date) -> FollowUp:
    """Where a roadmap stands on a day.

    A slipped item is open too, and overdue once its new date has passed. Reviews follow each other by the
    months of the roadmap's conventions, a year where they say nothing, from its beginning or the last review.

    >>> plan = Roadmap("r", date(2022, 1, 31), date(2023, 12, 31), items=(Item("a", due=date(2022, 6, 1)),))
    >>> found = follow_up(plan, on=date(2022, 7, 1))
    >>> [one.id for one in found.overdue], found.review, found.is_review_due
    (['a'], datetime.date(2023, 1, 31), False)
    """
    return FollowUp(
        on,
        delivered=_in(roadmap, ItemState.DELIVERED),
        slipped=_in(roadmap, ItemState.SLIPPED),
        dropped=_in(roadmap, ItemState.DROPPED),
        overdue=tuple(
            one for one in _in(roadmap, *_OPEN) if one.promised is not None and one.promised < on
        ),
        open=_in(roadmap, *_OPEN),
        unheld=tuple(
            one.id
            for one in roadmap.meetings
            if one.day and one.day < on and not any(one.outcome.values())
        ),
        review=next_review(roadmap),
    )


def next_review(roadmap: Roadmap) -> date:
    """The day of the next review: the same day of the month, or its last where it is shorter."""
    since = roadmap.reviewed or roadmap.first
    months = since.year * 12 + since.month - 1 + roadmap.conventions.review
    year, month = divmod(months, 12)
    return date(year, month + 1, min(since.day, _length(year, month + 1)))


def _length(year: int, month: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - date(year, month, 1)).days


def _in(roadmap: Roadmap, *states: ItemState) -> tuple[Item, ...]:
    return tuple(one for one in roadmap.items if one.state in states)
