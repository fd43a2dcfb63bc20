"""Items of a roadmap: what is to be delivered, by whom, when, and how one knows that it is done."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from tracktwo.dialogue import in_language
from tracktwo.roadmap.item_state import ItemState

Stream = Literal["diplomatic", "military", "expert"]
STREAMS: tuple[Stream, ...] = ("diplomatic", "military", "expert")
"""Diplomats, the armed forces, and experts who speak for nobody: Track II."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that both sides want to be there, and how they know that it is.

    `deliverable`, `done_when` and `reciprocity` (side A does this when side B does that) are by
    language. `lead` names the responsible office of each side. `meetings`, `depends` and `measures`
    are ids: of meetings that serve the item, of items that must be delivered before it, of measures
    of the report or of an influence map. `due` is the date first promised, `new_due` the one after it
    slipped. `reason` says why it slipped or was dropped, `evidence` where one sees that it was delivered.
    """

    id: str
    deliverable: Mapping[str, str] = field(default_factory=dict)
    done_when: Mapping[str, str] = field(default_factory=dict)
    theme: str = ""
    area: str = ""
    stream: Stream = "diplomatic"
    lead: Mapping[str, str] = field(default_factory=dict)
    meetings: tuple[str, ...] = ()
    start: date | None = None
    due: date | None = None
    depends: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    reciprocity: Mapping[str, str] = field(default_factory=dict)
    state: ItemState = ItemState.PROPOSED
    new_due: date | None = None
    reason: Mapping[str, str] = field(default_factory=dict)
    evidence: str = ""

    def text(self, language: str = "en") -> str:
        """What is to be delivered, in a language, else in another, else the id."""
        return in_language(self.deliverable, language) or self.id

    @property
    def promised(self) -> date | None:
        """The date that counts now."""
        return self.new_due or self.due


def what_is_wrong_with_item(item: Item) -> str:
    """What cannot be meant by an item taken by itself, in one sentence; empty where all is well.

    >>> what_is_wrong_with_item(Item("hotline", state=ItemState.DROPPED))
    "item 'hotline' is dropped and nobody says why; fill in its reason"
    """
    return next(_wrongs(item), "")


def _wrongs(item: Item) -> Iterator[str]:
    name = f"item {item.id!r}"
    if item.stream not in STREAMS:
        yield f"stream {item.stream!r} is not known; write {', '.join(STREAMS)}"
    if item.start and item.due and item.due < item.start:
        yield f"{name} is due on {item.due} before it starts on {item.start}; correct one of them"
    if item.new_due and item.due and item.new_due <= item.due:
        yield f"{name} has a new date {item.new_due} that is not later than {item.due}"
    if item.state in (ItemState.SLIPPED, ItemState.DROPPED) and not any(item.reason.values()):
        yield f"{name} is {item.state} and nobody says why; fill in its reason"
    if item.state is ItemState.SLIPPED and item.new_due is None:
        yield f"{name} has slipped and has no new date; fill in new_due"
    if item.state is ItemState.DELIVERED and not item.evidence.strip():
        yield f"{name} is delivered and nothing shows it; fill in its evidence"
    if item.state in (ItemState.SCHEDULED, ItemState.HELD) and not item.meetings:
        yield f"{name} is {item.state} and has no meeting; name its meetings"
