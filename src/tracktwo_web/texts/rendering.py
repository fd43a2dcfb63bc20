"""The words of a unit as a page shows them: its brackets set off and found by name, no mark in sight."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from tracktwo.text import NegotiatedText, Unit
from tracktwo.text.brackets.nodes import Alternative, Bracket, Node, Placeholder
from tracktwo.text.brackets.walk import brackets
from tracktwo.text.standing import Disagreement
from tracktwo.text.standing.sources import TITLE, Source

SegmentKind = Literal[
    "words", "bracket", "wording", "label", "doubt", "slash", "wording_end", "bracket_end", "blank"
]


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a passage in the order of reading; brackets and wordings open and close around others.

    A blank is content to come. `bracket` is the name under which positions speak of a bracket;
    `is_anchor` says that a link leads here, `is_proposed` that the chair proposes this wording, or,
    of a bracket, that the chair proposes to leave its words out.
    """

    kind: SegmentKind
    words: str = ""
    bracket: str = ""
    is_anchor: bool = False
    is_proposed: bool = False


@dataclass(frozen=True)
class Reading:
    """How the brackets of a text are called, and which wordings the chair proposes."""

    sides: tuple[str, ...] = ()
    names: Mapping[tuple[str, str], Mapping[int, str]] = field(default_factory=dict)
    """By unit and language, by where a bracket opens."""
    choices: Mapping[str, int | None] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        found: Iterable[Disagreement],
        *,
        sides: tuple[str, ...] = (),
        choices: Mapping[str, int | None] | None = None,
    ) -> "Reading":
        names: dict[tuple[str, str], dict[int, str]] = {}
        for one in found:
            for words in one.words:
                names.setdefault((one.unit, words.language), {})[words.offset] = one.id
        return cls(sides, names, choices or {})

    def unit(self, unit: Unit, languages: Iterable[str]) -> dict[str, tuple[Segment, ...]]:
        """A unit in several languages, nothing for one in which it is not written."""
        return self._shown(unit.id, unit.number, unit.texts, languages)

    def title(
        self, text: NegotiatedText, languages: Iterable[str]
    ) -> dict[str, tuple[Segment, ...]]:
        return self._shown(TITLE, "", text.title, languages)

    def _shown(
        self, unit: str, number: str, texts: Mapping[str, str], languages: Iterable[str]
    ) -> dict[str, tuple[Segment, ...]]:
        """A link leads to the bracket of the first language that has it."""
        shown: dict[str, tuple[Segment, ...]] = {}
        taken: set[str] = set()
        for language in languages:
            source = Source(unit, number, language, texts.get(language, ""))
            shown[language] = segments(source, self, taken=taken)
            taken |= {one.bracket for one in shown[language] if one.is_anchor}
        return shown


def segments(
    source: Source, reading: Reading, *, taken: Collection[str] = ()
) -> tuple[Segment, ...]:
    """The pieces of a passage. Brackets in `taken` have their anchor elsewhere."""
    tree = source.tree(sides=reading.sides)
    named = reading.names.get((source.unit, source.language), {})
    ids = iter([named.get(one.offset, "") for one in brackets(tree)])
    return tuple(_Writer(ids, reading.choices, taken).nodes(tree))


@dataclass(frozen=True)
class _Writer:
    """`ids` are the names of the brackets in the order in which they open."""

    ids: Iterator[str]
    choices: Mapping[str, int | None]
    taken: Collection[str]

    def nodes(self, nodes: Iterable[Node]) -> Iterator[Segment]:
        for node in nodes:
            if isinstance(node, Bracket):
                yield from self.bracket(node, next(self.ids))
            elif isinstance(node, Placeholder):
                name = next(self.ids)
                yield Segment("blank", node.source, name, is_anchor=self._is_anchor(name))
            else:
                yield Segment("words", node.plain)

    def bracket(self, bracket: Bracket, name: str) -> Iterator[Segment]:
        choice = self.choices.get(name, -1)
        yield Segment(
            "bracket",
            bracket.opening,
            name,
            is_anchor=self._is_anchor(name),
            is_proposed=choice is None,
        )
        last = len(bracket.separators)
        for place, one in enumerate(bracket.alternatives):
            doubt = one.doubt + (bracket.doubt if place == last else "")
            yield from self.wording(one, doubt, is_proposed=choice == place)
            if place < last:
                yield Segment("slash", bracket.separators[place])
        yield Segment("bracket_end", bracket.closing)

    def wording(self, one: Alternative, doubt: str, *, is_proposed: bool) -> Iterator[Segment]:
        yield Segment("words", one.before)
        yield Segment("wording", is_proposed=is_proposed)
        if one.label:
            yield Segment("label", one.label + one.colon)
        yield from self.nodes(one.nodes)
        if doubt:
            yield Segment("doubt", doubt)
        yield Segment("wording_end", is_proposed=is_proposed)
        yield Segment("words", one.after)

    def _is_anchor(self, name: str) -> bool:
        return bool(name) and name not in self.taken
