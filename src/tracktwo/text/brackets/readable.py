"""A tree put together from parts, made so that its source is read as this tree again."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, TypeAlias

from tracktwo.text.brackets.grammar import read, write
from tracktwo.text.brackets.marks import Mark
from tracktwo.text.brackets.nodes import Bracket, Node, Placeholder, Run
from tracktwo.text.brackets.walk import brackets, plain

MEANT: Final = Mark.of({"open": "yes"})
"""Behind a bracket that would not be read as one without a mark, such as [30]."""

_Nodes: TypeAlias = tuple[Node, ...]


def readable(nodes: tuple[Node, ...], *, sides: tuple[str, ...] = ()) -> tuple[Node, ...]:
    r"""What is read where the tree is written: as it is, or with as little more as keeps its sense.

    The sense is the words, and what is open with how many wordings. To keep it, every bracket gets a
    mark, for "from[date]" is no bracket by itself; then words get backslashes, and wordings a blank
    before the slash. `sides` are names that label wordings, beside those that label one here.

    >>> print(write(readable((Run("from"), Placeholder("[date]")))))
    from[date]{open:yes}
    >>> print(write(readable((Run("`a "), Bracket.of("b c"), Run(" d`")))))
    \`a [b c]{open:yes} d\`
    """
    names = (*sides, *dict.fromkeys(_labels(nodes)))
    found = read(write(nodes), sides=names).nodes
    for repair in (_marked, _spelled):
        if found == nodes or _sense(found) == _sense(nodes):
            break
        nodes = repair(nodes, names)
        found = read(write(nodes), sides=names).nodes
    return found


def _labels(nodes: _Nodes) -> Iterator[str]:
    return (
        label
        for one in brackets(nodes)
        if isinstance(one.node, Bracket)
        for label in one.node.labels
        if label
    )


def _sense(nodes: _Nodes) -> tuple[str, list[object]]:
    """Two trees of one source have the same sense where these are the same."""
    return plain(nodes), [(one.offset, one.depth, _form(one.node)) for one in brackets(nodes)]


def _form(node: Bracket | Placeholder) -> tuple[tuple[str, ...], bool]:
    """A bracket in which no words or those of a placeholder are left is open as well as one."""
    return (node.labels, node.has_doubt) if isinstance(node, Bracket) else (("",), False)


def _marked(nodes: _Nodes, _: tuple[str, ...]) -> _Nodes:
    return tuple(_with_marks(one) for one in nodes)


def _with_marks(node: Node) -> Node:
    if isinstance(node, Run):
        return node
    marked = replace(node, mark=node.mark or MEANT)
    if not isinstance(marked, Bracket):
        return marked
    inside = (replace(one, nodes=_marked(one.nodes, ())) for one in marked.alternatives)
    return replace(marked, alternatives=tuple(inside))


def _spelled(nodes: _Nodes, sides: tuple[str, ...]) -> _Nodes:
    """Words that nobody can read otherwise, and slashes that join nothing: [1 /2]."""
    return tuple(_spelled_out(one, sides) for one in nodes)


def _spelled_out(node: Node, sides: tuple[str, ...]) -> Node:
    if isinstance(node, Run):
        return Run.of(node.plain, sides=sides)
    if not isinstance(node, Bracket):
        return node
    inside = [replace(one, nodes=_spelled(one.nodes, sides)) for one in node.alternatives]
    inside[:-1] = [replace(one, after=one.after or " ") for one in inside[:-1]]
    return replace(node, alternatives=tuple(inside))
