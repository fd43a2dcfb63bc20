"""The order in which a ballot's questions are put.

Every question stands at every place equally often over ballots, and questions about different
parties alternate. The order is drawn from the ballot's key and from nothing else: the same ballot
meets the same order on any device, and no seat's order can be told from its seat.
"""

import struct
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from functools import lru_cache
from hashlib import shake_128

Labels = tuple[int, ...]


@lru_cache(maxsize=4096)
def order_of(about: tuple[Hashable, ...], ballot: bytes) -> tuple[int, ...]:
    """Places in `about`, in this ballot's order. `about`: the party each question speaks of.

    A fixed round of parties is entered at a random point, and each party's questions follow in
    random order: so each question has the same chance of every place, exactly.

    >>> order_of(("china", "nato", "china", "nato"), b"a ballot")
    (2, 3, 0, 1)
    """
    if not about:
        return ()
    start, *lots = draws(ballot, len(about) + 1)
    drawn = sorted(range(len(about)), key=lots.__getitem__)
    waiting: dict[Hashable, list[int]] = {}
    for place in drawn:
        waiting.setdefault(about[place], []).append(place)
    turns = _turns(about)
    start %= len(about)
    return tuple(waiting[party].pop() for party in turns[start:] + turns[:start])


def draws(ballot: bytes, n: int) -> tuple[int, ...]:
    """Numbers of 64 bits that belong to a ballot."""
    return struct.unpack(f"<{n}Q", shake_128(b"order" + ballot).digest(8 * n))


@lru_cache(maxsize=64)
def _turns(about: tuple[Hashable, ...]) -> tuple[Hashable, ...]:
    """Whose turn it is at each place of a closed circle, no party twice in a row if that can be."""
    counted = Counter(about).most_common()
    parties = [party for party, _ in counted]
    circle = alternating([count for _, count in counted])
    return tuple(parties[label] for label in circle)


def alternating(sizes: Sequence[int]) -> Labels:
    """A circle of labels, `sizes[i]` times i, evenly spread; no neighbours alike if that can be.

    `sizes` begins with the largest.

    >>> alternating([3, 3]), alternating([4, 2, 1])
    ((1, 0, 1, 0, 1, 0), (2, 0, 1, 0, 1, 0, 0))
    """
    candidates = [*_spread(sizes), _every_other(sizes)]
    return min(candidates, key=clashes)


def clashes(circle: Sequence[int]) -> int:
    """Neighbours alike on a closed circle."""
    return sum(one == other for one, other in zip(circle, (*circle[1:], *circle[:1]), strict=True))


def _spread(sizes: Sequence[int], first: int = 0) -> Iterator[Labels]:
    """The largest spread evenly among the rest, the rest likewise; each way of turning the rest."""
    if len(sizes) == 1:
        yield (first,) * sizes[0]
        return
    rest = min(_spread(sizes[1:], first + 1), key=clashes)
    total = sum(sizes)
    is_largest = [(i + 1) * sizes[0] // total > i * sizes[0] // total for i in range(total)]
    for turn in range(len(rest)):
        others = iter(rest[turn:] + rest[:turn])
        yield tuple(first if largest else next(others) for largest in is_largest)


def _every_other(sizes: Sequence[int]) -> Labels:
    """Labels laid on every second place, then on those between: never alike where none is half."""
    total = sum(sizes)
    places = [*range(0, total, 2), *range(1, total, 2)]
    labels = [label for label, size in enumerate(sizes) for _ in range(size)]
    circle = dict(zip(places, labels, strict=True))
    return tuple(circle[place] for place in range(total))
