"""Going through a tree: every bracket with its place, the plain words, brackets that belong together."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from tracktwo.text.brackets.grammar import write
from tracktwo.text.brackets.nodes import Bracket, Node, Placeholder, Run
from tracktwo.text.brackets.places import Places
from tracktwo.text.brackets.signs import SLASHES

Path: TypeAlias = tuple[int, ...]
"""Where a node stands: its place among the nodes, then alternative and place at each depth."""

_BETWEEN = re.compile(rf"\s*(?:[{SLASHES}]|\bor\b|\bou\b|或者?)\s*")
_BLANKS = re.compile(r"\s*+")
_PARAGRAPH = re.compile(r"(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)")


@dataclass(frozen=True, slots=True)
class Placed:
    """A bracket or placeholder with its depth (1 for the outermost), path, offset, line and column."""

    node: Bracket | Placeholder
    depth: int
    path: Path
    offset: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Counts:
    """What is open in a text. `doubts` are brackets with a question mark; `deepest` is 0 for none."""

    brackets: int
    alternatives: int
    doubts: int
    placeholders: int
    deepest: int


def brackets(nodes: tuple[Node, ...]) -> Iterator[Placed]:
    """Every bracket and placeholder of a tree, in order of opening.

    >>> tree = (Run("We "), Bracket.of("shall", "may"))
    >>> [(one.depth, one.path, one.line, one.column) for one in brackets(tree)]
    [(1, (1,), 1, 4)]
    """
    places = Places.of(write(nodes))
    for node, path, offset in _open_ones(nodes):
        yield Placed(node, (len(path) + 1) // 2, path, offset, *places.at(offset))


def counts(nodes: tuple[Node, ...]) -> Counts:
    """How many brackets, wordings, doubts and placeholders a tree holds, and how deep they go.

    >>> counts((Bracket.of("shall", "may", doubt="?"), Placeholder("[date]")))
    Counts(brackets=1, alternatives=2, doubts=1, placeholders=1, deepest=1)
    """
    found = [(node, (len(path) + 1) // 2) for node, path, _ in _open_ones(nodes)]
    held = [(node, depth) for node, depth in found if isinstance(node, Bracket)]
    return Counts(
        brackets=len(held),
        alternatives=sum(len(node.alternatives) for node, _ in held),
        doubts=sum(node.has_doubt for node, _ in held),
        placeholders=len(found) - len(held),
        deepest=max((depth for _, depth in found), default=0),
    )


def plain(nodes: Iterable[Node]) -> str:
    r"""The text as a reader sees it: brackets with their wordings, no backslashes and no marks.

    >>> plain((Run(r"Item \[3\] "), Bracket.of("shall", "may", doubt="?")))
    'Item [3] [shall/may?]'
    """
    return "".join(_seen(nodes))


def groups(nodes: tuple[Node, ...]) -> tuple[tuple[int, ...], ...]:
    """Places of brackets that stand side by side and offer competing wordings, two or more each.

    Brackets of one wording belong together with nothing but blanks between them, but not over the
    end of a paragraph unless they are labelled; any two do with a slash or an "or" between them.
    [may/shall] [publicly/privately] are two choices. It is an offer: [should] [not] is read so too.

    >>> groups((Bracket.of("shall"), Run(" "), Bracket.of("should"), Run(" meet "), Bracket.of("now")))
    ((0, 2),)
    """
    found: list[list[int]] = []
    for place, node in enumerate(nodes):
        if isinstance(node, Bracket):
            if found and _compete(nodes, found[-1][-1], place):
                found[-1].append(place)
            else:
                found.append([place])
    return tuple(tuple(one) for one in found if len(one) > 1)


def _open_ones(
    nodes: Iterable[Node], before: Path = (), offset: int = 0
) -> Iterator[tuple[Bracket | Placeholder, Path, int]]:
    for place, node in enumerate(nodes):
        path = (*before, place)
        if not isinstance(node, Run):
            yield node, path, offset
        if isinstance(node, Bracket):
            yield from _inside(node, path, offset)
        offset += len(write((node,)))


def _inside(
    bracket: Bracket, path: Path, offset: int
) -> Iterator[tuple[Bracket | Placeholder, Path, int]]:
    offset += 1
    for place, one in enumerate(bracket.alternatives):
        start = offset + len(one.before + one.label + one.colon)
        yield from _open_ones(one.nodes, (*path, place), start)
        offset = start + len(write(one.nodes)) + len(one.doubt + one.after) + 1


def _seen(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Run):
            yield node.plain
        elif isinstance(node, Placeholder):
            yield node.source
        else:
            yield from _seen_in(node)


def _seen_in(bracket: Bracket) -> Iterator[str]:
    last = len(bracket.separators)
    yield bracket.opening
    for place, one in enumerate(bracket.alternatives):
        yield one.before + one.label + one.colon
        yield from _seen(one.nodes)
        yield one.doubt + (bracket.doubt if place == last else "") + one.after
        yield bracket.closing if place == last else bracket.separators[place]


def _compete(nodes: tuple[Node, ...], first: int, second: int) -> bool:
    """Whether two brackets with nothing of weight between them offer one choice."""
    between = nodes[first + 1 : second]
    if len(between) > 1 or not all(isinstance(one, Run) for one in between):
        return False
    words = write(between)
    if _BETWEEN.fullmatch(words):
        return True
    pair = [one for one in (nodes[first], nodes[second]) if isinstance(one, Bracket)]
    is_single = all(len(one.alternatives) == 1 for one in pair)
    is_labelled = all(one.labels[0] for one in pair)
    is_near = is_labelled or not _PARAGRAPH.search(words)
    return is_single and is_near and bool(_BLANKS.fullmatch(words))
