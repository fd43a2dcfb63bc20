"""Words put in brackets: a wording offered beside others, a contested proposal entered."""

from collections.abc import Iterator
from dataclasses import replace

from tracktwo.errors import OptionError
from tracktwo.text.brackets.marks import Mark
from tracktwo.text.brackets.scanner import Pair, scan
from tracktwo.text.brackets.signs import CLOSING_OF
from tracktwo.text.changes.operations import Operation, OperationKind, Replacement
from tracktwo.text.changes.reasons import Reason, refusal
from tracktwo.text.changes.spans import joined
from tracktwo.text.changes.wording_places import wording_pairs, wording_spans
from tracktwo.text.units import NegotiatedText, Unit

_WESTERN, _CHINESE = ("[", "]", "/"), ("【", "】", "／")
_SLASH_OF = {opening: "/" if opening == "[" else "／" for opening in CLOSING_OF}


def offered(source: str, operation: Operation) -> tuple[Replacement, ...]:
    """What an ALT does to a source: its words stay, and its wordings stand beside them.

    A wording for a whole bracket, or for one wording of a bracket, becomes one alternative more.
    `OperationError` where it would cut a bracket in two.

    >>> from tracktwo.text.changes.spans import applied
    >>> one = Operation("7", OperationKind.ALT, 0, "u1", "en", (Replacement(3, 8, "may"),))
    >>> applied("We shall meet.", offered("We shall meet.", one))
    'We [shall/may] meet.'
    >>> applied("We [shall] meet.", offered("We [shall] meet.", replace(one, replacements=(Replacement(3, 10, "may"),))))
    'We [shall/may] meet.'
    """
    pairs = wording_pairs(source)
    return tuple(
        joined(
            each
            for one in operation.replacements
            for each in _beside(source, pairs, one, operation)
        )
    )


def bracketed(
    text: NegotiatedText,
    operation: Operation,
    *,
    bracket: str = "",
    since: str = "",
    reason: str = "",
    holder: str = "",
) -> tuple[Operation, ...]:
    """The operations that enter a contested MOD, ADD or SUP in brackets instead of accepting it.

    MOD gives [old/new], ADD [new] in every language, SUP [old]: one operation for each language that
    the unit has, because an operation speaks one language. What is given of `bracket` (an id),
    `since`, `reason` and `holder` is noted behind each bracket; further brackets of one operation
    are called `bracket`-2, -3. `OperationError` where a bracket would be cut in two, or for a NOC.

    >>> text = NegotiatedText({}, ("en",), (Unit("u1", texts={"en": "We shall meet."}),))
    >>> one = Operation("7", OperationKind.MOD, 0, "u1", "en", (Replacement(3, 8, "may"),))
    >>> [entered] = bracketed(text, one, bracket="b3", holder="several")
    >>> from tracktwo.text.changes.spans import applied
    >>> applied("We shall meet.", entered.replacements)
    'We [shall/may]{id:b3 holder:several} meet.'
    """
    notes = {"id": bracket, "since": since, "reason": reason, "holder": holder}
    notes = {key: value for key, value in notes.items() if value}
    if operation.kind in (OperationKind.MOD, OperationKind.ALT):
        return (_modified(text, operation, notes),)
    if operation.kind is OperationKind.ADD and operation.added:
        return (replace(operation, added=_added(operation, operation.added, notes)),)
    if operation.kind is OperationKind.SUP and operation.unit:
        return tuple(_contested_suppression(text, operation, notes))
    raise OptionError(f"operation {operation.id} changes no words that could stand in brackets")


def _beside(
    source: str, pairs: list[Pair], one: Replacement, operation: Operation
) -> Iterator[Replacement]:
    """One alternative more in the bracket that the words are, or a bracket around the words."""
    _refuse_to_cut(source, one, operation)
    place = _end_of_wording(source, pairs, one) if one.words else None
    if place is None:
        yield from _around(source, one, operation, Mark())
    else:
        at, pair = place
        behind = _one_more(source, pair, at, one.words)
        if behind is None:
            raise refusal(Reason.BRACKET_BROKEN, operation, detail=one.words)
        yield Replacement(at, at, behind)


def _refuse_to_cut(source: str, one: Replacement, operation: Operation) -> None:
    """No bracket in two, and no two wordings in one."""
    for pair in scan(source).pairs:
        first = one.start <= pair.start < one.end
        last = one.start < pair.mark_end <= one.end
        outside = one.end <= pair.start or pair.mark_end <= one.start
        inside = pair.start < one.start and one.end < pair.end
        between = inside and any(one.start <= slash < one.end for slash in pair.slashes)
        if between or not (outside or inside or (first and (last or pair.end == one.end))):
            detail = source[pair.start : pair.mark_end]
            raise refusal(Reason.BRACKET_BROKEN, operation, detail=detail)


def _end_of_wording(source: str, pairs: list[Pair], one: Replacement) -> tuple[int, Pair] | None:
    """Behind which wording of which bracket one more goes, where the words are all of one."""
    for pair in pairs:
        if pair.role != "wordings":
            continue
        spans = list(wording_spans(source, pair, ()))
        if pair.start == one.start and one.end in (pair.end, pair.mark_end):
            return spans[-1][1], pair
        if (one.start, one.end) in spans and one.start < one.end:
            return one.end, pair
    return None


