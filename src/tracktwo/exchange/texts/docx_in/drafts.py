"""Units as a document shows them, before they have their ids: what stands, and what is proposed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tracktwo.exchange.texts.docx_in.lines import Flow, Line, Piece, State
from tracktwo.exchange.texts.docx_in.numbering import Counting
from tracktwo.exchange.texts.docx_in.pairs import AFTER, BEFORE, Pair, pairs, pieces_of, words_of
from tracktwo.exchange.texts.docx_in.replaced import replaced
from tracktwo.exchange.texts.docx_in.styles import Form
from tracktwo.exchange.texts.printed_number import number_and_words
from tracktwo.text.changes.derive import derived
from tracktwo.text.changes.operations import Replacement


@dataclass(frozen=True, slots=True)
class Draft:
    """A unit of the text, or one proposed (`is_added`); `gone_by` is the side that suppresses it.

    `changes` are by side. `pieces` without the first `cut` characters are its source.
    """

    form: Form
    number: str
    source: str
    pieces: list[Piece]
    cut: int = 0
    name: tuple[str, str] | None = None
    is_added: bool = False
    side: str = ""
    gone_by: str | None = None
    changes: Mapping[str, tuple[Replacement, ...]] | None = None


def drafts(flow: Flow, counting: Counting, sides: Mapping[str, str]) -> Iterator[Draft]:
    """The units of a flow, what is proposed for each, and those that are added."""
    for pair in pairs(flow):
        if pair.before and _says(pair.before, BEFORE):
            yield _standing(pair, counting, sides)
        elif pair.after and _says(pair.after, AFTER):
            yield _added(pair, sides)


def _says(lines: tuple[Line, ...], states: tuple[State, ...]) -> bool:
    if lines[-1].form.is_contents:
        return False
    is_ours = _name(lines) is not None and (states is BEFORE) == (
        _end_state(lines) is not State.COME
    )
    return bool(words_of(lines, states).strip()) or is_ours


def _end_state(lines: tuple[Line, ...]) -> State:
    named = next((one for one in reversed(lines) if one.name), lines[-1])
    return named.end


def _name(lines: tuple[Line, ...]) -> tuple[str, str] | None:
    """The unit that a paragraph is by its bookmark, that of its end before any other."""
    return next((one.name for one in reversed(lines) if one.name), None)


def _standing(pair: Pair, counting: Counting, sides: Mapping[str, str]) -> Draft:
    form = pair.before[-1].form
    pieces = [one for one in pieces_of(pair.before, tuple(State)) if not one.is_number]
    before = words_of(pair.before, BEFORE)
    number, cut = _number(pair.before, pieces, before, form, counting)
    source = before[cut:]
    gone_by = None if pair.after and _is_left(pair) else _side(pair.before, State.GONE, sides)
    changes = {} if gone_by is not None else _changes(pair, source, cut, sides)
    name = _name(tuple(one for one in pair.before if one.end is not State.COME))
    return Draft(
        form,
        number,
        source,
        pieces,
        cut,
        name or _name(pair.before),
        gone_by=gone_by,
        changes=changes,
    )


def _is_left(pair: Pair) -> bool:
    """Whether something stands in its place afterwards; an emptied paragraph of ours does too."""
    is_ours = pair.before[-1].end is State.SAME and _name(pair.before) is not None
    return bool(words_of(pair.after, AFTER).strip()) or is_ours


def _number(
    lines: tuple[Line, ...], pieces: list[Piece], before: str, form: Form, counting: Counting
) -> tuple[str, int]:
    """The number of a unit, and how many characters of its words it takes with it."""
    marked = "".join(one.text for one in pieces_of(lines, BEFORE) if one.is_number)
    counted = counting.printed(form.num, form.level_in_list) if form.num else ""
    if marked or counted or form.is_sure or _name(lines):
        return (marked or counted).strip(), 0
    number, words = number_and_words(before.lstrip())
    cut = len(before) - len(words)
    return (number, cut) if cut <= _untouched(pieces) else ("", 0)


def _untouched(pieces: list[Piece]) -> int:
    """How many characters stand before the first change."""
    count = 0
    for one in pieces:
        if one.state is not State.SAME:
            return count
        count += len(one.text)
    return count


def _changes(
    pair: Pair, source: str, cut: int, sides: Mapping[str, str]
) -> dict[str, tuple[Replacement, ...]]:
    if pair.common:
        pieces = [one for one in pieces_of(pair.common, tuple(State)) if not one.is_number]
        return replaced(pieces, cut=cut, sides=sides)
    after = words_of(pair.after, AFTER)
    start = words_of(pair.before, BEFORE)[:cut]
    found = derived(source, after.removeprefix(start))
    return {_side(pair.before + pair.after, None, sides): found} if found else {}


def _side(lines: tuple[Line, ...], state: State | None, sides: Mapping[str, str]) -> str:
    """The side of the first author of a change."""
    authors = [
        *(
            one.author
            for line in lines
            for one in line.pieces
            if one.author and state in (None, one.state)
        ),
        *(line.author for line in lines if line.author),
    ]
    return sides.get(authors[0], "") if authors else ""


def _added(pair: Pair, sides: Mapping[str, str]) -> Draft:
    form = pair.after[-1].form
    pieces = [one for one in pieces_of(pair.after, AFTER) if not one.is_number]
    after = words_of(pair.after, AFTER)
    number = "".join(one.text for one in pieces_of(pair.after, AFTER) if one.is_number).strip()
    cut = 0
    if not (form.is_sure or number or _name(pair.after)):
        number, words = number_and_words(after.lstrip())
        cut = len(after) - len(words)
    side = _side(pair.after, State.COME, sides)
    name = _name(tuple(one for one in pair.after if one.end is State.COME))
    return Draft(form, number, after[cut:], pieces, cut, name, is_added=True, side=side)
