"""Acts on a text: accepting a proposal, releasing words that were kept, numbering anew."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tracktwo.errors import OptionError
from tracktwo.text.changes.effect import Effect, effect_of
from tracktwo.text.changes.numbering import with_numbers
from tracktwo.text.changes.operations import Operation, OperationKind
from tracktwo.text.changes.reasons import Reason, Stuck, refusal
from tracktwo.text.changes.rebase import rebased
from tracktwo.text.changes.spans import taken_back
from tracktwo.text.units import NegotiatedText


@dataclass(frozen=True, slots=True)
class Accepted:
    """The next version of a text, and what became of the operations that were open.

    `rebased` are open against it; `stuck` have lost their place, each with the reason. `undone` is
    the operation that would take the accepted one back, against this version; None for a NOC, which
    is lifted. `met` ask for nothing more, because the same stands now: common ground.
    """

    text: NegotiatedText
    rebased: tuple[Operation, ...] = ()
    stuck: tuple[Stuck, ...] = ()
    undone: Operation | None = None
    met: tuple[Operation, ...] = ()


def accept(
    text: NegotiatedText, operation: Operation, others: Iterable[Operation] = ()
) -> Accepted:
    """Accept an operation into a text and carry the other open ones to the version that it makes.

    All must be written against this version. `OperationError`, with a sentence that says what to do,
    where the operation does not fit the text, changes words that a NOC keeps, or would leave a
    bracket that is not whole.

    >>> from tracktwo.text.changes.operations import Replacement
    >>> from tracktwo.text.units import Unit
    >>> text = NegotiatedText({}, ("en",), (Unit("u1", texts={"en": "We shall meet."}),))
    >>> may = Operation("1", OperationKind.MOD, 0, "u1", "en", (Replacement(3, 8, "may"),))
    >>> talk = Operation("2", OperationKind.MOD, 0, "u1", "en", (Replacement(9, 13, "talk"),))
    >>> accepted = accept(text, may, [talk])
    >>> accepted.text.unit("u1").texts["en"], accepted.rebased[0].replacements
    ('We may meet.', (Replacement(start=7, end=11, words='talk'),))
    """
    effect = effect_of(text, operation)
    outcomes = [(one, _carried(one, effect)) for one in others if one.id != operation.id]
    return Accepted(
        effect.after,
        rebased=tuple(found for _, found in outcomes if isinstance(found, Operation)),
        stuck=tuple(found for _, found in outcomes if isinstance(found, Stuck)),
        undone=_undone(effect),
        met=tuple(one for one, found in outcomes if found is None),
    )


def _carried(one: Operation, effect: Effect) -> Operation | Stuck | None:
    if one.base != effect.before.version:
        by = f"{one.base}, not {effect.before.version}"
        raise refusal(Reason.OTHER_VERSION, one, by=by)
    return rebased(one, effect)


def lifted(text: NegotiatedText, operation: str) -> NegotiatedText:
    """The next version of a text, the words that an accepted NOC kept being free again.

    `OptionError` where no NOC of that id keeps anything.

    >>> from tracktwo.text.units import Kept
    >>> lifted(NegotiatedText({}, (), kept=(Kept("4", "u1"),)), "4").kept
    ()
    """
    kept = tuple(one for one in text.kept if one.operation != operation)
    if len(kept) == len(text.kept):
        raise OptionError(f"no accepted NOC {operation} keeps words; name one that does")
    return replace(text, kept=kept, version=text.version + 1)


def moved_on(text: NegotiatedText, others: Iterable[Operation]) -> tuple[Operation, ...]:
    """Open operations after an act that moved no words: `lifted`, or numbers set anew."""
    return tuple(replace(one, base=text.version) for one in others)


def numbered(text: NegotiatedText, numbers: dict[str, str]) -> NegotiatedText:
    """The next version of a text, with new numbers by unit; `OptionError` for a unit that is not there."""
    unknown = [one for one in numbers if one not in text.places]
    if unknown:
        raise OptionError(f"no unit {unknown[0]} to number; name units that are in the text")
    return with_numbers(text, numbers)


def _undone(effect: Effect) -> Operation | None:
    done, version = effect.operation, effect.after.version
    one = replace(done, id=f"{done.id}-undone", base=version, rationale={})
    if done.kind in (OperationKind.MOD, OperationKind.ALT):
        source = effect.before.unit(done.unit or "").texts.get(done.language, "")
        return replace(one, kind=OperationKind.MOD, replacements=taken_back(source, effect.changes))
    if done.kind is OperationKind.ADD and done.added:
        return replace(one, kind=OperationKind.SUP, unit=done.added.id, added=None)
    if done.kind is OperationKind.SUP and done.unit:
        place = effect.before.places[done.unit]
        after = effect.before.units[place - 1].id if place else None
        return replace(one, kind=OperationKind.ADD, unit=after, added=effect.before.units[place])
    return None
