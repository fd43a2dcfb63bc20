"""The marks behind brackets put aside while a person edits, and put back afterwards.

A source notes behind a bracket which it is ({id:b3 since:2}): positions hang on that name. Whoever
edits sees the bracket alone. A bracket stays the same bracket where both its ends stay, whatever
becomes of the words within, and where it is moved as a whole; one that is taken out takes its name
along, and one that comes has none yet. Marks that somebody types are no marks: a name that stood
twice would leave nobody able to say which bracket is meant.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from tracktwo.text.brackets.scanner import scan
from tracktwo.text.tokens import tokens
from tracktwo.text.versions.alignment import aligned

Ends = tuple[int, int]
"""Where a bracket opens, and the place behind its closing sign."""


def without_marks(source: str) -> str:
    """A source as it is edited.

    >>> without_marks("We [shall/should]{id:b3} meet.")
    'We [shall/should] meet.'
    """
    while marked := [one for one in scan(source).pairs if one.mark_end > one.end]:
        for one in sorted(marked, key=lambda pair: pair.end, reverse=True):
            source = source[: one.end] + source[one.mark_end :]
    return source


def with_marks(source: str, words: str) -> str:
    """The edited words with the marks of `source` behind the brackets that are still there.

    >>> with_marks("We [shall/should]{id:b3} meet.", "We [shall/may] meet [soon].")
    'We [shall/may]{id:b3} meet [soon].'
    """
    bare, words = without_marks(source), without_marks(words)
    if words == bare:
        return source
    marks = _marks(source)
    if not marks:
        return words
    kept = _kept(bare, list(marks), words)
    for ends, mark in sorted(marks.items(), key=lambda one: kept.get(one[0], -1), reverse=True):
        if ends in kept:
            words = words[: kept[ends]] + mark + words[kept[ends] :]
    return words


def _marks(source: str) -> dict[Ends, str]:
    """The mark of each bracket, by where the bracket stands once all marks are aside."""
    marked = [one for one in scan(source).pairs if one.mark_end > one.end]

    def aside(place: int) -> int:
        return place - sum(one.mark_end - one.end for one in marked if one.mark_end <= place)

    return {(aside(one.start), aside(one.end)): source[one.end : one.mark_end] for one in marked}


def _kept(bare: str, those: list[Ends], words: str) -> dict[Ends, int]:
    """Where each bracket that is still there ends now."""
    ends = {(one.start, one.end) for one in scan(words).pairs}
    stays = _places(bare, words)
    kept: dict[Ends, int] = {}
    for start, end in those:
        now = stays.get(start, -1), stays.get(end - 1, -2) + 1
        if now in ends:
            kept[start, end] = now[1]
            ends.remove(now)
    return kept | _moved(bare, [one for one in those if one not in kept], words, ends)


def _places(old: str, new: str) -> dict[int, int]:
    """Where each token that stayed begins now, by where it began."""
    before, after = tokens(old), tokens(new)
    starts, new_starts = list(_starts(before)), list(_starts(after))
    return {
        starts[place + step]: new_starts[other + step]
        for place, other, length in aligned(before, after)
        for step in range(length)
    }


def _starts(pieces: Iterable[str]) -> Iterator[int]:
    place = 0
    for one in pieces:
        yield place
        place += len(one)


def _moved(bare: str, lost: list[Ends], words: str, free: set[Ends]) -> dict[Ends, int]:
    """Brackets that stand elsewhere, letter by letter, and are the only ones that read so."""
    gone = Counter(bare[start:end] for start, end in lost)
    come = Counter(words[start:end] for start, end in free)
    ends = {words[start:end]: end for start, end in free}
    return {
        (start, end): ends[bare[start:end]]
        for start, end in lost
        if gone[bare[start:end]] == come[bare[start:end]] == 1
    }
