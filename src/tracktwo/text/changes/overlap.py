"""Which open operations cannot both be accepted as they stand, and which say the same."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from heapq import heappop, heappush
from itertools import chain

from tracktwo.text.changes.effect import ends
from tracktwo.text.changes.numbering import number_for, row_of
from tracktwo.text.changes.operations import Operation, OperationKind, Replacement
from tracktwo.text.units import NegotiatedText, Unit, UnitKind


class OverlapReason(StrEnum):
    """From common ground to the hardest collision.

    agree: both ask for the same. edge: one puts words right beside those that the other changes.
    same_place: both put words, or a unit, at one place. words: both change the same words.
    place: one adds a unit behind or under one that the other suppresses. unit: one suppresses the
    unit of which the other speaks. kept: one keeps words that the other changes.
    """

    AGREE = "agree"
    EDGE = "edge"
    SAME_PLACE = "same_place"
    WORDS = "words"
    PLACE = "place"
    UNIT = "unit"
    KEPT = "kept"


_RANK = {reason: rank for rank, reason in enumerate(OverlapReason)}


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two operations, in the order given, that meet; where both say the same they agree."""

    one: Operation
    other: Operation
    reason: OverlapReason


_HEADS = (UnitKind.HEADING, UnitKind.CHAPEAU)

_Pair = tuple[int, int, OverlapReason]
_Span = tuple[int, int, int, Replacement]


def overlaps(
    operations: Iterable[Operation], *, text: NegotiatedText | None = None
) -> tuple[Overlap, ...]:
    """Every two operations that meet, once, with the hardest reason, in the order given.

    With the `text` they speak of it is also known which additions would get one number, and what a
    heading that comes or goes would have under it.

    They are agreed only where all in which they meet is the same. Operations that do not meet give
    the same text in whichever order they are accepted. Takes time in n log n and in what it finds.

    >>> one = Operation("1", OperationKind.MOD, 0, "u1", "en", (Replacement(3, 8, "may"),))
    >>> other = Operation("2", OperationKind.MOD, 0, "u1", "en", (Replacement(3, 8, "must"),))
    >>> [pair.reason.value for pair in overlaps([one, other, one])]
    ['words', 'agree', 'words']
    """
    given = tuple(operations)
    found: dict[tuple[int, int], OverlapReason] = {}
    about_headings = _headings_met(given, text) if text else iter(())
    for one, other, reason in chain(_pairs(given), _same_name(given, text), about_headings):
        key = min(one, other), max(one, other)
        known = found.get(key, reason)
        found[key] = max(known, reason, key=_RANK.__getitem__)
    return tuple(
        Overlap(given[one], given[other], found[one, other]) for one, other in sorted(found)
    )


def _pairs(given: Sequence[Operation]) -> Iterator[_Pair]:
    by_unit: dict[str | None, list[int]] = defaultdict(list)
    added: dict[str | None, list[int]] = defaultdict(list)
    for place, one in enumerate(given):
        (added if one.kind is OperationKind.ADD else by_unit)[one.unit].append(place)
    for places in added.values():
        yield from _same_place(given, places)
    for unit, places in by_unit.items():
        yield from _in_unit(given, places)
        yield from _additions_met(given, places, added.get(unit, ()))
    yield from _under_suppressed(given, by_unit)


def _headings_met(given: Sequence[Operation], text: NegotiatedText) -> Iterator[_Pair]:
    """A heading or chapeau that comes or goes, and what comes where it decides what stands under it."""
    additions = [other for other, one in enumerate(given) if one.added]
    ends_gone: dict[int, list[int]] = defaultdict(list)
    for other, one in enumerate(given):
        if one.kind is OperationKind.SUP and one.unit and one.unit in text.places:
            ends_gone[text.places[one.unit]].append(other)
    for place, one in enumerate(given):
        if one.added and one.added.kind in _HEADS:
            first, last = _reach(one.added, one.unit, text)
            met = [other for other in additions if first <= _at(given[other].unit, text) <= last]
            met += ends_gone[last]
        elif one.kind is OperationKind.SUP and one.unit in text.places:
            met = _beside_gone(given, additions, text.unit(one.unit or ""))
        else:
            continue
        yield from ((place, other, OverlapReason.PLACE) for other in met if other != place)


def _reach(head: Unit, after: str | None, text: NegotiatedText) -> tuple[int, int]:
    """From where to where additions would stand under a heading or chapeau."""
    first = _at(after, text)
    last = first
    while last < len(text.units) and not ends(head, text.units[last]):
        last += 1
    return first, last


def _at(after: str | None, text: NegotiatedText) -> int:
    """Where what comes after a unit would stand; -1 where the unit is not there."""
    return 0 if after is None else text.places.get(after, -2) + 1


def _beside_gone(given: Sequence[Operation], additions: Sequence[int], gone: Unit) -> list[int]:
    if gone.kind not in _HEADS:
        return []
    units = [(other, given[other].added) for other in additions]
    return [
        other
        for other, unit in units
        if unit and (unit.kind in _HEADS or unit.parent == gone.parent)
    ]


