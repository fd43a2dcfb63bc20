"""A tree whose wordings do not say whose they are."""

from collections.abc import Iterable
from dataclasses import replace

from tracktwo.text.brackets.labels import is_numbered
from tracktwo.text.brackets.nodes import Alternative, Bracket, Node


def nameless(nodes: tuple[Node, ...], *, sides: tuple[str, ...] = ()) -> tuple[Node, ...]:
    """The same tree without labels that name a side; numbered labels such as Alt 1 stay.

    Nodes keep their paths. Written and read again the tree may be another: [EU: 30] is a bracket,
    [30] a reference.

    >>> from tracktwo.text.brackets.grammar import parse, write
    >>> write(nameless(parse("We [EU: shall/Alt 2: may] meet.")))
    'We [shall/Alt 2: may] meet.'
    """
    return tuple(_nameless(one, sides) for one in nodes)


def tells_a_side(name: str, sides: Iterable[str]) -> bool:
    """Whether the id of a bracket has the name of a side in it, in capitals or not.

    >>> tells_a_side("China-3", ["china"]), tells_a_side("b3", ["china"])
    (True, False)
    """
    return any(one.casefold() in name.casefold() for one in sides if one)


def _nameless(node: Node, sides: tuple[str, ...]) -> Node:
    if not isinstance(node, Bracket):
        return node
    return replace(node, alternatives=tuple(_wording(one, sides) for one in node.alternatives))


def _wording(one: Alternative, sides: tuple[str, ...]) -> Alternative:
    bare = replace(one, nodes=nameless(one.nodes, sides=sides))
    is_kept = is_numbered(one.label) and one.label not in sides
    return bare if is_kept else replace(bare, label="", colon="")
