"""Two whole texts told apart by operations, so that an edited document becomes proposals."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from tracktwo.text.changes.accept import accept
from tracktwo.text.changes.derive import derived
from tracktwo.text.changes.operations import Operation, OperationKind
from tracktwo.text.units import NegotiatedText, Unit
from tracktwo.text.versions.alignment import longest_rising


def operations_between(
    old: NegotiatedText, new: NegotiatedText, *, side: str = "", prefix: str = "o"
) -> tuple[Operation, ...]:
    """The operations which, accepted one after the other, give the units of `new`.

    Units are matched by id. Each operation is written against the version before it, so the first
    against `old`; ids are `prefix` and a number. The five operators move no unit: one that stands
    elsewhere, or under another heading, is suppressed and added again with a new id (its old one and
    "-2"). Numbers of units that stay are left: a word processor renumbers by itself, and that is no
    proposal. `OperationError` where `new` has a bracket that is not whole.

    >>> old = NegotiatedText({}, ("en",), (Unit("a", texts={"en": "We shall meet."}),))
    >>> new = replace(old, units=(Unit("a", texts={"en": "We may meet."}), Unit("b")))
    >>> [(one.kind.value, one.unit) for one in operations_between(old, new)]
    [('ADD', 'a'), ('MOD', 'a')]
    """
    moved = _moved(old, new)
    while True:
        names = _names(old, new, moved)
        text = old
        operations: list[Operation] = []
        for one in _written(old, new, moved, names):
            numbered = replace(
                one, id=f"{prefix}{len(operations) + 1}", base=text.version, side=side
            )
            operations.append(numbered)
            text = accept(text, numbered).text
        elsewhere = {
            one.id
            for one in new.units
            if one.id in old.places and one.id not in moved and _is_elsewhere(text, one, names)
        }
        if not elsewhere:
            return tuple(operations)
        moved |= elsewhere


def _moved(old: NegotiatedText, new: NegotiatedText) -> set[str]:
    """Units of both texts that do not stand in the same order: as few as can be."""
    both = [one.id for one in new.units if one.id in old.places]
    stays = set(longest_rising([old.places[one] for one in both]))
    return {one for place, one in enumerate(both) if place not in stays}


def _is_elsewhere(text: NegotiatedText, wanted: Unit, names: Mapping[str, str]) -> bool:
    """Whether a unit that was not moved differs in more than its words and number."""
    found = text.unit(wanted.id)
    parent = names[wanted.parent] if wanted.parent else None
    return (found.kind, found.level, found.parent) != (wanted.kind, wanted.level, parent)


def _names(old: NegotiatedText, new: NegotiatedText, moved: set[str]) -> dict[str, str]:
    """The ids that the units of `new` have, those moved under a new one."""
    return {one.id: _new_id(one.id, old, new) if one.id in moved else one.id for one in new.units}


def _written(
    old: NegotiatedText, new: NegotiatedText, moved: set[str], names: Mapping[str, str]
) -> Iterator[Operation]:
    """What comes, what changes, what goes: so that nothing ever stands behind what is gone."""
    after = None
    for one in new.units:
        if one.id in moved or one.id not in old.places:
            parent = names[one.parent] if one.parent else None
            added = replace(one, id=names[one.id], parent=parent)
            yield Operation("", OperationKind.ADD, 0, after, added=added)
        after = names[one.id]
    for one in new.units:
        if one.id in old.places and one.id not in moved:
            yield from _words_changed(old.unit(one.id), one)
    for one in old.units:
        if one.id not in new.places or one.id in moved:
            yield Operation("", OperationKind.SUP, 0, one.id)


def _new_id(one: str, old: NegotiatedText, new: NegotiatedText) -> str:
    taken = old.places.keys() | new.places.keys() | {each.id for each in old.gone}
    number = 2
    while f"{one}-{number}" in taken:
        number += 1
    return f"{one}-{number}"


def _words_changed(old: Unit, new: Unit) -> Iterator[Operation]:
    for language in dict.fromkeys((*old.texts, *new.texts)):
        found = derived(old.texts.get(language, ""), new.texts.get(language, ""))
        if found:
            yield Operation("", OperationKind.MOD, 0, old.id, language, found)
