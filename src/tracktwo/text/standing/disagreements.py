"""Every disagreement of a text: a bracket of the one language and that of the other are one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import TypeVar

from tracktwo.errors import MarkError
from tracktwo.text.brackets.check import BracketKind, kind_of
from tracktwo.text.brackets.nodes import Bracket, Placeholder
from tracktwo.text.brackets.walk import Path, Placed, brackets, plain
from tracktwo.text.standing.bracket_facts import BracketFacts
from tracktwo.text.standing.nameless import nameless
from tracktwo.text.standing.sources import Source, sources
from tracktwo.text.units import NegotiatedText

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class OpenWords:
    """How a disagreement stands in one language: the place of its bracket, and its wordings.

    `offset` counts characters of the unit's source from 0, `line` and `column` from 1; `depth` is 1
    for the outermost. `alternatives` are plain words, `labels` what stands before each wording.
    """

    language: str
    offset: int
    line: int
    column: int
    depth: int
    kind: BracketKind
    alternatives: tuple[str, ...]
    labels: tuple[str, ...]
    doubt: bool


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One thing that is open: a bracket, a doubt or a placeholder, in all languages where it stands.

    `id` is that of its mark. One without a name is called after its unit and its place there
    ("u4#1"), which changes when a bracket before it goes: give what is negotiated a name. `unit` is
    "" for the title. `inside` is the id of the disagreement around it, "" for none.
    """

    id: str
    unit: str
    number: str
    facts: BracketFacts
    words: tuple[OpenWords, ...]
    inside: str = ""

    @property
    def first(self) -> OpenWords:
        """Its words in the first language that has it."""
        return self.words[0]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which it stands."""
        return tuple(one.language for one in self.words)

    @property
    def wordings(self) -> int:
        """How many wordings it offers, in the language that has most."""
        return max(len(one.alternatives) for one in self.words)


def disagreements(
    text: NegotiatedText, *, sides: tuple[str, ...] = (), named: bool = True
) -> tuple[Disagreement, ...]:
    """Everything open in a text, in its order; within a unit by the first language.

    Brackets with one id are one disagreement. Those without are paired in their order, where all
    languages of the unit have the like ones in the same order; else each stands for itself. `sides`
    are the names that label wordings; where not `named`, labels of sides are left out, those in
    brackets within a wording too. Raises `BracketError` for a bracket that is not whole, and
    `MarkError` for a mark that cannot be, or an id that two brackets share.

    >>> from tracktwo.text.units import Unit
    >>> texts = {"en": "We [shall/may]{id:b1 since:2} meet.", "zh": "我们[应/可]{id:b1}会晤。"}
    >>> [one] = disagreements(NegotiatedText({}, ("en", "zh"), (Unit("u1", texts=texts),)))
    >>> one.id, one.languages, one.facts.since
    ('b1', ('en', 'zh'), 2)
    """
    found: list[Disagreement] = []
    for those in _by_unit(text):
        found += _of_unit(those, sides, named=named)
    _refuse_shared_ids(found)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A bracket of one language; `around` is the path of the bracket that holds it."""

    path: Path
    words: OpenWords
    facts: BracketFacts
    around: Path


def _by_unit(text: NegotiatedText) -> Iterator[tuple[Source, ...]]:
    """The sources of each unit in which a bracket sign stands."""
    for _, those in groupby(sources(text), key=attrgetter("unit")):
        together = tuple(those)
        if any(one.has_signs for one in together):
            yield together


# An act on a long text changes one unit: what stands in the others is not read again.
@lru_cache(maxsize=10_000)
def _of_unit(
    those: tuple[Source, ...], sides: tuple[str, ...], *, named: bool
) -> tuple[Disagreement, ...]:
    return tuple(_joined(those[0], those, sides, named=named))


