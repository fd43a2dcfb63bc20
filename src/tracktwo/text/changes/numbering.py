"""Numbers are part of the text: they never shift by themselves, and set anew only by an explicit act.

A unit added between 3 and 4 is 3 bis, the next one 3 ter, as the United Nations number additions to
an existing text; a number of a suppressed unit stays vacant. In Chinese that is 之二, 之三 (第三条之二):
so the Chinese texts of the Paris and Berne Conventions print Article 6bis (第六条之二). The laws of
the People's Republic count the first addition as 之一; a text in which both sides read the same
numbers follows the treaties. Before a first number stands the same with a minus sign, as the
European Parliament numbers amendments: -1.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from tracktwo.text.changes.cross_references import Reference, references
from tracktwo.text.changes.numbers import Number, is_roman
from tracktwo.text.units import NegotiatedText, Unit


def number_for(text: NegotiatedText, after: str | None, unit: Unit) -> str:
    """The number that a unit gets when it comes after another, "" where its like have none.

    A number that the unit brings along is kept if it is free. Numbers of suppressed units are not.

    >>> items = [Unit(one, number=f"{n}.") for n, one in enumerate("abc", 1)]
    >>> text = NegotiatedText({}, (), tuple(items))
    >>> number_for(text, "b", Unit("x")), number_for(text, "c", Unit("x")), number_for(text, None, Unit("x"))
    ('2 bis.', '4.', '-1.')
    """
    at = 0 if after is None else text.places[after] + 1
    row = _row_around(text, at, unit)
    vacant = {one.number for one in _vacant(text, row, unit)}

    def is_taken(number: str) -> bool:
        return number in row.numbers or number in vacant

    if not row.units or (unit.number and not is_taken(unit.number)):
        return unit.number
    split = bisect_left(row.places, at)
    if not split:
        first = Number.of(row.units[0].number)
        assert first is not None
        return _first_free(replace(first, minus=True, turn=1), is_taken)
    before = Number.of(row.units[split - 1].number)
    assert before is not None
    is_between = split < len(row.units)
    return (
        _first_free(before, is_taken)
        if is_between
        else _next_free(before, is_taken, roman=_starts_roman(row.units))
    )


def row_of(text: NegotiatedText, after: str | None, unit: Unit) -> str | None:
    """The first unit of the row in which a unit would be counted, None where its like have no numbers.

    >>> text = NegotiatedText({}, (), (Unit("a", number="1."), Unit("b", number="2.")))
    >>> row_of(text, "b", Unit("x"))
    'a'
    """
    row = _row_around(text, 0 if after is None else text.places[after] + 1, unit)
    return row.units[0].id if row.units else None


@dataclass(frozen=True, slots=True)
class _Row:
    """Numbered units that are counted through, and where in the text they stand."""

    units: tuple[Unit, ...] = ()
    places: tuple[int, ...] = ()
    numbers: frozenset[str] = frozenset()
    parents: frozenset[str | None] = frozenset()


def _row_around(text: NegotiatedText, at: int, unit: Unit) -> _Row:
    """The row that a unit at a place would be in: that of its siblings, or one that runs on."""
    for row in _rows_of(text, unit):
        runs_on = len(row.parents) > 1
        inside = row.places[0] < at <= row.places[-1]
        if (runs_on and inside) or unit.parent in row.parents:
            return row
    return _Row()


def _rows_of(text: NegotiatedText, like: Unit) -> tuple[_Row, ...]:
    """The rows of units like one, counted once for a text, as its `places` are."""
    known: dict[tuple[str, int], tuple[_Row, ...]] = vars(text).setdefault("_rows", {})
    key = like.kind, like.level
    if key not in known:
        known[key] = tuple(
            _Row(
                tuple(row),
                tuple(text.places[one.id] for one in row),
                frozenset(one.number for one in row),
                frozenset(one.parent for one in row),
            )
            for row in _rows(text.units, like)
        )
    return known[key]


def _rows(units: Sequence[Unit], like: Unit) -> Iterator[list[Unit]]:
    """Rows of numbered units of one kind and level; a new one begins where another parent starts at 1."""
    row: list[Unit] = []
    for one in units:
        is_like = one.number and (one.kind, one.level) == (like.kind, like.level)
        number = Number.of(one.number) if is_like else None
        if number is None:
            continue
        if row and row[-1].parent != one.parent and _is_first(number):
            yield row
            row = []
        row.append(one)
    if row:
        yield row


def _is_first(number: Number) -> bool:
    return number.minus or number.value() == 1 or number.core in ("i", "I")


def _starts_roman(row: Sequence[Unit]) -> bool:
    """Whether letters count as roman numerals: they do where the row begins with i."""
    first = next((found for one in row if (found := Number.of(one.number))), None)
    return first is not None and first.core in ("i", "I")


def _vacant(text: NegotiatedText, row: _Row, unit: Unit) -> Iterator[Unit]:
    parents = row.parents | {unit.parent}
    for one in text.gone:
        is_like = (one.kind, one.level) == (unit.kind, unit.level)
        if is_like and one.id != unit.id and one.parent in parents:
            yield one


def _first_free(number: Number, is_taken: Callable[[str], bool]) -> str:
    """The number itself or the first of its bis, ter ... that is free."""
    turn = 1
    while is_taken(str(replace(number, turn=turn))):
        turn += 1
    return str(replace(number, turn=turn))


def _next_free(number: Number, is_taken: Callable[[str], bool], *, roman: bool) -> str:
    value = number.value(roman=roman) + 1
    while is_taken(str(number.valued(value, roman=roman))):
        value += 1
    return str(number.valued(value, roman=roman))


@dataclass(frozen=True, slots=True)
class Renumbered:
    """A text with its numbers set anew, and what a person has to look at.

    `numbers` holds the old and the new number by unit, of those that changed. `references` are words
    such as "paragraph 4" that may speak of such a unit: proposals, none of them applied.
    """

    text: NegotiatedText
    numbers: dict[str, tuple[str, str]]
    references: tuple[Reference, ...]


def renumbered(text: NegotiatedText) -> Renumbered:
    """The text with each row of numbers counted through again, vacant numbers and bis closed up.

    A row goes on under the next heading unless it starts again at 1 there. What is no number that
    can be counted stays.

    >>> text = NegotiatedText({}, ("en",), (Unit("a", number="1."), Unit("b", number="1 bis."),
    ...     Unit("c", texts={"en": "See paragraph 3."}, number="3.")))
    >>> again = renumbered(text)
    >>> again.numbers
    {'b': ('1 bis.', '2.')}
    >>> again.text.version
    1
    """
    numbers = _counted(text)
    changed = {
        one.id: (one.number, numbers[one.id])
        for one in text.units
        if numbers.get(one.id, one.number) != one.number
    }
    return Renumbered(with_numbers(text, numbers), changed, references(text, changed))


def with_numbers(text: NegotiatedText, numbers: dict[str, str]) -> NegotiatedText:
    """The next version of a text, with these numbers by unit; numbers of suppressed units are free again."""
    units = tuple(
        replace(one, number=numbers.get(one.id, one.number)) if one.id in numbers else one
        for one in text.units
    )
    gone = tuple(replace(one, number="") for one in text.gone)
    return replace(text, units=units, gone=gone, version=text.version + 1)


def _counted(text: NegotiatedText) -> dict[str, str]:
    numbers: dict[str, str] = {}
    for like in {(one.kind, one.level): one for one in text.units}.values():
        for row in _rows(text.units, like):
            numbers |= _row_counted(row)
    return numbers


def _row_counted(row: Sequence[Unit]) -> dict[str, str]:
    """Each style of a row is counted for itself, from its first number."""
    roman = _starts_roman(row)
    following: dict[tuple[str, str, str], int] = {}
    numbers: dict[str, str] = {}
    for one in row:
        number = Number.of(one.number)
        assert number is not None
        if roman and not is_roman(number.core):
            continue
        value = following.get(number.style, 1 if number.minus else number.value(roman=roman))
        numbers[one.id] = str(number.valued(value, roman=roman))
        following[number.style] = value + 1
    return numbers
