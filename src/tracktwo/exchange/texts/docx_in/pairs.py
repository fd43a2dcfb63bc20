"""Paragraphs as they are with all changes refused, each beside what it is with all accepted."""

from collections.abc import Iterator
from dataclasses import dataclass

from tracktwo.exchange.texts.docx_in.lines import Flow, Line, Piece, State

BEFORE = (State.SAME, State.GONE)
"""What stands while all changes are refused."""

AFTER = (State.SAME, State.COME)
"""What stands once all are accepted."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Lines that make one paragraph before and those that make it after; one of them may be empty."""

    before: tuple[Line, ...]
    after: tuple[Line, ...]

    @property
    def common(self) -> tuple[Line, ...]:
        """The lines of both, where all its words before and after stand in these; else none."""
        after = {id(one) for one in self.after}
        both = tuple(one for one in self.before if id(one) in after)
        is_all = all(
            words_of(lines, states) == words_of(both, states)
            for lines, states in ((self.before, BEFORE), (self.after, AFTER))
        )
        return both if is_all else ()


def pairs(flow: Flow) -> Iterator[Pair]:
    """The paragraphs of a flow, matched where they share words, or else where they share an end."""
    held: Flow = []
    for line in flow:
        held.append(line)
        if line.end is State.SAME:
            yield from _paired(held)
            held = []
    if held:
        yield from _paired(held)


def pieces_of(lines: tuple[Line, ...], states: tuple[State, ...]) -> list[Piece]:
    """The pieces of lines in some states."""
    return [one for line in lines for one in line.pieces if one.state in states]


def words_of(lines: tuple[Line, ...], states: tuple[State, ...]) -> str:
    """The words of lines in some states, without what is marked as a number."""
    return "".join(one.text for one in pieces_of(lines, states) if not one.is_number)


def _paired(lines: Flow) -> Iterator[Pair]:
    if len(lines) == 1:
        yield Pair((lines[0],), (lines[0],))
        return
    before = list(_groups(lines, State.COME))
    after = list(_groups(lines, State.GONE))
    partner = _matched(lines, before, after)
    waiting = 0
    for place, group in enumerate(before):
        upto = partner.get(place)
        behind = upto if upto is not None else _first_behind(after, group)
        while waiting < behind:
            yield Pair((), _at(lines, after[waiting]))
            waiting += 1
        yield Pair(_at(lines, group), () if upto is None else _at(lines, after[upto]))
        waiting = max(waiting, behind + (upto is not None))
    for group in after[waiting:]:
        yield Pair((), _at(lines, group))


def _groups(lines: Flow, joins: State) -> Iterator[range]:
    """Lines that are one paragraph where ends of a state do not count."""
    start = 0
    for place, line in enumerate(lines):
        if line.end is not joins or place == len(lines) - 1:
            yield range(start, place + 1)
            start = place + 1


def _first_behind(after: list[range], group: range) -> int:
    """The first paragraph afterwards that ends no earlier than one that went."""
    return next((place for place, one in enumerate(after) if one.stop >= group.stop), len(after))


def _matched(lines: Flow, before: list[range], after: list[range]) -> dict[int, int]:
    """Which paragraph is which: those with the most words in common first, each used once."""
    weights: list[tuple[int, bool, int, int]] = []
    for here, one in enumerate(before):
        for there, other in enumerate(after):
            common = range(max(one.start, other.start), min(one.stop, other.stop))
            shared = sum(_shared(lines[place]) for place in common)
            stays = lines[one.stop - 1].end is State.SAME and one.stop == other.stop
            if shared or stays:
                weights.append((-shared, one.stop != other.stop, here, there))
    partner: dict[int, int] = {}
    for _, _, here, there in sorted(weights):
        if here not in partner and there not in partner.values():
            partner[here] = there
    return partner


def _shared(line: Line) -> int:
    return sum(len(one.text) for one in line.pieces if one.state is State.SAME)


def _at(lines: Flow, places: range) -> tuple[Line, ...]:
    return tuple(lines[place] for place in places)