def _one_more(source: str, pair: Pair, at: int, words: str) -> str | None:
    """A slash as the bracket writes it and the words; with blanks where a tight one would join both.

    None where no slash parts them, as inside a span of code.
    """
    sign = source[pair.slashes[0]] if pair.slashes else _SLASH_OF[source[pair.start]]
    is_apart = bool(pair.slashes) and source[pair.slashes[0] - 1].isspace()
    for between in (_apart(sign),) if is_apart else (sign, _apart(sign)):
        behind = between + _as_wording(words)
        written = source[:at] + behind + source[at:]
        found = next((one for one in scan(written).pairs if one.start == pair.start), None)
        if found and len(found.slashes) == len(pair.slashes) + 1:
            return behind
    return None


def _apart(sign: str) -> str:
    return f" {sign} "


def _as_wording(words: str) -> str:
    """Words with a backslash before each slash that would part them in a bracket."""
    slashes = set(_slashes(words))
    return "".join("\\" + one if at in slashes else one for at, one in enumerate(words))


def _around(
    source: str, one: Replacement, operation: Operation, mark: Mark
) -> Iterator[Replacement]:
    """The words in a bracket of their own, the new ones beside them."""
    old = source[one.start : one.end]
    opening, closing, slash = _CHINESE if operation.language.startswith("zh") else _WESTERN
    between = _joint(old, one.words, opening, slash, closing) if old and one.words else ""
    behind = between + _as_wording(one.words) + closing
    mark = mark or _needed_mark(opening + _as_wording(old) + behind, operation)
    if not old:
        yield Replacement(one.start, one.start, opening + behind + mark.source)
        return
    yield Replacement(one.start, one.start, opening)
    for at in _slashes(old):
        yield Replacement(one.start + at, one.start + at, "\\")
    yield Replacement(one.end, one.end, behind + mark.source)


def _slashes(words: str) -> Iterator[int]:
    """Where a slash would part words in a bracket."""
    inner = f"[{words}]"
    yield from (at - 1 for pair in scan(inner).pairs if pair.start == 0 for at in pair.slashes)


def _joint(old: str, new: str, opening: str, slash: str, closing: str) -> str:
    """A tight slash, or one with blanks where a tight one would not part the two."""
    for between in (slash, _apart(slash)):
        written = opening + _as_wording(old) + between + _as_wording(new) + closing
        outer = [one for one in scan(written).pairs if one.start == 0]
        if outer and len(outer[0].slashes) == 1 and outer[0].end == len(written):
            return between
    return _apart(slash)


def _needed_mark(written: str, operation: Operation) -> Mark:
    """A mark with the id of the operation, where without one the bracket would be read as a note."""
    outer = [one for one in scan(written).pairs if one.start == 0]
    is_read = bool(outer) and outer[0].role != "none"
    return Mark() if is_read else Mark.of({"id": operation.id})


def _modified(text: NegotiatedText, operation: Operation, notes: dict[str, str]) -> Operation:
    if not operation.unit or operation.unit not in text.places:
        raise refusal(Reason.NO_UNIT, operation)
    source = text.unit(operation.unit).texts.get(operation.language, "")
    marks = _marks(notes)

    def entering(one: Replacement) -> Iterator[Replacement]:
        _refuse_to_cut(source, one, operation)
        return _around(source, one, operation, next(marks))

    replacements = tuple(joined(each for one in operation.replacements for each in entering(one)))
    return replace(operation, kind=OperationKind.MOD, replacements=replacements)


def _marks(notes: dict[str, str]) -> Iterator[Mark]:
    """The mark of the first bracket, the second, and so on."""
    yield Mark.of(notes)
    number = 2
    while True:
        yield Mark.of(notes | ({"id": f"{notes['id']}-{number}"} if "id" in notes else {}))
        number += 1


def _added(operation: Operation, unit: Unit, notes: dict[str, str]) -> Unit:
    return replace(
        unit,
        texts={
            language: _in_brackets(source, replace(operation, language=language), notes)
            for language, source in unit.texts.items()
        },
    )


def _in_brackets(source: str, operation: Operation, notes: dict[str, str]) -> str:
    one = Replacement(0, 0, source)
    return "".join(each.words for each in _around("", one, operation, Mark.of(notes)))


def _contested_suppression(
    text: NegotiatedText, operation: Operation, notes: dict[str, str]
) -> Iterator[Operation]:
    if not operation.unit or operation.unit not in text.places:
        raise refusal(Reason.NO_UNIT, operation)
    unit = text.unit(operation.unit)
    several = len(unit.texts) > 1
    for language, source in unit.texts.items():
        one = replace(
            operation,
            id=f"{operation.id}.{language}" if several else operation.id,
            kind=OperationKind.MOD,
            language=language,
        )
        whole = Replacement(0, len(source), "")
        marked = tuple(_around(source, whole, one, Mark.of(notes)))
        yield replace(one, replacements=marked)
