"""Two versions of a text, by unit, by sentence and by word."""

import re
from collections import defaultdict, deque
from collections.abc import Container, Mapping, Sequence

from tracktwo.text.units import NegotiatedText, Unit
from tracktwo.text.versions.alignment import aligned, longest_rising
from tracktwo.text.versions.changed_words import stretches
from tracktwo.text.versions.comparison import ComparedUnit, Comparison, Fate, Stretch, StretchKind
from tracktwo.text.versions.likeness import matched

_BLOCK = re.compile(r".*?(?:\n[^\S\n]*(?:\n\s*)+|\Z)", re.DOTALL)


def compare(
    old: NegotiatedText, new: NegotiatedText, language: str, *, by_id: bool = True
) -> Comparison:
    """What changed from one version to another, in one language.

    Units are matched by id; those left over by an equal source, then by likeness of at least
    `tracktwo.text.versions.likeness.LIKE_ENOUGH`. `by_id=False` is for two files read apart, whose ids mean
    nothing to each other. A unit without a source in that language counts as empty.

    >>> old = NegotiatedText({}, ("en",), (Unit("a", texts={"en": "We shall meet."}), Unit("b")))
    >>> new = NegotiatedText({}, ("en",), (Unit("a", texts={"en": "We should meet."}),))
    >>> [(one.fate.value, one.old_id) for one in compare(old, new, "en").units]
    [('changed', 'a'), ('suppressed', 'b')]
    """
    pairs = _by_id(old.units, new.units) if by_id else {}
    return _compared(old.units, new.units, language, pairs)


def compare_sources(old: str, new: str, language: str) -> Comparison:
    r"""What changed between two sources; their units are the blocks between empty lines.

    >>> found = compare_sources("One.\n\nTwo.", "Two.", "en")
    >>> [(one.fate.value, one.old) for one in found.units]
    [('suppressed', 'One.\n\n'), ('unchanged', 'Two.')]
    """
    return _compared(_blocks(old, language), _blocks(new, language), language, {})


def _blocks(source: str, language: str) -> tuple[Unit, ...]:
    found = [one for one in _BLOCK.findall(source) if one]
    return tuple(Unit(str(number), texts={language: one}) for number, one in enumerate(found, 1))


def _compared(
    old: Sequence[Unit], new: Sequence[Unit], language: str, pairs: dict[int, int]
) -> Comparison:
    before = [one.texts.get(language, "") for one in old]
    after = [one.texts.get(language, "") for one in new]
    pairs = pairs | _by_source(before, after, pairs)
    pairs = dict(sorted((pairs | _by_likeness(before, after, pairs)).items()))
    stayed = set(_stayed(pairs))
    of_new = {other: place for place, other in pairs.items()}
    units = [
        _unit(old, new, before, after, language, (of_new.get(place), place), stayed)
        for place in range(len(new))
    ]
    return Comparison(language, tuple(_with_suppressed(units, old, before, pairs)))


def _by_id(old: Sequence[Unit], new: Sequence[Unit]) -> dict[int, int]:
    places = {unit.id: place for place, unit in enumerate(new)}
    return {place: places[unit.id] for place, unit in enumerate(old) if unit.id in places}


def _left(sources: Sequence[str], used: Container[int]) -> dict[int, str]:
    return {place: one for place, one in enumerate(sources) if place not in used}


def _by_source(
    before: Sequence[str], after: Sequence[str], pairs: Mapping[int, int]
) -> dict[int, int]:
    """Equal sources, first those in order, then those that moved."""
    old, new = _left(before, pairs), _left(after, _used(pairs))
    old_places, new_places = list(old), list(new)
    blocks = aligned([one.strip() for one in old.values()], [one.strip() for one in new.values()])
    found = {
        old_places[begin + one]: new_places[other + one]
        for begin, other, length in blocks
        for one in range(length)
    }
    return found | _moved(_left(before, {*pairs, *found}), _left(after, _used(pairs, found)))


def _used(*pairs: Mapping[int, int]) -> set[int]:
    return {place for held in pairs for place in held.values()}


def _moved(old: Mapping[int, str], new: Mapping[int, str]) -> dict[int, int]:
    """Equal sources that stand elsewhere, the first of one side with the first of the other."""
    waiting: defaultdict[str, deque[int]] = defaultdict(deque)
    for place, source in new.items():
        waiting[source.strip()].append(place)
    found: dict[int, int] = {}
    for place, source in old.items():
        key = source.strip()
        if key and waiting[key]:
            found[place] = waiting[key].popleft()
    return found


def _by_likeness(
    before: Sequence[str], after: Sequence[str], pairs: Mapping[int, int]
) -> dict[int, int]:
    old = {place: one for place, one in _left(before, pairs).items() if one.strip()}
    new = {place: one for place, one in _left(after, _used(pairs)).items() if one.strip()}
    return dict(matched(old, new))


def _stayed(pairs: Mapping[int, int]) -> list[int]:
    """Places of the old units whose order is the same in both."""
    places = list(pairs)
    return [places[one] for one in longest_rising(list(pairs.values()))]


def _unit(
    old: Sequence[Unit],
    new: Sequence[Unit],
    before: Sequence[str],
    after: Sequence[str],
    language: str,
    places: tuple[int | None, int],
    stayed: set[int],
) -> ComparedUnit:
    place, other = places
    unit, source = new[other], after[other]
    if place is None:
        come = _whole(StretchKind.COME, source)
        return ComparedUnit(
            Fate.ADDED, come, new_id=unit.id, new_place=other, new_number=unit.number
        )
    fate = Fate.UNCHANGED if before[place] == source else Fate.CHANGED
    return ComparedUnit(
        fate,
        stretches(before[place], source, language),
        old_id=old[place].id,
        new_id=unit.id,
        old_place=place,
        new_place=other,
        old_number=old[place].number,
        new_number=unit.number,
        moved=place not in stayed,
    )


def _with_suppressed(
    units: Sequence[ComparedUnit],
    old: Sequence[Unit],
    before: Sequence[str],
    pairs: Mapping[int, int],
) -> list[ComparedUnit]:
    """Each suppressed unit behind the one it followed."""
    behind: defaultdict[int, list[ComparedUnit]] = defaultdict(list)
    last = -1
    for place, unit in enumerate(old):
        if place in pairs:
            last = pairs[place]
            continue
        gone = _whole(StretchKind.GONE, before[place])
        behind[last].append(
            ComparedUnit(
                Fate.SUPPRESSED, gone, old_id=unit.id, old_place=place, old_number=unit.number
            )
        )
    rows = list(behind[-1])
    for place, one in enumerate(units):
        rows += [one, *behind[place]]
    return rows


def _whole(kind: StretchKind, source: str) -> tuple[Stretch, ...]:
    return (Stretch(kind, source),) if source else ()
