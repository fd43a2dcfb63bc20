"""The calendar as a model for CP-SAT: one Boolean a meeting and slot, and the rules over them.

A rule is either held outright, or held where a literal of its own is true: then a proof that no
calendar exists names the rules that it needs.
"""

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from tracktwo.roadmap.calendar.needs import added, cp_model
from tracktwo.roadmap.calendar.rules import Rule, RuleKind, rule
from tracktwo.roadmap.calendar.slots import Board, Slot

if TYPE_CHECKING:
    from datetime import date

    from ortools.sat.python.cp_model import BoolVarT, CpModel, IntVar


class CalendarModel:
    """Slots as Booleans, and every rule that is asked. `under` says under which literals a rule holds."""

    def __init__(
        self,
        board: Board,
        slots: Mapping[str, Sequence[Slot]],
        under: "Callable[[CpModel, Rule], list[BoolVarT] | None] | None" = None,
    ) -> None:
        self.board, self.slots = board, slots
        self.cp: CpModel = cp_model().CpModel()
        self._under = under or (lambda _cp, _rule: [])
        self._known: dict[Rule, list[BoolVarT] | None] = {}
        self._by_day: dict[str, tuple[list[int], list[IntVar]]] = {}
        self._taken: dict[tuple[str, str, str], dict[date, list[IntVar]]] = {}
        self.at = {
            meeting: [self.cp.new_bool_var("") for _ in those] for meeting, those in slots.items()
        }
        self._take_place()
        self._slots_allowed()
        self._order()
        self._hosts()
        self._at_once()
        self._apart()

    def under(self, one: Rule) -> "list[BoolVarT] | None":
        if one not in self._known:
            self._known[one] = self._under(self.cp, one)
        return self._known[one]

    def by_day(self, meeting: str) -> "tuple[list[int], list[IntVar]]":
        """The days of a meeting's slots, and for each a literal: it begins on that day or earlier.

        An order between two meetings is then a row of plain implications, which the linear
        relaxation sees far better than a difference of two numbers.
        """
        if meeting not in self._by_day:
            begins = self.begins(meeting)
            steps = [self.cp.new_bool_var("") for _ in begins]
            for n, literals in enumerate(begins.values()):
                earlier = [steps[n - 1]] if n else []
                self.cp.add(added([*literals, *earlier]) == steps[n])
            self._by_day[meeting] = list(begins), steps
        return self._by_day[meeting]

    def begins(self, meeting: str) -> "dict[int, list[IntVar]]":
        """The literals of a meeting by the day on which it begins, in the order of days."""
        found: dict[int, list[IntVar]] = {}
        for slot, literal in sorted(
            zip(self.slots[meeting], self.at[meeting], strict=True), key=lambda one: one[0].day
        ):
            found.setdefault(self.offset(slot), []).append(literal)
        return found

    def offset(self, slot: Slot) -> int:
        return (slot.day - self.board.roadmap.first).days

    def _take_place(self) -> None:
        for meeting, literals in self.at.items():
            self.cp.add_at_most_one(literals)
            self._at_least_one(literals, self.under(rule(RuleKind.HELD, meeting)))

    def _at_least_one(self, literals: "list[IntVar]", held: "list[BoolVarT] | None") -> None:
        if held is not None:
            clause = self.cp.add_bool_or(literals)
            if held:
                clause.only_enforce_if(held)

    def _slots_allowed(self) -> None:
        """A slot that breaks a rule is out while the rule holds."""
        for meeting, literals in self.at.items():
            for slot, literal in zip(self.slots[meeting], literals, strict=True):
                for broken in slot.broken:
                    held = self.under(broken)
                    if held is not None:
                        self.cp.add_bool_or([literal.negated(), *(one.negated() for one in held)])

    def _order(self) -> None:
        for meeting in self.slots:
            for one, earlier, gap in self._before(meeting):
                if earlier in self.slots:
                    self._follows(one, meeting, earlier, gap)

    def _before(self, meeting: str) -> Iterator[tuple[Rule, str, int]]:
        roadmap = self.board.roadmap
        told = roadmap.meeting[meeting]
        if told.prepared_by:
            one = rule(RuleKind.PREPARED, meeting, told.prepared_by)
            yield one, told.prepared_by, roadmap.gap_before(told)
        for other in told.after:
            yield rule(RuleKind.AFTER, meeting, other), other, 1
        if meeting in roadmap.series_order:
            other = roadmap.series_order[meeting]
            yield rule(RuleKind.AFTER, meeting, other), other, 1

    def _follows(self, one: Rule, meeting: str, earlier: str, gap: int) -> None:
        holds = self.under(one), self.under(rule(RuleKind.HELD, earlier))
        if holds[0] is None or holds[1] is None:
            return
        held = [*holds[0], *holds[1]]
        apart = self.board.roadmap.meeting[earlier].length.days - 1 + gap
        days, steps = self.by_day(meeting)
        days_before, steps_before = self.by_day(earlier)
        for day, step in zip(days, steps, strict=True):
            place = bisect_right(days_before, day - apart)
            before = [steps_before[place - 1]] if place else []
            self.cp.add_bool_or([step.negated(), *before, *(one.negated() for one in held)])

    def _hosts(self) -> None:
        """Hosts alternate: the meetings of a series are in order, so every second one has the same."""
        sides = list(self.board.roadmap.home)
        for series, those in self.board.roadmap.series.items():
            held = self.under(rule(RuleKind.ALTERNATE, series))
            if held is None or len(sides) < 2:
                continue
            for earlier, later in pairwise(those):
                if earlier in self.slots and later in self.slots:
                    for side in sides:
                        both = (*self._by_host(earlier, side), *self._by_host(later, side))
                        self._at_most(1, both, held)

    def _by_host(self, meeting: str, side: str) -> "Iterator[IntVar]":
        for slot, literal in zip(self.slots[meeting], self.at[meeting], strict=True):
            if slot.host == side:
                yield literal

    def never_together(self, literals: "Iterable[IntVar]") -> None:
        """At most one of some slots, whatever rules hold."""
        self._at_most(1, literals, [])

    def _at_most(self, most: int, literals: "Iterable[IntVar]", held: "list[BoolVarT]") -> None:
        those = list(literals)
        if len(those) <= most:
            return
        if most == 1 and not held:
            self.cp.add_at_most_one(those)
            return
        bound = self.cp.add(added(those) <= most)
        if held:
            bound.only_enforce_if(held)

    def _at_once(self) -> None:
        """A seat is in one place at a time, and a place has so many rooms."""
        done: set[tuple[tuple[str, ...], str, str]] = set()
        for office, those in self.required_of.items():
            held = self.under(rule(RuleKind.ONE_AT_A_TIME, office))
            seat = self.board.roadmap.seat[office]
            alike = tuple(those), seat.zone, seat.country
            if held is None or (not held and alike in done):
                continue
            done.add(alike)
            for literals in met([self.taken_by(one, office) for one in those]):
                self._at_most(1, literals, held)
        self._rooms()

    @cached_property
    def required_of(self) -> Mapping[str, list[str]]:
        """The meetings in which each office must be."""
        found: dict[str, list[str]] = {}
        for meeting in self.slots:
            for office in self.board.roadmap.meeting[meeting].required:
                found.setdefault(office, []).append(meeting)
        return found

    def taken_by(self, meeting: str, office: str) -> "Mapping[date, list[IntVar]]":
        """The literals of a meeting by the days that they take of a seat that must be there."""
        seat = self.board.roadmap.seat[office]
        key = meeting, seat.zone, seat.country
        if key not in self._taken:
            found: dict[date, list[IntVar]] = {}
            for slot, literal in zip(self.slots[meeting], self.at[meeting], strict=True):
                for day in self.board.taken(slot, seat):
                    found.setdefault(day, []).append(literal)
            self._taken[key] = found
        return self._taken[key]

    def _rooms(self) -> None:
        for place in self.board.roadmap.places:
            held = self.under(rule(RuleKind.ROOM, place.id))
            if held is None:
                continue
            for literals in met([self._there(one, place.id) for one in self.slots], place.rooms):
                self._at_most(place.rooms, literals, held)

    def _there(self, meeting: str, place: str) -> "Mapping[date, list[IntVar]]":
        found: dict[date, list[IntVar]] = {}
        if not self.board.roadmap.meeting[meeting].is_virtual:
            for slot, literal in zip(self.slots[meeting], self.at[meeting], strict=True):
                if slot.place == place:
                    for day in slot.days:
                        found.setdefault(day, []).append(literal)
        return found

    def _apart(self) -> None:
        """Of the days of any stretch, at most one sees a meeting of the stream begin."""
        for stream, days in self.board.roadmap.conventions.apart.items():
            those = [one for one in self.slots if self.board.roadmap.meeting[one].stream == stream]
            held = self.under(rule(RuleKind.APART, stream))
            if held is None or days < 2 or len(those) < 2:
                continue
            begins: dict[int, list[IntVar]] = {}
            for one in those:
                for slot, literal in zip(self.slots[one], self.at[one], strict=True):
                    begins.setdefault(self.offset(slot), []).append(literal)
            for start in sorted(begins):
                within = (begins.get(start + n, ()) for n in range(days))
                self._at_most(1, [one for each in within for one in each], held)


def met(
    those: "Collection[Mapping[date, list[IntVar]]]", most: int = 1
) -> "Iterator[list[IntVar]]":
    """The literals of each day on which more than `most` meetings could be."""
    days: dict[date, list[list[IntVar]]] = {}
    for one in those:
        for day, literals in one.items():
            days.setdefault(day, []).append(literals)
    for several in days.values():
        if len(several) > most:
            yield [literal for literals in several for literal in literals]
