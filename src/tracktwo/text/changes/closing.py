"""A bracket closed with one of its wordings, or taken out with all of them."""

from tracktwo.errors import OptionError
from tracktwo.text.brackets.marks import Mark
from tracktwo.text.brackets.scanner import Pair
from tracktwo.text.changes.operations import Operation, OperationKind, Replacement
from tracktwo.text.changes.wording_places import wording_pairs, wording_spans
from tracktwo.text.units import NegotiatedText


def closed(
    text: NegotiatedText,
    unit: str,
    language: str,
    bracket: str | int,
    alternative: int | None,
    *,
    operation: str,
    side: str = "",
    sides: tuple[str, ...] = (),
) -> Operation:
    """The MOD that closes a bracket with one of its wordings, counted from 0, or deletes it for None.

    `bracket` is the id in its mark, or its place among the brackets of the unit in order of opening,
    from 0. The words chosen stay the same words, so what others propose on them stays in place.
    `operation` is the id of the new one. `OptionError` where there is no such bracket or wording.

    >>> from tracktwo.text.units import Unit
    >>> text = NegotiatedText({}, ("en",), (Unit("u1", texts={"en": "We [shall/may] meet."}),))
    >>> closed(text, "u1", "en", 0, 1, operation="8").replacements
    (Replacement(start=3, end=10, words=''), Replacement(start=13, end=14, words=''))
    """
    source = text.unit(unit).texts[language]
    pair = _found(source, bracket, unit)
    spans = list(wording_spans(source, pair, sides))
    if alternative is not None and not 0 <= alternative < len(spans):
        raise OptionError(
            f"bracket {bracket} of unit {unit} has {len(spans)} wordings; count them from 0"
        )
    start, end = spans[alternative] if alternative is not None else (pair.end, pair.end)
    replacements: tuple[Replacement, ...] = (
        Replacement(pair.start, start, ""),
        Replacement(end, pair.mark_end, ""),
    )
    if start == end:
        place = _with_a_blank(source, pair.start, pair.mark_end)
        replacements = (Replacement(*place, ""),)
    return Operation(
        operation, OperationKind.MOD, text.version, unit, language, replacements, side=side
    )


def _found(source: str, bracket: str | int, unit: str) -> Pair:
    for place, pair in enumerate(wording_pairs(source)):
        known = Mark(source[pair.end : pair.mark_end]).values.get("id")
        if bracket == (place if isinstance(bracket, int) else known):
            return pair
    raise OptionError(f"unit {unit} has no bracket {bracket}; name one by the id in its mark")


def _with_a_blank(source: str, start: int, end: int) -> tuple[int, int]:
    """The place of words that go, with a blank that would be left double or before a full stop."""
    before, behind = source[start - 1 : start], source[end : end + 1]
    if before == " " and (not behind or behind in " .,;:!?)"):
        return start - 1, end
    return (start, end + 1) if not before and behind == " " else (start, end)
