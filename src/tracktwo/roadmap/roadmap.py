"""A roadmap: what is to be delivered, the meetings that serve it, who sits in them, and what binds the calendar."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import pairwise

from tracktwo.dialogue import Party, in_language
from tracktwo.roadmap.flaws import refuse_flaws
from tracktwo.roadmap.item_machine import Asked, after_step, why_no_step
from tracktwo.roadmap.item_state import ItemState, ItemStep
from tracktwo.roadmap.items import Item
from tracktwo.roadmap.meetings import Meeting, Seat
from tracktwo.roadmap.places import Absence, Blackout, Conventions, Place
from tracktwo.roadmap.refusals import step_refused


@dataclass(frozen=True)
class Roadmap:
    """A whole roadmap between `first` and `last`, checked when made; `InputError` where it cannot be meant.

    `id` makes the identity of its events in other people's calendars: keep it. `edition` counts the
    times it was sent round. `reviewed` is the day of the last yearly review. `countries` are names of
    countries by code and language.

    >>> day = date(2022, 3, 1)
    >>> brussels = Place("brussels", "BE", "Europe/Brussels", party="nato")
    >>> staff = Seat("staff", "nato", zone="Europe/Brussels", country="BE")
    >>> one = Roadmap("r", day, date(2022, 6, 30), parties=(Party("nato"),), places=(brussels,),
    ...               seats=(staff,), meetings=(Meeting("m1", required=("staff",)),))
    >>> one.meeting["m1"].required
    ('staff',)
    """

    id: str
    first: date
    last: date
    parties: tuple[Party, ...] = ()
    places: tuple[Place, ...] = ()
    seats: tuple[Seat, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    items: tuple[Item, ...] = ()
    blackouts: tuple[Blackout, ...] = ()
    absences: tuple[Absence, ...] = ()
    conventions: Conventions = field(default_factory=Conventions)
    title: Mapping[str, str] = field(default_factory=dict)
    note: Mapping[str, str] = field(default_factory=dict)
    countries: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    edition: int = 1
    reviewed: date | None = None

    def __post_init__(self) -> None:
        refuse_flaws(self)

    @cached_property
    def meeting(self) -> Mapping[str, Meeting]:
        return {one.id: one for one in self.meetings}

    @cached_property
    def item(self) -> Mapping[str, Item]:
        return {one.id: one for one in self.items}

    @cached_property
    def seat(self) -> Mapping[str, Seat]:
        return {one.office: one for one in self.seats}

    @cached_property
    def place(self) -> Mapping[str, Place]:
        return {one.id: one for one in self.places}

    @cached_property
    def home(self) -> Mapping[str, Place]:
        """Each side's own place: the first that is its home."""
        return {one.party: one for one in reversed(self.places) if one.party}

    @cached_property
    def series(self) -> Mapping[str, tuple[str, ...]]:
        """The meetings of each series, in their order."""
        found: dict[str, list[str]] = {}
        for one in self.meetings:
            if one.series:
                found.setdefault(one.series, []).append(one.id)
        return {name: tuple(those) for name, those in found.items()}

    @cached_property
    def series_order(self) -> Mapping[str, str]:
        """The meeting before each one of its series."""
        pairs = (pairwise(those) for those in self.series.values())
        return {later: earlier for those in pairs for earlier, later in those}

    def party_name(self, party: str, language: str = "en") -> str:
        """A side's name in a language, else in another, else its id."""
        return next((one.name(language) for one in self.parties if one.id == party), party)

    def country_name(self, country: str, language: str = "en") -> str:
        """A country's name in a language, else in another, else its code."""
        return in_language(self.countries.get(country, {}), language) or country

    def gap_before(self, meeting: Meeting) -> int:
        """Least days from the end of what prepares a meeting to its first day: papers need them too."""
        asked = self.conventions.gap if meeting.gap is None else meeting.gap
        return max(asked, meeting.papers_due, 1)

    def items_of(self, meeting: str) -> Iterator[Item]:
        """The items that a meeting serves, those apart that were dropped."""
        return (
            one
            for one in self.items
            if meeting in one.meetings and one.state is not ItemState.DROPPED
        )

    def with_item(self, item: Item) -> "Roadmap":
        """The roadmap with an item in the place of the one of its id."""
        return replace(self, items=tuple(item if one.id == item.id else one for one in self.items))


def moved_item(
    roadmap: Roadmap,
    item: str,
    step: ItemStep,
    *,
    reason: Mapping[str, str] | None = None,
    evidence: str = "",
    new_due: date | None = None,
) -> Roadmap:
    """The roadmap after one step of an item; `MoveError` where the item does not allow it.

    >>> day = date(2022, 3, 1)
    >>> plan = Roadmap("r", day, day, items=(Item("a", done_when={"en": "It rings."}),))
    >>> moved_item(plan, "a", ItemStep.AGREE).item["a"].state.value
    'agreed'
    >>> moved_item(plan, "a", ItemStep.DROP)
    Traceback (most recent call last):
    tracktwo.errors.MoveError: Say why: item a is neither put off nor given up without a reason.
    """
    before = roadmap.item.get(item)
    if before is None:
        raise step_refused(None, item=item, detail="")
    asked = Asked(
        step,
        parties=tuple(one.id for one in roadmap.parties),
        open_before=_open_before(roadmap, before),
        not_held=tuple(one for one in before.meetings if not roadmap.meeting[one].outcome),
        reason=reason or {},
        evidence=evidence,
        new_due=new_due,
    )
    if why := why_no_step(before, asked):
        detail = ", ".join(asked.open_before or asked.not_held)
        raise step_refused(why, item=item, state=before.state, detail=detail)
    return roadmap.with_item(after_step(before, asked))


def _open_before(roadmap: Roadmap, item: Item) -> tuple[str, ...]:
    done = (ItemState.DELIVERED, ItemState.DROPPED)
    return tuple(one for one in item.depends if roadmap.item[one].state not in done)
