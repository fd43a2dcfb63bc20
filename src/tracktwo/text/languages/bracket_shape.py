"""The build of the brackets of a source, apart from their words: what two languages should share."""

from collections.abc import Sequence
from typing import NamedTuple

from tracktwo.text.brackets.grammar import parse
from tracktwo.text.brackets.nodes import Bracket, Node, Placeholder


class BracketShape(NamedTuple):
    """One bracket: its depth from 1, how many wordings it offers, its doubt, and if it is a placeholder."""

    depth: int
    wordings: int
    has_doubt: bool
    is_placeholder: bool


def bracket_shapes(source: str) -> tuple[BracketShape, ...]:
    """The brackets of a source in the order in which they open. Raises `BracketError`.

    >>> [(one.depth, one.wordings) for one in bracket_shapes("[shall/[may/can]] on [date]")]
    [(1, 2), (2, 2), (1, 1)]
    """
    found: list[BracketShape] = []
    waiting: list[tuple[Node, int]] = [(node, 1) for node in reversed(parse(source))]
    while waiting:
        node, depth = waiting.pop()
        if isinstance(node, Placeholder):
            found.append(BracketShape(depth, 1, has_doubt=False, is_placeholder=True))
        elif isinstance(node, Bracket):
            wordings = len(node.alternatives)
            found.append(BracketShape(depth, wordings, node.has_doubt, is_placeholder=False))
            waiting += [(inner, depth + 1) for inner in reversed(_inside(node))]
    return tuple(found)


def _inside(bracket: Bracket) -> Sequence[Node]:
    return [node for wording in bracket.alternatives for node in wording.nodes]
