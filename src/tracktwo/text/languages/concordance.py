"""The authentic languages of a text side by side, and where they do not say the same."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from itertools import combinations

from tracktwo.errors import BracketError
from tracktwo.text.languages.bracket_shape import BracketShape, bracket_shapes
from tracktwo.text.languages.glossary import Glossary, TermPlace
from tracktwo.text.languages.modality import modal_gaps
from tracktwo.text.languages.quantities import quantity_gaps
from tracktwo.text.masked import masked
from tracktwo.text.units import NegotiatedText, Unit


class DiscordKind(StrEnum):
    """In what two languages of a unit differ."""

    MISSING = "missing"
    CHANGED = "changed"
    BRACKETS = "brackets"
    BRACKET_SHAPES = "bracket_shapes"
    QUANTITY = "quantity"
    TERM = "term"
    FORBIDDEN = "forbidden"
    MODALITY = "modality"


@dataclass(frozen=True, slots=True)
class Passage:
    """Characters `start` to `end` of a unit in one language; `words` are what stands there."""

    language: str
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Discord:
    """A warning that a unit may not say the same in two languages; a person decides.

    `left` and `right` are where, in the order of the languages of the text; None where a language
    has nothing that answers the other. `term` is the id of the agreed term, `wanted` the rendering
    to propose, both "" in other kinds. A unit that changed in one language has its passage in that
    language only.
    """

    unit: str
    kind: DiscordKind
    languages: tuple[str, str]
    left: Passage | None = None
    right: Passage | None = None
    term: str = ""
    wanted: str = ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """That a reviewer has found two languages of a unit to say the same, as they then were."""

    unit: str
    hashes: Mapping[str, str]

    @classmethod
    def of(cls, unit: Unit, *languages: str) -> "Agreement":
        """The agreement on a unit as it stands."""
        return cls(unit.id, {one: source_hash(unit.texts.get(one, "")) for one in languages})


@dataclass(frozen=True, slots=True)
class Concordance:
    """Warnings in the order of the text, and the units nobody has confirmed as they stand.

    `unconfirmed` holds a unit and two languages: never compared, or changed since.
    """

    discords: tuple[Discord, ...]
    unconfirmed: tuple[tuple[str, str, str], ...]

    @property
    def is_reviewed(self) -> bool:
        """Whether every unit has been confirmed in all languages as it stands."""
        return not self.unconfirmed


def source_hash(source: str) -> str:
    """What an `Agreement` keeps of a source: SHA-256 of its UTF-8 bytes.

    >>> source_hash("")[:8]
    'e3b0c442'
    """
    return sha256(source.encode("utf-8", "surrogatepass")).hexdigest()


def concordance(
    text: NegotiatedText,
    *,
    glossary: Glossary | None = None,
    agreements: Iterable[Agreement] = (),
) -> Concordance:
    """Where the languages of a text differ, unit by unit and for every two of its languages.

    Compared are: which languages there are, changes since the last agreement, brackets and their
    wordings, numbers and dates, agreed terms and names, and the force of modal words
    (`tracktwo.text.languages.modality`). Of several agreements on a unit the last counts.

    >>> text = NegotiatedText({}, ("en", "zh"), (Unit("u1", texts={"en": "They shall meet.", "zh": "各方宜会晤。"}),))
    >>> [(one.kind.value, one.left.words, one.right.words) for one in concordance(text).discords]
    [('modality', 'shall', '宜')]
    """
    terms = glossary or Glossary()
    agreed = {
        (one.unit, *pair): one.hashes
        for one in agreements
        for pair in combinations(text.languages, 2)
        if set(pair) <= set(one.hashes)
    }
    discords: list[Discord] = []
    unconfirmed: list[tuple[str, str, str]] = []
    for unit in text.units:
        for pair in combinations(text.languages, 2):
            known = agreed.get((unit.id, *pair))
            discords += _discords(unit, pair, terms, known)
            if known is None or _changed(unit, pair, known):
                unconfirmed.append((unit.id, *pair))
    return Concordance(tuple(discords), tuple(unconfirmed))


def _changed(unit: Unit, languages: Sequence[str], known: Mapping[str, str]) -> list[str]:
    return [one for one in languages if source_hash(unit.texts.get(one, "")) != known[one]]


def _discords(
    unit: Unit, languages: tuple[str, str], glossary: Glossary, known: Mapping[str, str] | None
) -> Iterator[Discord]:
    left, right = (unit.texts.get(one, "") for one in languages)
    if not left.strip() and not right.strip():
        return
    if not left.strip() or not right.strip():
        yield _about_whole(unit, DiscordKind.MISSING, languages, set(languages))
        return
    if known is not None:
        yield from _changes(unit, languages, known)
    yield from _brackets(unit, languages, (left, right))
    pair = _Pair(unit.id, languages, masked(left), masked(right))
    yield from pair.quantities()
    yield from pair.terms(glossary)
    yield from pair.modals()


def _about_whole(
    unit: Unit, kind: DiscordKind, languages: tuple[str, str], told: set[str]
) -> Discord:
    """A warning on all of a unit, with its passage in the languages told."""
    left, right = (_whole(unit, one) if one in told else None for one in languages)
    return Discord(unit.id, kind, languages, left, right)


def _whole(unit: Unit, language: str) -> Passage | None:
    source = unit.texts.get(language, "")
    return Passage(language, 0, len(source), source) if source.strip() else None


def _changes(unit: Unit, languages: tuple[str, str], known: Mapping[str, str]) -> Iterator[Discord]:
    """A change on one side alone; where both have changed they wait for their review."""
    changed = _changed(unit, languages, known)
    if len(changed) == 1:
        yield _about_whole(unit, DiscordKind.CHANGED, languages, set(changed))


def _brackets(
    unit: Unit, languages: tuple[str, str], sources: tuple[str, str]
) -> Iterator[Discord]:
    """Brackets that one language has and the other has not, or that offer other choices."""
    left, right = (_shapes(one) for one in sources)
    if left == right:
        return
    is_count = left is None or right is None or len(left) != len(right)
    kind = DiscordKind.BRACKETS if is_count else DiscordKind.BRACKET_SHAPES
    yield _about_whole(unit, kind, languages, set(languages))


def _shapes(source: str) -> list[BracketShape] | None:
    """In an order of their own, since languages order words differently; None where one is not whole."""
    try:
        return sorted(bracket_shapes(source))
    except BracketError:
        return None


@dataclass(frozen=True, slots=True)
class _Pair:
    unit: str
    languages: tuple[str, str]
    left: str
    right: str

    def quantities(self) -> Iterator[Discord]:
        left, right = self.languages
        for one, other in quantity_gaps(self.left, left, self.right, right):
            spans = [(found.start, found.end) if found else None for found in (one, other)]
            yield self._discord(DiscordKind.QUANTITY, *spans)

    def modals(self) -> Iterator[Discord]:
        left, right = self.languages
        for gap in modal_gaps(self.left, left, self.right, right):
            spans = [(one.start, one.end) if one else None for one in (gap.left, gap.right)]
            yield self._discord(DiscordKind.MODALITY, *spans)

    def terms(self, glossary: Glossary) -> Iterator[Discord]:
        left = glossary.places(self.left, self.languages[0])
        right = glossary.places(self.right, self.languages[1])
        yield from self._unanswered(left, right, is_left=True)
        yield from self._unanswered(right, left, is_left=False)
        yield from self._forbidden(left, is_left=True)
        yield from self._forbidden(right, is_left=False)

    def _unanswered(
        self, these: Sequence[TermPlace], those: Sequence[TermPlace], *, is_left: bool
    ) -> Iterator[Discord]:
        """The first place of each term that the other language does not render.

        A forbidden rendering over there is told by itself.
        """
        other = self.languages[1 if is_left else 0]
        answered = {one.term.id for one in those}
        for one in these:
            wanted = one.term.allowed.get(other, ())
            if not one.is_forbidden and wanted and one.term.id not in answered:
                answered.add(one.term.id)
                spans = ((one.start, one.end), None) if is_left else (None, (one.start, one.end))
                yield self._discord(DiscordKind.TERM, *spans, term=one.term.id, wanted=wanted[0])

    def _forbidden(self, places: Sequence[TermPlace], *, is_left: bool) -> Iterator[Discord]:
        here = self.languages[0 if is_left else 1]
        for one in places:
            if one.is_forbidden:
                spans = ((one.start, one.end), None) if is_left else (None, (one.start, one.end))
                wanted = (*one.term.allowed.get(here, ()), "")[0]
                yield self._discord(DiscordKind.FORBIDDEN, *spans, term=one.term.id, wanted=wanted)

    def _discord(
        self,
        kind: DiscordKind,
        left: tuple[int, int] | None,
        right: tuple[int, int] | None,
        *,
        term: str = "",
        wanted: str = "",
    ) -> Discord:
        return Discord(
            self.unit,
            kind,
            self.languages,
            _passage(self.languages[0], self.left, left),
            _passage(self.languages[1], self.right, right),
            term,
            wanted,
        )


def _passage(language: str, source: str, span: tuple[int, int] | None) -> Passage | None:
    return Passage(language, *span, source[slice(*span)]) if span else None
