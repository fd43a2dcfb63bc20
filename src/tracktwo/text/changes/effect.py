"""What an accepted operation does to a text, and what is refused."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tracktwo.errors import BracketError, InputError
from tracktwo.text.brackets.grammar import parse
from tracktwo.text.changes.bracketing import offered
from tracktwo.text.changes.numbering import number_for
from tracktwo.text.changes.operations import Operation, OperationKind, Replacement
from tracktwo.text.changes.reasons import Reason, refusal
from tracktwo.text.changes.spans import applied, conflict, in_order, kept_spans
from tracktwo.text.units import Kept, NegotiatedText, Unit, UnitKind


@dataclass(frozen=True, slots=True)
class Effect:
    """A text before and after an operation, and what was replaced in the words it speaks of.

    `changes` is not always what the operation says: an ALT leaves its words and brackets them.
    """

    operation: Operation
    before: NegotiatedText
    after: NegotiatedText
    changes: tuple[Replacement, ...] = ()


def effect_of(text: NegotiatedText, operation: Operation) -> Effect:
    """The effect of an operation written against this version; `OperationError` where it has none."""
    refuse(text, operation)
    return _EFFECTS[operation.kind](text, operation)


def refuse(text: NegotiatedText, operation: Operation) -> None:
    """Raise `OperationError` where an operation does not fit a text, or words it changes are kept."""
    if operation.base != text.version:
        by = f"{operation.base}, not {text.version}"
        raise refusal(Reason.OTHER_VERSION, operation, by=by)
    if operation.kind is OperationKind.ADD:
        _refuse_addition(text, operation)
        return
    if operation.unit not in text.places:
        raise refusal(Reason.NO_UNIT, operation)
    if operation.kind is not OperationKind.SUP:
        _refuse_words(text, operation)
    keeper = next((one for one in text.kept if keeps(one, operation)), None)
    if keeper and operation.kind is not OperationKind.NOC:
        raise refusal(Reason.WORDS_KEPT, operation, by=keeper.operation)


def keeps(kept: Kept, operation: Operation) -> bool:
    """Whether words under a NOC would be changed by an operation."""
    if operation.kind in (OperationKind.ADD, OperationKind.NOC) or kept.unit != operation.unit:
        return False
    if operation.kind is OperationKind.SUP or not kept.spans:
        return True
    return kept.language == operation.language and any(
        conflict(Replacement(start, end, ""), one)
        for start, end in kept.spans
        for one in operation.replacements
    )


def _refuse_addition(text: NegotiatedText, operation: Operation) -> None:
    unit = operation.added
    if unit is None:
        raise refusal(Reason.NOTHING_ADDED, operation)
    if operation.unit is not None and operation.unit not in text.places:
        raise refusal(Reason.NO_UNIT, operation)
    if unit.id in text.places or any(_is_another(one, unit) for one in text.gone):
        raise refusal(Reason.ID_TAKEN, operation, by=unit.id)
    _refuse_languages(text, operation, unit.texts)
    for source in unit.texts.values():
        _refuse_broken(source, operation)


def _is_another(gone: Unit, unit: Unit) -> bool:
    """Whether a suppressed unit had this id and is not the one that comes back."""
    return gone.id == unit.id and gone.kind is not unit.kind


def _refuse_languages(text: NegotiatedText, operation: Operation, used: Iterable[str]) -> None:
    for language in used:
        if language not in text.languages:
            raise refusal(Reason.NO_LANGUAGE, operation, by=language)


def _refuse_words(text: NegotiatedText, operation: Operation) -> None:
    if operation.kind is OperationKind.NOC and not operation.replacements:
        return
    _refuse_languages(text, operation, (operation.language,))
    source = source_of(text, operation)
    if not in_order(operation.replacements, len(source)):
        raise refusal(Reason.NO_PLACE, operation)
    if operation.kind is OperationKind.NOC and any(
        source[one.start : one.end] != one.words or not one.words for one in operation.replacements
    ):
        raise refusal(Reason.NOT_THE_WORDS, operation)


def _refuse_broken(source: str, operation: Operation) -> None:
    try:
        parse(source)
    except BracketError as error:
        raise refusal(Reason.BRACKET_BROKEN, operation, detail=str(error)) from error


def source_of(text: NegotiatedText, operation: Operation) -> str:
    """The words that an operation speaks of, "" where the unit has none in that language yet."""
    return text.unit(operation.unit or "").texts.get(operation.language, "")


def _modified(text: NegotiatedText, operation: Operation) -> Effect:
    source = source_of(text, operation)
    changes = operation.replacements
    if operation.kind is OperationKind.ALT:
        changes = offered(source, operation)
    new = applied(source, changes)
    _refuse_broken(new, operation)
    place = text.places[operation.unit or ""]
    unit = text.units[place].with_text(operation.language, new)
    units = (*text.units[:place], unit, *text.units[place + 1 :])
    kept = tuple(_carried(one, operation, changes) for one in text.kept)
    after = replace(text, units=units, kept=kept, version=text.version + 1)
    return Effect(operation, text, after, changes)


def _carried(kept: Kept, operation: Operation, changes: tuple[Replacement, ...]) -> Kept:
    if (kept.unit, kept.language) != (operation.unit, operation.language):
        return kept
    return replace(kept, spans=tuple(kept_spans(kept.spans, changes)))


def _protected(text: NegotiatedText, operation: Operation) -> Effect:
    spans = tuple((one.start, one.end) for one in operation.replacements)
    language = operation.language if spans else ""
    kept = Kept(operation.id, operation.unit or "", language, spans)
    after = replace(text, kept=(*text.kept, kept), version=text.version + 1)
    return Effect(operation, text, after)


def _suppressed(text: NegotiatedText, operation: Operation) -> Effect:
    """The unit is gone; what stood under it stands under its parent."""
    gone = text.unit(operation.unit or "")

    def raised(one: Unit) -> Unit:
        return replace(one, parent=gone.parent) if one.parent == gone.id else one

    after = replace(
        text,
        units=tuple(raised(one) for one in text.units if one.id != gone.id),
        gone=(*(raised(one) for one in text.gone), gone),
        version=text.version + 1,
    )
    return Effect(operation, text, after)


def _added(text: NegotiatedText, operation: Operation) -> Effect:
    unit = operation.added
    assert unit is not None
    place = 0 if operation.unit is None else text.places[operation.unit] + 1
    if unit.parent is not None and text.places.get(unit.parent, place) >= place:
        raise refusal(Reason.NOTHING_ADDED, operation)
    unit = replace(unit, number=number_for(text, operation.unit, unit))
    behind = tuple(_taken_under(unit, text.units[:place], text.units[place:]))
    try:
        after = replace(
            text,
            units=(*text.units[:place], unit, *behind),
            gone=tuple(one for one in text.gone if one.id != unit.id),
            version=text.version + 1,
        )
    except InputError as error:
        raise refusal(Reason.NOTHING_ADDED, operation) from error
    return Effect(operation, text, after)


def _taken_under(added: Unit, before: tuple[Unit, ...], behind: tuple[Unit, ...]) -> Iterator[Unit]:
    """The units behind one that was added, those that now stand under it with it as their parent.

    A heading ends the sections before it that are not above it. It takes what stood in these or
    beside it, up to the next heading as high; a chapeau takes the items right behind it.
    """
    ended = {added.parent, *(one.id for one in before if ends(one, added))}
    takes = added.kind in (UnitKind.HEADING, UnitKind.CHAPEAU)
    for one in behind:
        takes = takes and not ends(added, one)
        yield replace(one, parent=added.id) if takes and one.parent in ended else one


def ends(one: Unit, following: Unit) -> bool:
    """Whether a unit that follows a heading or chapeau does not stand under it."""
    if one.kind is UnitKind.CHAPEAU:
        return following.kind is not UnitKind.ITEM
    is_heading = following.kind is UnitKind.HEADING
    return one.kind is UnitKind.HEADING and is_heading and following.level <= one.level


_EFFECTS = {
    OperationKind.ADD: _added,
    OperationKind.MOD: _modified,
    OperationKind.SUP: _suppressed,
    OperationKind.NOC: _protected,
    OperationKind.ALT: _modified,
}
