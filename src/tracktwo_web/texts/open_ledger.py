"""The open points of a whole text, those nearest to being closed first, and what else is not settled."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from django.utils.translation import gettext

from tracktwo.locale import translator
from tracktwo.text import Unit
from tracktwo.text.ledger import Entry, Ledger, Obstacle, Policy, ledger
from tracktwo.text.ledger import obstacle_sentence as sentence_of
from tracktwo.text.ledger import obstacles as obstacles_in
from tracktwo.text.standing import Disagreement, Move, WayOut, packages
from tracktwo_web.dialogues.models import Attribution, Side
from tracktwo_web.kit.languages import in_a_row, reader_language
from tracktwo_web.texts.committed import followed
from tracktwo_web.texts.sheet import in_brief
from tracktwo_web.texts.standpoints import (
    OpenPoint,
    Wording,
    heard_of,
    is_way_out_now,
    point_of,
)
from tracktwo_web.texts.table import Table

Distance = Literal["closed", "ad_ref", "unheard", "one_side", "several", "silent", "blank"]
NEAREST: tuple[Distance, ...] = (
    "closed", "ad_ref", "unheard", "one_side", "several", "silent", "blank",
)  # fmt: skip
"""From what the chair can close now to what nobody has spoken of, and what has still to be written."""


@dataclass(frozen=True)
class LedgerRow:
    """An open point with its place in the text, and how far the sides are from closing it.

    What a page does not show of it is not worked out: a text may have thousands.
    """

    table: Table
    open_one: Disagreement
    entry: Entry

    @property
    def id(self) -> str:
        """What the page calls it: nothing that tells a side, where none may be told."""
        return self.entry.id

    @cached_property
    def point(self) -> OpenPoint:
        return point_of(self.open_one, self.table)

    @property
    def unit(self) -> Unit | None:
        unit = self.open_one.unit
        return self.table.now.unit(unit) if unit else None

    @property
    def place(self) -> str:
        return place_of(self.table, self.open_one.unit)

    @cached_property
    def speakers(self) -> frozenset[str]:
        """The codes of the sides that have spoken of one of its wordings."""
        return frozenset(one.side for one in self.table.said_of.get(self.open_one.id, ()))

    @cached_property
    def way(self) -> WayOut:
        return heard_of(self.open_one, self.table)

    @cached_property
    def distance(self) -> Distance:
        if self.open_one.first.kind == "placeholder":
            return "blank"
        if not self.speakers:
            return "silent"
        if any(map(is_way_out_now, self.way.wordings)):
            return "closed"
        return "ad_ref" if self.way.gap == "closed" else self.way.gap

    @property
    def closing(self) -> tuple[Wording, ...]:
        """The wordings with which the chair can close it."""
        if self.distance != "closed" or not self.open_one.unit:
            return ()
        ready = {one.alternative for one in self.way.wordings if is_way_out_now(one)}
        return tuple(one for one in self.point.wordings if one.alternative in ready)

    @property
    def wordings(self) -> list[Wording]:
        """Those to be read: leaving the words out only where somebody has thought of it."""
        return [
            one
            for one in self.point.wordings
            if one.alternative is not None
            or one.is_proposed
            or any(each.stance for each in one.said)
        ]

    @property
    def blank(self) -> dict[str, str]:
        """What stands where words have still to come, by language."""
        is_blank = self.distance == "blank"
        return {one.language: one.alternatives[0] for one in self.entry.words if is_blank}


@dataclass(frozen=True)
class InWords:
    """The library's ledger of a version, and what keeps each of its entries open."""

    ledger: Ledger
    obstacles: tuple[Obstacle, ...]
    easiest: Mapping[str, int]
    """By entry, how easily it could be closed by its words alone; 0 for the easiest."""


@dataclass(frozen=True)
class OpenLedger:
    """Everything that stands between a text and its clean form."""

    table: Table

    @cached_property
    def names_sides(self) -> bool:
        return self.table.text.dialogue.attribution == Attribution.SIDE

    @cached_property
    def found(self) -> InWords:
        """What the words tell. A file may note sessions that this table has not reached."""
        noted = (one.facts.since or 0 for one in self.table.open_ones)
        session = max([self.table.text.session, *noted])
        policy: Policy = "side" if self.names_sides else "hidden"
        sides = tuple(sorted(self.table.codes))

        def work_out() -> InWords:
            known = ledger(self.table.now, session=session, policy=policy, sides=sides)
            obstacles = obstacles_in(known)
            easiest = {one: place for place, each in enumerate(obstacles) for one in each.ids}
            return InWords(known, obstacles, easiest)

        return followed(self.table.text, "ledger", session, policy, sides, work_out=work_out)

    @cached_property
    def rows(self) -> list[LedgerRow]:
        """Nearest first; those equally near in the order of what keeps them open, then of the text."""
        easiest = self.found.easiest
        pairs = zip(self.table.open_ones, self.found.ledger.entries, strict=True)
        rows = [LedgerRow(self.table, one, entry) for one, entry in pairs]
        return sorted(rows, key=lambda one: (NEAREST.index(one.distance), easiest[one.id]))

    def obstacles(self) -> list[str]:
        """What keeps the points open, a sentence for each reason, the easiest first."""
        words = translator(reader_language())
        return [sentence_of(one, words) for one in self.found.obstacles]

    def unheard(self, side: Side | None) -> list[LedgerRow]:
        """The points of which a side has not spoken yet."""
        code = side.code if side else ""
        asks = [one for one in self.rows if one.distance != "blank" and one.open_one.unit]
        return [one for one in asks if code not in one.speakers] if code else []


def place_of(table: Table, unit: str) -> str:
    """A unit as a list names it: its number and how it begins."""
    if unit not in table.now.places:
        return unit or gettext("the title")
    return in_brief(table.now.unit(unit), [reader_language(), *table.now.languages], 70)


@dataclass(frozen=True)
class Bound:
    """A side agrees to one passage only if others are agreed."""

    side: Side | None
    place: str
    unit: str
    conditions: str


def packages_on(table: Table) -> list[Bound]:
    """The packages that stand, in words."""
    return [
        Bound(
            table.sides.get(one.side),
            place_of(table, one.unit),
            one.unit,
            in_a_row(place_of(table, each) for each in one.conditions),
        )
        for one in packages(table.log)
        if one.unit in table.now.places
    ]


@dataclass(frozen=True)
class Parked:
    """A passage that a group has taken aside."""

    place: str
    unit: str
    move: Move


def parked_on(table: Table) -> list[Parked]:
    """The passages that are with a group, and when they come back."""
    found = table.situations
    return [
        Parked(place_of(table, unit), unit, one.parked) for unit, one in found.items() if one.parked
    ]
