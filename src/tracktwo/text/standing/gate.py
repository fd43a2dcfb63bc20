"""The gate that a text passes before it is published: each condition met, or open and where."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

from tracktwo.errors import OptionError
from tracktwo.text.brackets.candidates import candidates
from tracktwo.text.languages.concordance import Concordance
from tracktwo.text.lint import Flaw, lint, lint_source
from tracktwo.text.standing.disagreements import Disagreement, disagreements
from tracktwo.text.standing.fingerprint import fingerprint
from tracktwo.text.standing.sources import sources
from tracktwo.text.units import NegotiatedText


class GateKind(StrEnum):
    """What must hold before a text is published."""

    BRACKETS = "brackets"
    DOUBTS = "doubts"
    PLACEHOLDERS = "placeholders"
    ATTRIBUTION = "attribution"
    LANGUAGES = "languages"
    CONCORDANCE = "concordance"
    SIGNATURES = "signatures"


@dataclass(frozen=True, slots=True)
class GatePlace:
    """Where something is in the way; `unit` is "" for the title or the whole text.

    `offset` is where `words` begin in the source of that language, None where no one place is meant.
    """

    unit: str
    language: str = ""
    offset: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of the gate; it is met where nothing is in the way.

    `places` are where something is, `missing` what has still to come: the sides that have not signed
    this text, or the languages nobody has reviewed (pairs joined by +).
    """

    kind: GateKind
    places: tuple[GatePlace, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def is_met(self) -> bool:
        """Whether nothing is in the way."""
        return not self.places and not self.missing


@dataclass(frozen=True, slots=True)
class Gate:
    """Every condition in its order; `fingerprint` is what has to be signed, "" while anything is open."""

    conditions: tuple[Condition, ...]
    fingerprint: str = ""

    @property
    def is_clear(self) -> bool:
        """Whether the text may be published."""
        return all(one.is_met for one in self.conditions)

    @property
    def open_conditions(self) -> tuple[Condition, ...]:
        """The conditions that are not met."""
        return tuple(one for one in self.conditions if not one.is_met)


Finder: TypeAlias = Callable[[NegotiatedText], Iterable[GatePlace]]
Settled: TypeAlias = Collection[tuple[str, str, str]]

_DOUBTS: Final = ("doubt", "to_confirm")
_RULES: Final = ("attribution", "leftover")


def gate(
    text: NegotiatedText,
    *,
    sides: tuple[str, ...],
    signatures: Mapping[str, str],
    concordance: Concordance | None = None,
    attributions: Finder | None = None,
    settled: Settled = (),
) -> Gate:
    """Whether a text may be published, and what is in the way.

    `signatures` hold by side the fingerprint it signed, as the caller has verified it: nothing is
    checked here but that it is this text (`tracktwo.record.signed_texts` takes them out of signed
    logs). `concordance` is that of the text as it
    stands; without one, a text in several languages is not reviewed. `attributions` finds words that
    say who said what, the linter's rule where none is given. `settled` are places a person has
    looked at and found right: unit, language and the words found. They concern only what the
    program cannot know (doubts and placeholders outside brackets, attributions), never a bracket.
    Raises `BracketError` where a bracket is not whole, `OptionError` where there is no side to sign.

    >>> from tracktwo.text.units import Unit
    >>> text = NegotiatedText({}, ("en",), (Unit("u1", texts={"en": "We [shall] meet on [date]."}),))
    >>> found = gate(text, sides=("china", "nato"), signatures={})
    >>> [one.kind.value for one in found.open_conditions]
    ['brackets', 'placeholders', 'signatures']
    """
    if not sides:
        raise OptionError("nobody is to sign this text; name its sides")
    open_ones = disagreements(text)
    flaws = _flaws(text, attributions is None)
    said = list(attributions(text)) if attributions else [_at(one) for one in flaws["attribution"]]
    inside = {
        (one.unit, words.language, words.offset)
        for one in open_ones
        for words in one.words
        if words.kind == "placeholder"
    }
    left = [one for one in map(_at, flaws["leftover"]) if _key(one) not in inside]
    written = "" if open_ones else fingerprint(text)
    conditions = (
        Condition(GateKind.BRACKETS, _of_kinds(open_ones, "alternatives", "text")),
        Condition(
            GateKind.DOUBTS,
            _of_kinds(open_ones, "doubt") + _without(_doubts(text, open_ones), settled),
        ),
        Condition(
            GateKind.PLACEHOLDERS, _of_kinds(open_ones, "placeholder") + _without(left, settled)
        ),
        Condition(GateKind.ATTRIBUTION, _without(said, settled)),
        _reviewed(text, concordance),
        _concordant(concordance),
        _signed(sides, signatures, written),
    )
    return Gate(conditions, written)


def _flaws(text: NegotiatedText, with_attribution: bool) -> dict[str, list[Flaw]]:
    rules = _RULES if with_attribution else _RULES[1:]
    found: dict[str, list[Flaw]] = {one: [] for one in _RULES}
    for flaw in lint(text, rules=rules):
        found[flaw.rule].append(flaw)
    for language, title in text.title.items():
        for flaw in lint_source(title, language, rules=rules):
            found[flaw.rule].append(flaw)
    return found


def _at(flaw: Flaw) -> GatePlace:
    return GatePlace(flaw.unit, flaw.language, flaw.start, flaw.found)


def _key(place: GatePlace) -> tuple[str, str, int | None]:
    return place.unit, place.language, place.offset


def _of_kinds(open_ones: Iterable[Disagreement], *kinds: str) -> tuple[GatePlace, ...]:
    return tuple(
        GatePlace(one.unit, words.language, words.offset, " / ".join(words.alternatives))
        for one in open_ones
        for words in one.words
        if words.kind in kinds
    )


def _doubts(text: NegotiatedText, open_ones: Iterable[Disagreement]) -> Iterator[GatePlace]:
    """Doubts that stand outside of brackets, as heuristics find them."""
    seen = {(one.unit, words.language) for one in open_ones for words in one.words}
    for source in sources(text):
        nodes = source.tree() if (source.unit, source.language) in seen else None
        for one in candidates(source.words, nodes):
            if one.reason in _DOUBTS:
                yield GatePlace(source.unit, source.language, one.offset, one.text)


def _without(places: Iterable[GatePlace], settled: Settled) -> tuple[GatePlace, ...]:
    known = set(settled)
    return tuple(one for one in places if (one.unit, one.language, one.words) not in known)


def _reviewed(text: NegotiatedText, concordance: Concordance | None) -> Condition:
    """Every unit of every two languages has been confirmed by a reviewer as it stands."""
    if len(text.languages) < 2:
        return Condition(GateKind.LANGUAGES)
    if concordance is None:
        return Condition(GateKind.LANGUAGES, missing=("+".join(text.languages),))
    unconfirmed = concordance.unconfirmed
    pairs = dict.fromkeys(f"{left}+{right}" for _, left, right in unconfirmed)
    units = dict.fromkeys(unit for unit, _, _ in unconfirmed)
    return Condition(GateKind.LANGUAGES, tuple(GatePlace(one) for one in units), tuple(pairs))


def _concordant(concordance: Concordance | None) -> Condition:
    places: list[GatePlace] = []
    for one in concordance.discords if concordance else ():
        passage = one.left or one.right
        if passage:
            places.append(GatePlace(one.unit, passage.language, passage.start, passage.words))
        else:
            places.append(GatePlace(one.unit, "+".join(one.languages)))
    return Condition(GateKind.CONCORDANCE, tuple(places))


def _signed(sides: tuple[str, ...], signatures: Mapping[str, str], written: str) -> Condition:
    """Every side has signed the text as it stands: an open text cannot be signed."""
    missing = tuple(one for one in sides if not written or signatures.get(one) != written)
    return Condition(GateKind.SIGNATURES, missing=missing)
