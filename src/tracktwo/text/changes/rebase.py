"""Open operations carried to the version that an accepted one has made."""

from collections.abc import Sequence
from dataclasses import replace

from tracktwo.errors import BracketError, OperationError
from tracktwo.text.brackets.grammar import parse
from tracktwo.text.brackets.signs import ESCAPED
from tracktwo.text.changes.bracketing import offered
from tracktwo.text.changes.effect import Effect, ends, keeps, source_of
from tracktwo.text.changes.numbering import number_for
from tracktwo.text.changes.operations import Operation, OperationKind, Replacement
from tracktwo.text.changes.reasons import Reason, Stuck
from tracktwo.text.changes.spans import applied, joined, shifted
from tracktwo.text.units import Unit

_SIGNS = frozenset(ESCAPED)
_SPEAK_OF_WORDS = (OperationKind.MOD, OperationKind.ALT, OperationKind.NOC)


def rebased(operation: Operation, effect: Effect) -> Operation | Stuck | None:
    """The operation against the new version; why it has no place there; None where it is met.

    Met is what the accepted operation has done already: the same words at the same place, the same
    unit suppressed or kept.
    """
    done = effect.operation
    if operation.kind is OperationKind.ADD:
        return _addition(operation, effect)
    if operation.unit != done.unit or done.kind is OperationKind.ADD:
        return _against(operation, effect)
    if done.kind is OperationKind.SUP:
        suppresses = operation.kind is OperationKind.SUP
        return None if suppresses else Stuck(operation, Reason.UNIT_SUPPRESSED, done.id)
    if done.kind is OperationKind.NOC:
        return _against_kept_words(operation, effect)
    return _after_words(operation, effect)


def _against(operation: Operation, effect: Effect) -> Operation:
    return replace(operation, base=effect.after.version)


def _addition(operation: Operation, effect: Effect) -> Operation | Stuck | None:
    done, unit = effect.operation, operation.added
    if unit is None:
        return _against(operation, effect)
    if (done.kind, done.unit, done.added) == (operation.kind, operation.unit, unit):
        return None
    operation, unit = _with_its_number(operation, unit, effect)
    if done.kind is OperationKind.ADD and done.added:
        if done.added.id == unit.id:
            return Stuck(operation, Reason.ID_TAKEN, done.id)
        return _beside_added(operation, unit, effect, done.added)
    if done.kind is OperationKind.SUP:
        return _past_suppressed(operation, unit, effect)
    return _against(operation, effect)


def _with_its_number(operation: Operation, unit: Unit, effect: Effect) -> tuple[Operation, Unit]:
    """The number that the unit would have had stays its own, whatever else is accepted first."""
    if not unit.number and (operation.unit is None or operation.unit in effect.before.places):
        unit = replace(unit, number=number_for(effect.before, operation.unit, unit))
    return replace(operation, added=unit), unit


def _beside_added(operation: Operation, unit: Unit, effect: Effect, new: Unit) -> Operation:
    """Behind the unit added first at the same place, and under it where it took what is around."""
    after = operation.unit
    if operation.unit == effect.operation.unit and new.parent == unit.parent:
        after = new.id
    parent = unit.parent
    if operation.unit is not None:
        around = effect.before.unit(operation.unit).parent
        now = effect.after.unit(operation.unit).parent
        is_taken = around == parent and now == new.id and not ends(new, unit)
        parent = now if is_taken else parent
    added = replace(unit, parent=parent)
    return replace(operation, unit=after, added=added, base=effect.after.version)


def _past_suppressed(operation: Operation, unit: Unit, effect: Effect) -> Operation:
    """Behind the unit before, under the parent of what is gone."""
    before, gone = effect.before, effect.operation.unit
    assert gone is not None
    if unit.parent == gone:
        unit = replace(unit, parent=before.unit(gone).parent)
    if operation.unit != gone:
        return replace(operation, added=unit, base=effect.after.version)
    place = before.places[gone]
    after = before.units[place - 1].id if place else None
    return replace(operation, unit=after, added=unit, base=effect.after.version)


def _against_kept_words(operation: Operation, effect: Effect) -> Operation | Stuck | None:
    done = effect.operation
    is_same = (operation.language, operation.replacements) == (done.language, done.replacements)
    if operation.kind is OperationKind.NOC:
        return None if is_same else _against(operation, effect)
    if keeps(effect.after.kept[-1], operation):
        place = done.replacements[0] if done.replacements else None
        return Stuck(operation, Reason.WORDS_KEPT, done.id, place)
    return _against(operation, effect)


def _after_words(operation: Operation, effect: Effect) -> Operation | Stuck | None:
    """After words of the unit have changed: one that keeps or suppresses all of it speaks of all."""
    done = effect.operation
    if operation.kind is OperationKind.NOC and not operation.replacements:
        return Stuck(operation, Reason.WORDS_GONE, done.id)
    if operation.kind is OperationKind.SUP or operation.language != done.language:
        return _against(operation, effect)
    return _among_words(operation, effect)


def _among_words(operation: Operation, effect: Effect) -> Operation | Stuck | None:
    done = effect.operation
    moved: list[Replacement] = []
    same = _same(operation, done)
    for one in operation.replacements:
        if one in same:
            continue
        found = shifted(one, effect.changes)
        if isinstance(found, Reason):
            return Stuck(operation, found, done.id, one)
        moved.append(found)
    if not moved and operation.replacements:
        return None
    carried = replace(operation, replacements=tuple(joined(moved)), base=effect.after.version)
    if _breaks(carried, source_of(effect.after, carried)):
        return Stuck(operation, Reason.BRACKET_BROKEN, done.id)
    return carried


def _same(operation: Operation, done: Operation) -> frozenset[Replacement]:
    """Replacements that both ask for: those of a MOD serve an ALT as well, not the other way."""
    serves = done.kind is OperationKind.MOD and operation.kind is not OperationKind.NOC
    if serves or operation.kind is done.kind:
        return frozenset(done.replacements)
    return frozenset()


def _breaks(operation: Operation, source: str) -> bool:
    """Whether brackets would not be whole. Plain words for plain words break none."""
    if operation.kind is OperationKind.NOC or not _has_signs(operation.replacements, source):
        return False
    try:
        is_alt = operation.kind is OperationKind.ALT
        changes = offered(source, operation) if is_alt else operation.replacements
        parse(applied(source, changes))
    except (BracketError, OperationError):
        return True
    return False


def _has_signs(replacements: Sequence[Replacement], source: str) -> bool:
    return any(
        not _SIGNS.isdisjoint(one.words)
        or not _SIGNS.isdisjoint(source[max(0, one.start - 1) : one.end + 1])
        for one in replacements
    )
