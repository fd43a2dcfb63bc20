"""What changed within two versions of one source: by sentence, then by word, in Chinese by character."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from tracktwo.text.tokens import tokens
from tracktwo.text.versions.alignment import aligned
from tracktwo.text.versions.comparison import Stretch, StretchKind
from tracktwo.text.versions.likeness import paired_in_order
from tracktwo.text.versions.sentence_split import sentences

SAME_SENTENCE = 0.4
"""Likeness from which two sentences are shown word by word, and not one instead of the other."""

_SAME, _GONE, _COME = StretchKind.SAME, StretchKind.GONE, StretchKind.COME


def stretches(old: str, new: str, language: str) -> tuple[Stretch, ...]:
    """Both versions in one row: what stayed, what is gone and what has come.

    A sentence that stands elsewhere in the other version is marked as moved.

    >>> [(one.kind.value, one.text) for one in stretches("We shall meet.", "We should meet.", "en")]
    [('same', 'We '), ('gone', 'shall'), ('come', 'should'), ('same', ' meet.')]
    """
    if old == new:
        return (Stretch(_SAME, old),) if old else ()
    before, after = _sentence_texts(old, language), _sentence_texts(new, language)
    keys, new_keys = [one.strip() for one in before], [one.strip() for one in after]
    found: list[Stretch] = []
    place = other = 0
    for begin, new_begin, length in [*aligned(keys, new_keys), (len(before), len(after), 0)]:
        found += _gap(before[place:begin], after[other:new_begin])
        for one in range(length):
            found += _words(before[begin + one], after[new_begin + one])
        place, other = begin + length, new_begin + length
    return tuple(_joined(_moves_marked(found)))


def _sentence_texts(source: str, language: str) -> list[str]:
    return [source[one.start : one.end] for one in sentences(source, language)]


def _gap(old: Sequence[str], new: Sequence[str]) -> Iterator[Stretch]:
    """Sentences that have no equal here: versions of each other, or gone, or come."""
    pairs = paired_in_order(old, new, least=SAME_SENTENCE) if old and new else []
    place = other = 0
    for one, another in [*pairs, (len(old), len(new))]:
        yield from (Stretch(_GONE, text) for text in old[place:one])
        yield from (Stretch(_COME, text) for text in new[other:another])
        if one < len(old):
            yield from _words(old[one], new[another])
        place, other = one + 1, another + 1


def _words(old: str, new: str) -> Iterator[Stretch]:
    if old == new:
        yield Stretch(_SAME, old)
        return
    before, after = tokens(old), tokens(new)
    place = other = 0
    for begin, new_begin, length in _without_crumbs(before, after):
        yield Stretch(_GONE, "".join(before[place:begin]))
        yield Stretch(_COME, "".join(after[other:new_begin]))
        yield Stretch(_SAME, "".join(before[begin : begin + length]))
        place, other = begin + length, new_begin + length


def _without_crumbs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int, int]]:
    """Common blocks, those left out that hold nothing but a blank between two replacements."""
    blocks = [*aligned(old, new), (len(old), len(new), 0)]
    kept: list[tuple[int, int, int]] = []
    place = other = 0
    for number, (begin, new_begin, length) in enumerate(blocks):
        replaced = begin > place and new_begin > other
        if replaced and number + 1 < len(blocks):
            following, new_following, _ = blocks[number + 1]
            replaces = following > begin + length and new_following > new_begin + length
            if replaces and "".join(old[begin : begin + length]).isspace():
                continue
        kept.append((begin, new_begin, length))
        place, other = begin + length, new_begin + length
    return kept


def _moves_marked(found: Sequence[Stretch]) -> Iterator[Stretch]:
    """Whole sentences that are gone in one place and have come in another."""
    gone = Counter(one.text.strip() for one in found if one.kind is _GONE)
    come = Counter(one.text.strip() for one in found if one.kind is _COME)
    for one in found:
        key = one.text.strip()
        moved = one.kind is not _SAME and gone[key] == come[key] == 1 and _is_long(key)
        yield Stretch(one.kind, one.text, moved=True) if moved else one


def _is_long(text: str) -> bool:
    return len(text) >= _SHORTEST_MOVE


_SHORTEST_MOVE = 8
"""Characters; a word that is gone here and has come there has not moved."""


def _joined(found: Iterable[Stretch]) -> list[Stretch]:
    """Neighbours of one kind in one, and nothing empty."""
    rows: list[Stretch] = []
    for one in found:
        last = rows[-1] if rows else None
        if not one.text:
            continue
        if last and (last.kind, last.moved) == (one.kind, one.moved) and not one.moved:
            rows[-1] = Stretch(one.kind, last.text + one.text)
        else:
            rows.append(one)
    return rows
