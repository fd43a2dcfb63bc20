"""What two sequences have in common, in order: the part of a comparison that is about no language."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

MOST_EDITS = 200
"""Edits looked for between two anchors. Past that the farthest path found is kept and the rest is
told as replaced, so that two texts that share nothing cost no more than a fixed time each."""

Block = tuple[int, int, int]
_Box = tuple[int, int, int, int]


def aligned(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Block]:
    """Blocks (place in old, place in new, length) that both hold, in order and apart.

    First what stands once in each anchors the rest (patience), then the fewest edits between the
    anchors (Myers 1986, An O(ND) difference algorithm, Algorithmica 1), up to `MOST_EDITS`. The
    answer is the same at every run and does not depend on hashes.

    >>> aligned("the old text".split(), "the new text".split())
    [(0, 0, 1), (2, 2, 1)]
    """
    pairs: list[tuple[int, int]] = []
    boxes: list[_Box] = [(0, len(old), 0, len(new))]
    while boxes:
        box, ends = _trimmed(old, new, boxes.pop())
        pairs += ends
        low, high, left, right = box
        if low == high or left == right:
            continue
        anchors = _anchors(old, new, box)
        if anchors:
            pairs += anchors
            boxes += _between(box, anchors)
        else:
            pairs += _fewest_edits(old[low:high], new[left:right], low, left)
    return _blocks(sorted(pairs))


def _trimmed(
    old: Sequence[Hashable], new: Sequence[Hashable], box: _Box
) -> tuple[_Box, list[tuple[int, int]]]:
    """A box without what both sides begin and end with, and the pairs taken off."""
    low, high, left, right = box
    pairs: list[tuple[int, int]] = []
    while low < high and left < right and old[low] == new[left]:
        pairs.append((low, left))
        low, left = low + 1, left + 1
    while low < high and left < right and old[high - 1] == new[right - 1]:
        high, right = high - 1, right - 1
        pairs.append((high, right))
    return (low, high, left, right), pairs


def _anchors(old: Sequence[Hashable], new: Sequence[Hashable], box: _Box) -> list[tuple[int, int]]:
    low, high, left, right = box
    in_old, in_new = Counter(old[low:high]), Counter(new[left:right])
    places = {
        new[place]: place
        for place in range(left, right)
        if in_new[new[place]] == 1 and in_old[new[place]] == 1
    }
    both = [(place, places[old[place]]) for place in range(low, high) if old[place] in places]
    kept = longest_rising([place for _, place in both])
    return [both[one] for one in kept]


def longest_rising(values: Sequence[int]) -> list[int]:
    """The places of a longest rising run, not necessarily side by side: what has not been moved.

    >>> longest_rising([3, 0, 1, 2])
    [1, 2, 3]
    """
    tails: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for place, value in enumerate(values):
        rank = bisect_left(tails, value)
        before.append(at[rank - 1] if rank else -1)
        if rank == len(tails):
            tails.append(value)
            at.append(place)
        else:
            tails[rank], at[rank] = value, place
    found: list[int] = []
    place = at[-1] if at else -1
    while place >= 0:
        found.append(place)
        place = before[place]
    return found[::-1]


def _between(box: _Box, anchors: Sequence[tuple[int, int]]) -> Iterator[_Box]:
    low, high, left, right = box
    for place, other in [*anchors, (high, right)]:
        if place > low and other > left:
            yield low, place, left, other
        low, left = place + 1, other + 1


def _fewest_edits(
    old: Sequence[Hashable], new: Sequence[Hashable], low: int, left: int
) -> list[tuple[int, int]]:
    """Pairs on a shortest path of edits; `low` and `left` are where the two begin."""
    n, m = len(old), len(new)
    reach = {1: 0}
    kept: list[dict[int, int]] = []
    end = (0, 0)
    for edits in range(min(n + m, MOST_EDITS) + 1):
        kept.append(dict(reach))
        for diagonal in range(-edits, edits + 1, 2):
            x = _next_x(reach, diagonal, edits)
            y = x - diagonal
            while x < n and y < m and old[x] == new[y]:
                x, y = x + 1, y + 1
            reach[diagonal] = x
            if x <= n and y <= m and x + y > sum(end):
                end = (x, y)
            if x >= n and y >= m:
                return _walked_back(kept, n, m, low, left)
    return _walked_back(kept, *end, low, left)


def _next_x(reach: dict[int, int], diagonal: int, edits: int) -> int:
    if _comes_in(reach, diagonal, edits):
        return reach[diagonal + 1]
    return reach[diagonal - 1] + 1


def _comes_in(reach: dict[int, int], diagonal: int, edits: int) -> bool:
    """Whether the last edit puts something in; else it takes something out."""
    return diagonal == -edits or (diagonal != edits and reach[diagonal - 1] < reach[diagonal + 1])


def _walked_back(
    kept: Sequence[dict[int, int]], x: int, y: int, low: int, left: int
) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    for edits in range(_edits_to(kept, x, y), 0, -1):
        reach, diagonal = kept[edits], x - y
        comes = _comes_in(reach, diagonal, edits)
        before = diagonal + 1 if comes else diagonal - 1
        x_before = reach[before]
        start = x_before if comes else x_before + 1
        pairs += [(low + one, left + one - diagonal) for one in range(start, x)]
        x, y = x_before, x_before - before
    return pairs + [(low + one, left + one) for one in range(x)]


def _edits_to(kept: Sequence[dict[int, int]], x: int, y: int) -> int:
    """The fewest edits that reach a point; `kept[d + 1]` holds what d edits reach."""
    diagonal = x - y
    for edits in range(len(kept) - 1):
        if (edits - diagonal) % 2 == 0 and kept[edits + 1].get(diagonal, -1) >= x:
            return edits
    return len(kept) - 1


def _blocks(pairs: Sequence[tuple[int, int]]) -> list[Block]:
    blocks: list[Block] = []
    for place, other in pairs:
        if blocks:
            begin, other_begin, length = blocks[-1]
            if (begin + length, other_begin + length) == (place, other):
                blocks[-1] = (begin, other_begin, length + 1)
                continue
        blocks.append((place, other, 1))
    return blocks
