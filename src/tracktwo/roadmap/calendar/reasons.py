"""Why there is no calendar: a set of rules that cannot all be kept, as small as leaving out can make it."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from tracktwo.roadmap.calendar.model import CalendarModel
from tracktwo.roadmap.calendar.result import Why
from tracktwo.roadmap.calendar.rules import Rule, RuleKind, rule
from tracktwo.roadmap.calendar.slots import Board, Slot
from tracktwo.roadmap.calendar.solve import EFFORT, solve, solver

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import BoolVarT, CpModel

Slots = Mapping[str, Sequence[Slot]]


def why_none(board: Board, *, with_enough: bool = True, effort: float = EFFORT) -> Why:
    """The rules that cannot all be kept, where no calendar exists.

    First the meetings that cannot all be held are found: mostly few of many, and one where a meeting
    has no day of its own. Of these alone every rule becomes an assumption of the solver, which names
    those it needed; of these each is left out in turn, and stays out where there is no calendar all
    the same.
    """
    clashing = _clashing(board, effort)
    slots = _slots_of(board, clashing)
    core = _of_one_meeting(slots) or _named_by_the_solver(board, slots, effort)
    rules = tuple(_shrunk(board, slots, core, effort))
    if not with_enough:
        return Why(rules)
    every = _slots_of(board, board.roadmap.meeting)
    return Why(rules, tuple(_enough(board, every, rules, effort)))


def _slots_of(board: Board, meetings: Collection[str]) -> Slots:
    """Every slot of some meetings, with the rules that forbid it."""
    told = (one for one in board.roadmap.meetings if one.id in meetings)
    return {one.id: list(board.slots(one, all_of_them=True)) for one in told}


def _clashing(board: Board, effort: float) -> Collection[str]:
    """Meetings that cannot all be held, each of which is needed for that; all where no proof is found in time."""
    slots = {one.id: list(board.slots(one)) for one in board.roadmap.meetings}
    nowhere = [meeting for meeting, those in slots.items() if not those]
    if nowhere:
        return nowhere[:1]
    kept = [one.about[0] for one in _named(board, slots, effort, {RuleKind.HELD})]
    for meeting in tuple(kept):
        fewer = [one for one in kept if one != meeting]
        if fewer and _clash(board, {one: slots[one] for one in fewer}, effort):
            kept = fewer
    return kept or tuple(slots)


def _clash(board: Board, slots: Slots, effort: float) -> bool:
    found = solve(CalendarModel(board, slots), effort=effort)
    return not found.slots and found.proven


def _of_one_meeting(slots: Slots) -> tuple[Rule, ...]:
    for meeting, those in slots.items():
        if all(one.broken for one in those):
            broken = dict.fromkeys(rule_ for one in those for rule_ in one.broken)
            return (rule(RuleKind.HELD, meeting), *broken)
    return ()


def _named_by_the_solver(board: Board, slots: Slots, effort: float) -> tuple[Rule, ...]:
    return _named(board, slots, effort, set(RuleKind))


def _named(
    board: Board, slots: Slots, effort: float, kinds: Collection[RuleKind]
) -> tuple[Rule, ...]:
    """The rules of some kinds that the solver needs to prove that there is no calendar; all, where it names none."""
    assumed: dict[Rule, BoolVarT] = {}

    def under(cp: "CpModel", one: Rule) -> "list[BoolVarT]":
        if one.kind not in kinds:
            return []
        assumed[one] = cp.new_bool_var("")
        return [assumed[one]]

    model = CalendarModel(board, slots, under)
    model.cp.add_assumptions(list(assumed.values()))
    one = solver(effort)
    one.solve(model.cp)
    needed = set(one.sufficient_assumptions_for_infeasibility())
    named = tuple(rule_ for rule_, literal in assumed.items() if literal.index in needed)
    return named or tuple(assumed)


def _shrunk(board: Board, slots: Slots, core: Sequence[Rule], effort: float) -> Iterator[Rule]:
    """The rules of a core without those that the proof does not need: general ones are tried first."""
    kept = sorted(core, key=_dispensable)
    place = 0
    while place < len(kept):
        fewer = kept[:place] + kept[place + 1 :]
        if _is_impossible(board, slots, fewer, effort):
            kept = fewer
        else:
            place += 1
    yield from sorted(kept, key=lambda one: list(RuleKind).index(one.kind))


def _dispensable(one: Rule) -> int:
    """In which order rules are tried: a proof about few meetings and plain dates is easiest to read."""
    order = (RuleKind.HELD, RuleKind.ROOM, RuleKind.APART, RuleKind.ONE_AT_A_TIME, RuleKind.ALTERNATE, RuleKind.AWAY, RuleKind.BLACKOUT)  # fmt: skip
    return order.index(one.kind) if one.kind in order else len(order)


def _is_impossible(board: Board, slots: Slots, rules: Collection[Rule], effort: float) -> bool:
    """Whether some rules alone leave no calendar; only the meetings that must be held are looked at."""
    held = {one.about[0] for one in rules if one.kind is RuleKind.HELD}
    asked = set(rules)
    allowed = {
        meeting: [one for one in slots[meeting] if asked.isdisjoint(one.broken)]
        for meeting in slots
        if meeting in held
    }
    if not held:
        return False
    if any(not those for those in allowed.values()):
        return True
    model = CalendarModel(board, _bare(allowed), _only(asked))
    found = solve(model, effort=effort)
    return not found.slots and found.proven


def _bare(slots: Slots) -> Slots:
    """Slots that are allowed: what they break is not asked."""
    from dataclasses import replace

    return {meeting: [replace(one, broken=()) for one in those] for meeting, those in slots.items()}


def _only(asked: Collection[Rule]) -> "Callable[[CpModel, Rule], list[BoolVarT] | None]":
    return lambda _, one: [] if one in asked else None


def _enough(board: Board, slots: Slots, rules: Iterable[Rule], effort: float) -> Iterator[Rule]:
    """The rules of which one, given up alone, is enough for a calendar of the whole roadmap."""
    every = _all_rules(board, slots)
    for one in rules:
        if one.kind is not RuleKind.HELD and not _is_impossible(
            board, slots, every - {one}, effort
        ):
            yield one


def _all_rules(board: Board, slots: Slots) -> set[Rule]:
    found: set[Rule] = {one for those in slots.values() for slot in those for one in slot.broken}

    def under(_: "CpModel", one: Rule) -> "list[BoolVarT]":
        found.add(one)
        return []

    CalendarModel(
        board,
        {meeting: [] for meeting in slots} | {m: list(s[:1]) for m, s in slots.items()},
        under,
    )
    return found
