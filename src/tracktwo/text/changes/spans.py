"""Words given way to others: put into a source, taken back, and carried along when others change."""

from collections.abc import Iterable, Iterator

from tracktwo.text.changes.operations import Replacement
from tracktwo.text.changes.reasons import Reason


def applied(source: str, replacements: Iterable[Replacement]) -> str:
    """The source with all replacements made; they stand in order and apart.

    >>> applied("We shall meet.", (Replacement(3, 8, "may"), Replacement(13, 13, " here")))
    'We may meet here.'
    """
    pieces: list[str] = []
    place = 0
    for one in replacements:
        pieces += source[place : one.start], one.words
        place = one.end
    return "".join((*pieces, source[place:]))


def taken_back(source: str, replacements: Iterable[Replacement]) -> tuple[Replacement, ...]:
    """The replacements that give `source` again, once these have been made in it.

    >>> taken_back("We shall meet.", (Replacement(3, 8, "may"),))
    (Replacement(start=3, end=6, words='shall'),)
    """
    back: list[Replacement] = []
    shift = 0
    for one in replacements:
        start = one.start + shift
        back.append(Replacement(start, start + len(one.words), source[one.start : one.end]))
        shift += len(one.words) - (one.end - one.start)
    return tuple(joined(back))


def joined(replacements: Iterable[Replacement]) -> Iterator[Replacement]:
    """Replacements in order, those that put words at one place made one.

    >>> list(joined([Replacement(3, 3, "a"), Replacement(3, 3, "b"), Replacement(3, 4, "c")]))
    [Replacement(start=3, end=3, words='ab'), Replacement(start=3, end=4, words='c')]
    """
    last: Replacement | None = None
    for one in replacements:
        if last and last.start == last.end == one.start == one.end:
            last = Replacement(one.start, one.end, last.words + one.words)
            continue
        if last:
            yield last
        last = one
    if last:
        yield last


def conflict(one: Replacement, change: Replacement) -> Reason | None:
    """Why a replacement has no place any more once a change has been made; None where it has.

    Words inserted at the edge of others leave these whole, and so do neighbours.

    >>> conflict(Replacement(3, 8, "may"), Replacement(5, 9, "")).value
    'words_gone'
    """
    if one.start == one.end == change.start == change.end:
        return Reason.SAME_PLACE
    if change.end <= one.start or change.start >= one.end:
        return None
    return Reason.WORDS_BETWEEN if change.start == change.end else Reason.WORDS_GONE


def shifted(one: Replacement, changes: Iterable[Replacement]) -> Replacement | Reason:
    """The replacement of the same words after changes were made, or why there is none.

    >>> shifted(Replacement(9, 13, "talk"), (Replacement(3, 8, "may"),))
    Replacement(start=7, end=11, words='talk')
    """
    shift = 0
    for change in changes:
        reason = conflict(one, change)
        if reason:
            return reason
        if change.start >= one.end and change.end > one.start:
            break
        if change.end <= one.start:
            shift += len(change.words) - (change.end - change.start)
    return Replacement(one.start + shift, one.end + shift, one.words)


def in_order(replacements: Iterable[Replacement], length: int) -> bool:
    """Whether replacements stand in order and apart, inside a source of that length.

    Two insertions at one place do not stand apart.
    """
    last = Replacement(-1, 0, "")
    for one in replacements:
        is_twice = one.start == one.end == last.start == last.end
        if not last.end <= one.start <= one.end <= length or is_twice:
            return False
        last = one
    return True


def kept_spans(
    spans: Iterable[tuple[int, int]], changes: Iterable[Replacement]
) -> Iterator[tuple[int, int]]:
    """Spans of words that no change touched, where they stand now."""
    made = tuple(changes)
    for start, end in spans:
        moved = shifted(Replacement(start, end, ""), made)
        if isinstance(moved, Replacement):
            yield moved.start, moved.end
