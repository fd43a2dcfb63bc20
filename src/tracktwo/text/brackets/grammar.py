r"""Text with brackets read as a tree and written again.

    text         ::= (words | placeholder | bracket)*
    bracket      ::= '[' wording (slash wording)* doubt? ']' mark?
    wording      ::= (label ':')? text doubt?
    placeholder  ::= '[...]' | '[xx]' | '[tbd]' | '[date]' | '[ ]' ...  mark?
    mark         ::= '{' key ':' value (' ' key ':' value)* '}'

Brackets are [ ], ［ ］, 【 】 and 〔 〕, each closed by its own kind; slashes / and ／, doubts ? and ？.
A backslash makes a character of the grammar plain. What stands in brackets and is no wording stays
in the words (`tracktwo.text.brackets.notes`); a mark settles that a bracket is meant, whatever it holds.

A slash inside a bracket parts two wordings, tight or not, unless it joins one term (and/or, n/a,
2021/22, an address). So [the Ebb/Flow current] offers "the Ebb" and "Flow current"; where that may
not be meant, `tracktwo.text.brackets.candidates` proposes the other reading.

After the conventions of negotiated texts: brackets say that words are not agreed, nothing more.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from tracktwo.errors import BracketError
from tracktwo.text.brackets.faults import DEEPEST, Break, Fault, faults
from tracktwo.text.brackets.marks import Mark
from tracktwo.text.brackets.nodes import Alternative, Bracket, Node, Placeholder, Run
from tracktwo.text.brackets.scanner import Pair, scan
from tracktwo.text.brackets.wordings import wording


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as far as it can be read: a bracket that is not whole is plain words, and a fault."""

    nodes: tuple[Node, ...]
    faults: tuple[Fault, ...]


def parse(source: str, *, sides: tuple[str, ...] = ()) -> tuple[Node, ...]:
    """The tree of a text; written again it gives the text back, byte for byte.

    `sides` are the names that label a wording of theirs, as in [China: may/NATO: shall].
    `BracketError` with line and column where a bracket is not whole.

    >>> (_, bracket, _) = parse("We [shall/should?] meet.")
    >>> [one.nodes for one in bracket.alternatives], bracket.doubt
    ([(Run(source='shall'),), (Run(source='should'),)], '?')
    """
    reading = read(source, sides=sides)
    if reading.faults:
        first = reading.faults[0]
        raise BracketError(first.message, line=first.line, column=first.column)
    return reading.nodes


def read(source: str, *, sides: tuple[str, ...] = ()) -> Reading:
    """The tree of a text whose brackets need not be whole, with everything that is wrong.

    >>> reading = read("We [shall [may/must] meet.")
    >>> len(reading.nodes), reading.faults[0].column
    (3, 4)
    """
    scanned = scan(source)
    pairs = sorted(scanned.pairs, key=lambda one: one.start)
    pairs = [one for one in pairs if one.role != "none"]
    shallow, too_deep = _not_too_deep(pairs)
    nodes = _Builder(source, sides).build(shallow)
    return Reading(nodes, faults(source, (*scanned.breaks, *too_deep)))


def write(nodes: Iterable[Node]) -> str:
    """The source of a tree.

    >>> write((Run("We "), Bracket.of("shall", "should", doubt="?"), Run(" meet.")))
    'We [shall/should?] meet.'
    """
    return "".join(_pieces(nodes))


def _pieces(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Bracket):
            yield from _pieces_of(node)
        elif isinstance(node, Placeholder):
            yield node.source + node.mark.source
        else:
            yield node.source


def _pieces_of(bracket: Bracket) -> Iterator[str]:
    yield bracket.opening
    last = len(bracket.separators)
    for place, one in enumerate(bracket.alternatives):
        yield one.before + one.label + one.colon
        yield from _pieces(one.nodes)
        yield one.doubt
        yield bracket.doubt if place == last else ""
        yield one.after
        yield bracket.closing if place == last else bracket.separators[place]
    yield bracket.mark.source


def _not_too_deep(pairs: list[Pair]) -> tuple[list[Pair], list[Break]]:
    """The pairs, in order of opening, without those too deep; of these the first is told."""
    shallow: list[Pair] = []
    deep: list[Pair] = []
    around: list[Pair] = []
    for pair in pairs:
        while around and around[-1].end <= pair.start:
            around.pop()
        (shallow if len(around) < DEEPEST else deep).append(pair)
        around.append(pair)
    return shallow, [Break("too_deep", one.start) for one in deep[:1]]


@dataclass(slots=True)
class _Open:
    """A bracket being read: its wordings so far, the nodes of the next, and where words go on."""

    pair: Pair
    since: int
    nodes: list[Node] = field(default_factory=list)
    wordings: list[Alternative] = field(default_factory=list)


_Event = tuple[int, Literal["open", "part", "close"], Pair]


class _Builder:
    """Makes nodes of pairs, with a list of what is open in place of recursion."""

    def __init__(self, source: str, sides: tuple[str, ...]) -> None:
        self.source = source
        self.sides = sides
        self.open = [_Open(Pair(0), 0)]

    def build(self, pairs: list[Pair]) -> tuple[Node, ...]:
        for place, what, pair in sorted(_events(pairs), key=lambda event: event[0]):
            if what == "open":
                self._begin(pair)
            elif what == "part":
                self._part(place)
            else:
                self._end(pair)
        self._words(len(self.source))
        return tuple(self.open[0].nodes)

    def _words(self, end: int) -> None:
        """The words up to a place become a run."""
        one = self.open[-1]
        if end > one.since:
            one.nodes.append(Run(self.source[one.since : end]))

    def _begin(self, pair: Pair) -> None:
        self._words(pair.start)
        if pair.role == "placeholder":
            self._add(Placeholder(self.source[pair.start : pair.end], self._mark(pair)), pair)
        else:
            self.open.append(_Open(pair, pair.start + 1))

    def _part(self, place: int) -> None:
        self._words(place)
        one = self.open[-1]
        one.wordings.append(wording(one.nodes, self.sides))
        one.nodes, one.since = [], place + 1

    def _end(self, pair: Pair) -> None:
        self._part(pair.end - 1)
        wordings = self.open.pop().wordings
        doubt, wordings[-1] = wordings[-1].doubt, replace(wordings[-1], doubt="")
        separators = tuple(self.source[at] for at in pair.slashes)
        opening = self.source[pair.start]
        self._add(Bracket(tuple(wordings), doubt, self._mark(pair), opening, separators), pair)

    def _add(self, node: Node, pair: Pair) -> None:
        self.open[-1].nodes.append(node)
        self.open[-1].since = pair.mark_end

    def _mark(self, pair: Pair) -> Mark:
        return Mark(self.source[pair.end : pair.mark_end])


def _events(pairs: list[Pair]) -> Iterator[_Event]:
    for pair in pairs:
        yield pair.start, "open", pair
        if pair.role == "wordings":
            for slash in pair.slashes:
                yield slash, "part", pair
            yield pair.end - 1, "close", pair