def _same_place(given: Sequence[Operation], places: Sequence[int]) -> Iterator[_Pair]:
    for number, one in enumerate(places):
        for other in places[number + 1 :]:
            is_same = given[one].added == given[other].added
            reason = OverlapReason.AGREE if is_same else OverlapReason.SAME_PLACE
            yield one, other, reason


def _same_name(given: Sequence[Operation], text: NegotiatedText | None) -> Iterator[_Pair]:
    """Two units of one id, or that would get one number in one row, ask for the same place."""
    seen: dict[object, list[int]] = defaultdict(list)
    for place, one in enumerate(given):
        for key in _names(one, text) if one.added else ():
            for other in seen[key]:
                if one.unit != given[other].unit:
                    yield other, place, OverlapReason.SAME_PLACE
            seen[key].append(place)


def _names(one: Operation, text: NegotiatedText | None) -> Iterator[object]:
    unit = one.added
    assert unit is not None
    yield unit.id
    if text and (one.unit is None or one.unit in text.places):
        number, row = number_for(text, one.unit, unit), row_of(text, one.unit, unit)
    else:
        number, row = unit.number, unit.parent
    if number:
        yield number, row, unit.kind, unit.level


def _additions_met(
    given: Sequence[Operation], places: Sequence[int], added: Sequence[int]
) -> Iterator[_Pair]:
    for one in places:
        if given[one].kind is OperationKind.SUP:
            yield from ((one, other, OverlapReason.PLACE) for other in added)


def _under_suppressed(
    given: Sequence[Operation], by_unit: dict[str | None, list[int]]
) -> Iterator[_Pair]:
    for other, one in enumerate(given):
        parent = one.added.parent if one.added else None
        for place in by_unit.get(parent, ()) if parent else ():
            if given[place].kind is OperationKind.SUP:
                yield place, other, OverlapReason.PLACE


def _in_unit(given: Sequence[Operation], places: Sequence[int]) -> Iterator[_Pair]:
    whole = [one for one in places if _is_whole(given[one])]
    for one in whole:
        for other in places:
            if one != other and not (_is_whole(given[other]) and other < one):
                reason = _about_whole(given[one], given[other])
                yield from ((one, other, reason),) if reason else ()
    spans: dict[str, list[_Span]] = defaultdict(list)
    for place in places:
        for each in given[place].replacements if place not in whole else ():
            spans[given[place].language].append((each.start, each.end, place, each))
    for row in spans.values():
        yield from _meeting(given, row)


def _is_whole(one: Operation) -> bool:
    """Whether an operation speaks of a unit and not of words in it."""
    return one.kind is OperationKind.SUP or not one.replacements


def _about_whole(one: Operation, other: Operation) -> OverlapReason | None:
    kinds = {one.kind, other.kind}
    if one.kind is other.kind:
        return OverlapReason.AGREE
    if OperationKind.NOC in kinds:
        whole_noc = one if one.kind is OperationKind.NOC and not one.replacements else other
        is_met = whole_noc.kind is OperationKind.NOC or OperationKind.SUP in kinds
        return OverlapReason.KEPT if is_met else None
    return OverlapReason.UNIT if OperationKind.SUP in kinds else None


def _meeting(given: Sequence[Operation], spans: list[_Span]) -> Iterator[_Pair]:
    """Spans that share characters or an edge, from left to right.

    Of those that have begun, `open_spans` keeps those that reach the next. Where words end and other
    words begin nothing meets, but words put at that very place meet both.
    """
    open_spans: list[tuple[int, bool, int, Replacement]] = []
    for start, end, place, each in sorted(spans):
        while open_spans and _is_past(open_spans[0], start, end):
            heappop(open_spans)
        for _, _, other, another in open_spans:
            reason = _reason(given[other], another, given[place], each)
            if other != place and reason:
                yield other, place, reason
        heappush(open_spans, (end, start == end, place, each))


def _is_past(one: tuple[int, bool, int, Replacement], start: int, end: int) -> bool:
    one_end, is_insertion = one[0], one[1]
    return one_end < start or (one_end == start and end > start and not is_insertion)


def _reason(
    one: Operation, words: Replacement, other: Operation, other_words: Replacement
) -> OverlapReason | None:
    if one.kind is other.kind and words == other_words:
        return OverlapReason.AGREE
    if one.kind is other.kind is OperationKind.NOC:
        return None
    first, second = sorted((words, other_words))
    if OperationKind.NOC in (one.kind, other.kind):
        keeps = _share(first, second)
        return OverlapReason.KEPT if keeps else OverlapReason.EDGE
    if first.start == first.end == second.start == second.end:
        return OverlapReason.SAME_PLACE
    return OverlapReason.WORDS if _share(first, second) else OverlapReason.EDGE


def _share(first: Replacement, second: Replacement) -> bool:
    """Whether one begins inside the other, and not at its edge."""
    return second.start < first.end and first.start < second.end
