"""Going through a tree: every bracket with its place, the plain words, a bracket replaced by a wording."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from tracktwo.errors import OptionError
from tracktwo.text.brackets.grammar import write
from tracktwo.text.brackets.nodes import Alternative, Bracket, Node, Placeholder, Run
from tracktwo.text.brackets.places import Places
from tracktwo.text.brackets.signs import SLASHES

Path: TypeAlias = tuple[int, ...]
"""Where a node stands: its place among the nodes, then alternative and place at each depth."""

_BETWEEN = re.compile(rf"\s*(?:[{SLASHES}]|\bor\b|\bou\b|或者?)\s*")
_BLANKS = re.compile(r"\s*+")
_PARAGRAPH = re.compile(r"(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)")
_CLOSERS = tuple(".,;:!?)…。，、；：！？）")


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


def choose(nodes: tuple[Node, ...], choices: Mapping[Path, int | None]) -> tuple[Node, ...]:
    """The tree with brackets replaced by one of their wordings, by path; None leaves no words.

    Brackets that are not named stay, inside a chosen wording too. Where no words are left, one of
    the blanks around goes with them. `OptionError` where a path leads to no bracket, or the
    bracket has no such wording.

    >>> tree = (Run("We "), Bracket.of("shall", "may"), Run(" "), Bracket.of("not"), Run(" go."))
    >>> choose(tree, {(1,): 0, (3,): None})
    (Run(source='We shall go.'),)
    """
    _check(nodes, choices)
    return _chosen(nodes, choices, ())


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


def _check(nodes: tuple[Node, ...], choices: Mapping[Path, int | None]) -> None:
    known = {path: node for node, path, _ in _open_ones(nodes)}
    for path, choice in choices.items():
        node = known.get(path)
        if node is None:
            raise OptionError(f"no bracket stands at path {path}; take one that `brackets` gives")
        wordings = len(node.alternatives) if isinstance(node, Bracket) else 0
        if choice is not None and not 0 <= choice < wordings:
            raise OptionError(
                f"the bracket at path {path} has no wording {choice}; it has {wordings}, from 0"
            )


def _chosen(
    nodes: Iterable[Node], choices: Mapping[Path, int | None], before: Path
) -> tuple[Node, ...]:
    made: list[Node] = []
    is_gap = False
    for place, node in enumerate(nodes):
        path = (*before, place)
        new = _replaced(node, choices, path)
        if path in choices and not new:
            is_gap = True
            continue
        if is_gap:
            new = _without_a_blank(made, new)
        is_gap = False
        for one in new:
            _add(made, one)
    if is_gap:
        _drop_last_blank(made)
    return tuple(made)


def _replaced(node: Node, choices: Mapping[Path, int | None], path: Path) -> tuple[Node, ...]:
    """What stands in the place of a node."""
    if isinstance(node, Bracket):
        if path not in choices:
            kept = (
                _chosen_in(one, choices, (*path, place))
                for place, one in enumerate(node.alternatives)
            )
            return (replace(node, alternatives=tuple(kept)),)
        choice = choices[path]
        if choice is not None:
            return _chosen(node.alternatives[choice].nodes, choices, (*path, choice))
    return () if path in choices else (node,)


def _chosen_in(one: Alternative, choices: Mapping[Path, int | None], path: Path) -> Alternative:
    return replace(one, nodes=_chosen(one.nodes, choices, path))


def _add(made: list[Node], node: Node) -> None:
    """Add a node; two runs side by side become one."""
    last = made[-1] if made else None
    if isinstance(last, Run) and isinstance(node, Run):
        made[-1] = Run(last.source + node.source)
    elif node != Run(""):
        made.append(node)


def _without_a_blank(made: list[Node], new: tuple[Node, ...]) -> tuple[Node, ...]:
    """What follows words that are gone, with one blank where there would be two."""
    last, first = made[-1] if made else Run(" "), new[0] if new else None
    is_behind_blank = isinstance(last, Run) and last.source[-1:].isspace()
    if not isinstance(first, Run) or not is_behind_blank:
        return new
    if first.source.startswith(_CLOSERS):
        _drop_last_blank(made)
        return new
    return (Run(first.source.removeprefix(" ")), *new[1:])


def _drop_last_blank(made: list[Node]) -> None:
    last = made[-1] if made else None
    if isinstance(last, Run) and last.source.endswith(" "):
        made[-1:] = [Run(last.source[:-1])] if len(last.source) > 1 else []
