"""The items as cards on a board and as lines of a table: what each says at a glance."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from tracktwo.roadmap import ItemState
from tracktwo_web.dialogues.models import Side
from tracktwo_web.roadmaps.frame import Frame, frame_from
from tracktwo_web.roadmaps.models import Item, JointStep, Plan
from tracktwo_web.roadmaps.queries import asked_of_item
from tracktwo_web.roadmaps.telling import office_names, state_name, stream_name

OPEN = ("proposed", "agreed", "scheduled", "held", "slipped")


@dataclass(frozen=True)
class Card:
    """An item at a glance: who leads on each side, until when, and what the sides are asked."""

    item: Item
    state: str
    stream: str
    sides: tuple[Side, ...]
    leads: tuple[tuple[Side, str], ...]
    asked: JointStep | None
    is_overdue: bool

    @property
    def promised(self) -> date | None:
        """The date that counts now."""
        return self.item.new_due or self.item.due

    @property
    def in_columns(self) -> tuple[tuple[Side, str], ...]:
        """Who leads on every side, with nothing for a side that has named nobody."""
        known = dict(self.leads)
        return tuple((side, known.get(side, "")) for side in self.sides)


@dataclass(frozen=True)
class Column:
    """The items in one state."""

    state: str
    name: str
    cards: tuple[Card, ...]


def cards_of(
    items: Iterable[Item], sides: Iterable[Side], plan: Plan, *, today: date
) -> Iterator[Card]:
    """Each item as a card, sides in the order of the page. Once a roadmap is over, nothing is late any more."""
    frame, plan_ends = frame_from(plan.frame), plan.last
    those = list(sides)
    for item in items:
        promised = item.new_due or item.due
        yield Card(
            item,
            state_name(item.state),
            stream_name(item.stream),
            tuple(those),
            tuple(_leads(item, those, frame)),
            asked_of_item(item),
            is_overdue=item.state in OPEN
            and promised is not None
            and promised < today <= plan_ends,
        )


def columns_of(cards: Iterable[Card]) -> list[Column]:
    """The cards by state, in the order of the way; states without an item are left out."""
    found: dict[str, list[Card]] = {one.value: [] for one in ItemState}
    for card in cards:
        found[card.item.state].append(card)
    return [
        Column(state, state_name(state), tuple(those)) for state, those in found.items() if those
    ]


def _leads(item: Item, sides: list[Side], frame: Frame) -> Iterator[tuple[Side, str]]:
    for side in sides:
        if office := item.lead.get(side.code):
            yield side, office_names(frame, [office])[0]
