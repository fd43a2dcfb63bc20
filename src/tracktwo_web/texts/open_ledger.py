"""The open points of a whole text, those nearest to being closed first, and what else is not settled."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from django.utils.translation import gettext

from tracktwo.locale import translator
from tracktwo.text import Unit
from tracktwo.text.ledger import Entry, Ledger, ObstacleKind, ledger, obstacle_kind
from tracktwo.text.ledger import obstacle_sentence as sentence_of
from tracktwo.text.ledger import obstacles as obstacles_in
from tracktwo.text.standing import Disagreement, Move, Position, WayOut, current, packages
from tracktwo_web.dialogues.models import Attribution, Side
from tracktwo_web.kit.languages import in_a_row, reader_language
from tracktwo_web.texts.sheet import in_brief, situations_of
from tracktwo_web.texts.standpoints import (
    OpenPoint,
    Wording,
    heard_of,
    is_way_out_now,
    open_points,
)
from tracktwo_web.texts.views.page import Table

Distance = Literal["closed", "ad_ref", "unheard", "one_side", "several", "silent", "blank"]
NEAREST: tuple[Distance, ...] = (
    "closed", "ad_ref", "unheard", "one_side", "several", "silent", "blank",
)  # fmt: skip
"""From what the chair can close now to what nobody has spoken of, and what has still to be written."""


@dataclass(frozen=True)
class LedgerRow:
    """An open point with its place in the text, and how far the sides are from closing it."""

    point: OpenPoint
    entry: Entry
    unit: Unit | None
    place: str
    distance: Distance
    speakers: frozenset[str]
    """The codes of the sides that have spoken of one of its wordings."""
    closing: tuple[Wording, ...]
    """The wordings with which the chair can close it."""

    @property
    def id(self) -> str:
        """What the page calls it: nothing that tells a side, where none may be told."""
        return self.entry.id

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

    @property
    def obstacle(self) -> ObstacleKind:
        return obstacle_kind(self.entry)


@dataclass(frozen=True)
class OpenLedger:
    """Everything that stands between a text and its clean form."""

    table: Table

    @cached_property
    def names_sides(self) -> bool:
        return self.table.text.dialogue.attribution == Attribution.SIDE

    @cached_property
    def found(self) -> Ledger:
        """The library's ledger. A file may note sessions that this table has not reached."""
        noted = (one.facts.since or 0 for one in self.table.open_ones)
        return ledger(
            self.table.now,
            session=max([self.table.text.session, *noted]),
            policy="side" if self.names_sides else "hidden",
            sides=self.table.codes,
        )

    @cached_property
    def rows(self) -> list[LedgerRow]:
        """Nearest first; those equally near in the order of what keeps them open, then of the text."""
        easiest = {kind: place for place, kind in enumerate(ObstacleKind)}
        return sorted(
            self._rows(), key=lambda one: (NEAREST.index(one.distance), easiest[one.obstacle])
        )

    def obstacles(self) -> list[str]:
        """What keeps the points open, a sentence for each reason, the easiest first."""
        words = translator(reader_language())
        return [sentence_of(one, words) for one in obstacles_in(self.found)]

    def unheard(self, side: Side | None) -> list[LedgerRow]:
        """The points of which a side has not spoken yet."""
        code = side.code if side else ""
        asks = [one for one in self.rows if one.distance != "blank" and one.unit]
        return [one for one in asks if code not in one.speakers] if code else []

    def _rows(self) -> Iterator[LedgerRow]:
        points = _points(self.table)
        for one, entry in zip(self.table.open_ones, self.found.entries, strict=True):
            unit = self.table.now.unit(one.unit) if one.unit else None
            point, way = points[one.id], heard_of(one, self.table.log, self.table.codes)
            speakers = _speakers(one, self.table)
            yield LedgerRow(
                point,
                entry,
                unit,
                place_of(self.table, one.unit),
                _distance(one, way, speakers),
                speakers,
                _closing(point, way) if unit else (),
            )


def place_of(table: Table, unit: str) -> str:
    """A unit as a list names it: its number and how it begins."""
    if unit not in table.now.places:
        return unit or gettext("the title")
    return in_brief(table.now.unit(unit), [reader_language(), *table.now.languages], 70)


def _points(table: Table) -> dict[str, OpenPoint]:
    choices = dict(table.text.choices.values_list("bracket", "alternative"))
    units = dict.fromkeys(one.unit for one in table.open_ones)
    return {point.id: point for unit in units for point in open_points(table, unit, choices)}


def _distance(one: Disagreement, way: WayOut, speakers: frozenset[str]) -> Distance:
    if one.first.kind == "placeholder":
        return "blank"
    if any(map(is_way_out_now, way.wordings)):
        return "closed"
    if not speakers:
        return "silent"
    return "ad_ref" if way.gap == "closed" else way.gap


def _speakers(one: Disagreement, table: Table) -> frozenset[str]:
    said = current(act for act in table.log if isinstance(act, Position))
    return frozenset(each.side for each in said if each.bracket == one.id)


def _closing(point: OpenPoint, way: WayOut) -> tuple[Wording, ...]:
    ready = {one.alternative for one in way.wordings if is_way_out_now(one)}
    return tuple(one for one in point.wordings if one.alternative in ready)


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
    found = situations_of(table)
    return [
        Parked(place_of(table, unit), unit, one.parked) for unit, one in found.items() if one.parked
    ]
