"""Milestones: what happened, between whom, and by whose account."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

from tracktwo.dialogue import Party, in_language
from tracktwo.errors import InputError
from tracktwo.roadmap.chronology.when import When, order_of

Agreed = Literal["both", "one"]


@dataclass(frozen=True, slots=True)
class Milestone:
    """One thing that happened, as one account has it.

    `texts` are by language. `parties` were part of it, `level` is who met (`tracktwo.roadmap.LEVELS`
    or a word of one's own), `areas` are what it was about. `account` is the side that tells it so, empty
    where it is common; `agreed` says whether both sides agree to the account or one stands alone.
    `event` is the same for several accounts of one event.
    """

    id: str
    when: When
    texts: Mapping[str, str] = field(default_factory=dict)
    parties: tuple[str, ...] = ()
    level: str = ""
    areas: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    account: str = ""
    agreed: Agreed = "both"
    event: str = ""

    def text(self, language: str = "en") -> str:
        """What happened, in a language, else in another, else the id."""
        return in_language(self.texts, language) or self.id


@dataclass(frozen=True)
class Dispute:
    """Accounts of one event beside each other, in the order of the sides that tell them."""

    event: str
    accounts: tuple[Milestone, ...]


@dataclass(frozen=True)
class Chronology:
    """Milestones in an order that respects how exactly each is known, checked when made.

    >>> told = Chronology((Milestone("b", When.parse("2012-06")), Milestone("a", When.parse("2012"))))
    >>> [one.id for one in told.milestones]
    ['a', 'b']
    """

    milestones: tuple[Milestone, ...] = ()
    parties: tuple[Party, ...] = ()
    title: Mapping[str, str] = field(default_factory=dict)
    note: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        _refuse_repeats(self.milestones)
        known = {one.id for one in self.parties}
        for one in self.milestones:
            if wrong := what_is_wrong_with_milestone(one, known):
                raise InputError(wrong)
        ordered = tuple(sorted(self.milestones, key=lambda one: (order_of(one.when), one.id)))
        object.__setattr__(self, "milestones", ordered)

    @cached_property
    def disputes(self) -> tuple[Dispute, ...]:
        """The events of which there are several accounts."""
        accounts: dict[str, list[Milestone]] = {}
        for one in self.milestones:
            if one.event:
                accounts.setdefault(one.event, []).append(one)
        return tuple(
            Dispute(event, tuple(sorted(those, key=lambda one: one.account)))
            for event, those in accounts.items()
            if len(those) > 1
        )

    def only(
        self,
        *,
        first: date | None = None,
        last: date | None = None,
        area: str = "",
        party: str = "",
    ) -> "Chronology":
        """The milestones that may lie in a stretch of time, concern an area, and have a side as a part.

        An account of an event brings the other accounts of it along.
        """
        chosen = {
            one.id
            for one in self.milestones
            if one.when.touches(first, last)
            and (not area or area in one.areas)
            and (not party or party in one.parties)
        }
        events = {one.event for one in self.milestones if one.id in chosen and one.event}
        kept = tuple(one for one in self.milestones if one.id in chosen or one.event in events)
        return Chronology(kept, self.parties, self.title, self.note)


def what_is_wrong_with_milestone(one: Milestone, parties: Collection[str] = ()) -> str:
    """What cannot be meant by a milestone, in one sentence; empty where all is well.

    >>> what_is_wrong_with_milestone(Milestone("m", When.parse("2012"), agreed="one"))
    "milestone 'm' is agreed by one side and nobody says by which; fill in its account"
    """
    if one.agreed not in ("both", "one"):
        return f"agreed {one.agreed!r} is not known; write both or one"
    if one.agreed == "one" and not one.account:
        return f"milestone {one.id!r} is agreed by one side and nobody says by which; fill in its account"
    for party in (*one.parties, *((one.account,) if one.account else ())):
        if parties and party not in parties:
            return f"party {party!r} is not among the parties ({', '.join(sorted(parties))})"
    return ""


def _refuse_repeats(milestones: Iterable[Milestone]) -> None:
    seen: set[str] = set()
    for one in milestones:
        if not one.id.strip():
            raise InputError("a milestone has no id")
        if one.id in seen:
            raise InputError(f"milestone {one.id!r} appears twice; ids must differ")
        seen.add(one.id)