def _joined(
    unit: Source, those: tuple[Source, ...], sides: tuple[str, ...], *, named: bool
) -> Iterator[Disagreement]:
    seen = {one.language: list(_seen(one, sides, named=named)) for one in those}
    names = _names(unit.unit, seen)
    together: dict[str, list[_Seen]] = {}
    for language, ones in seen.items():
        for one in ones:
            together.setdefault(names[language, one.path], []).append(one)
    for name, ones in together.items():
        first = ones[0]
        around = names[first.words.language, first.around] if first.around else ""
        facts = _one_of(unit, name, ones)
        words = tuple(one.words for one in ones)
        yield Disagreement(name, unit.unit, unit.number, facts, words, around)


def _seen(source: Source, sides: tuple[str, ...], *, named: bool) -> Iterator[_Seen]:
    if not source.has_signs:
        return
    tree = source.tree(sides=sides)
    found = list(brackets(tree))
    shown = found if named else brackets(nameless(tree, sides=sides))
    for placed, bare in zip(found, shown, strict=True):
        try:
            facts = BracketFacts.of(placed.node.mark)
        except MarkError as error:
            raise _at(placed, source, error.message) from None
        words = _words(placed, bare.node, source.language)
        yield _Seen(placed.path, words, facts, placed.path[:-2])


def _at(placed: Placed, source: Source, message: str) -> MarkError:
    return MarkError(
        message,
        unit=source.unit,
        language=source.language,
        line=placed.line,
        column=placed.column,
    )


def _words(placed: Placed, node: Bracket | Placeholder, language: str) -> OpenWords:
    """The words of a node that stands at a place."""
    place = (language, placed.offset, placed.line, placed.column, placed.depth)
    if not isinstance(node, Bracket):
        return OpenWords(*place, "placeholder", (node.plain,), ("",), doubt=False)
    wordings = tuple(plain(one.nodes) for one in node.alternatives)
    return OpenWords(*place, kind_of(node), wordings, node.labels, node.has_doubt)


def _names(unit: str, seen: dict[str, list[_Seen]]) -> dict[tuple[str, Path], str]:
    """The name of every bracket, by language and path."""
    names = {(language, one.path): one.facts.id for language, ones in seen.items() for one in ones}
    nameless = {
        language: [one for one in ones if not one.facts.id] for language, ones in seen.items()
    }
    are_alike = len({tuple(map(_shape, ones)) for ones in nameless.values()}) == 1
    for language, ones in nameless.items():
        prefix = f"{unit}#" if are_alike else f"{unit}#{language}"
        for place, one in enumerate(ones, start=1):
            names[language, one.path] = f"{prefix}{place}"
    return names


def _shape(one: _Seen) -> tuple[int, str, int]:
    return one.words.depth, one.words.kind, len(one.words.alternatives)


def _one_of(unit: Source, name: str, ones: list[_Seen]) -> BracketFacts:
    """The facts of one disagreement, noted in one language or in all alike."""
    languages = [one.words.language for one in ones]
    twice = next((one for one in languages if languages.count(one) > 1), "")
    if twice:
        message = f"two brackets are called {name}; give each an id of its own"
        raise MarkError(message, unit=unit.unit, language=twice)
    given = [one.facts for one in ones]
    if len(given) == 1:
        return given[0]
    holding = [(one.holders, one.unnamed) for one in given if one.holders or one.unnamed]
    held = _agreed(unit, name, "holder", holding) or ((), "")
    return replace(
        given[0],
        since=_agreed(unit, name, "since", (one.since for one in given)),
        reason=_agreed(unit, name, "reason", (one.reason for one in given)),
        holders=held[0],
        unnamed=held[1],
        others={key: value for one in reversed(given) for key, value in one.others.items()},
    )


def _agreed(unit: Source, name: str, key: str, values: Iterable[_T | None]) -> _T | None:
    known = {one for one in values if one is not None}
    if len(known) > 1:
        message = f"{key} of {name} is not the same in every language; note one of them"
        raise MarkError(message, unit=unit.unit)
    return known.pop() if known else None


def _refuse_shared_ids(found: list[Disagreement]) -> None:
    units: dict[str, str] = {}
    for one in found:
        if one.id in units:
            message = f"bracket {one.id} is in unit {units[one.id] or 'title'} too; rename one"
            raise MarkError(message, unit=one.unit)
        units[one.id] = one.unit
