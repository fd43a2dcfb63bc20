"""A tree without anything that tells a side: no labels of sides, and of marks only what is harmless."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from tracktwo.text.brackets.marks import NO_MARK, Mark
from tracktwo.text.brackets.nodes import Bracket, Node, Run
from tracktwo.text.brackets.readable import readable
from tracktwo.text.standing.bracket_facts import BracketFacts
from tracktwo.text.standing.nameless import nameless, tells_a_side

_Marking: TypeAlias = Callable[[Mark], Mark]


def without_marks(nodes: tuple[Node, ...], *, sides: tuple[str, ...] = ()) -> tuple[Node, ...]:
    """The tree without marks and labels of sides; brackets that need a mark to be read keep one.

    >>> from tracktwo.text.brackets.grammar import parse, write
    >>> write(without_marks(parse("We [EU: shall/may]{id:b3 holder:eu} meet.")))
    'We [shall/may] meet.'
    >>> write(without_marks(parse("within [30]{id:b3 holder:eu} days")))
    'within [30]{open:yes} days'
    """
    return readable(_marked(nameless(nodes, sides=sides), lambda _: NO_MARK))


def with_harmless_marks(
    nodes: tuple[Node, ...], *, sides: tuple[str, ...] = ()
) -> tuple[Node, ...]:
    """The tree without labels of sides, and with marks that hold only id, session and reason.

    An id in which a side is named goes too; `sides` are their names and ids.

    >>> from tracktwo.text.brackets.grammar import parse, write
    >>> write(with_harmless_marks(parse("[we may]{id:b3 since:2 holder:eu note:hush}")))
    '[we may]{id:b3 since:2}'
    """

    def harmless(mark: Mark) -> Mark:
        facts = BracketFacts.of(mark)
        name = "" if tells_a_side(facts.id, sides) else facts.id
        return BracketFacts(name, facts.since, facts.reason).mark

    return readable(_marked(nameless(nodes, sides=sides), harmless))


def _marked(nodes: tuple[Node, ...], marking: _Marking) -> tuple[Node, ...]:
    return tuple(_node(one, marking) for one in nodes)


def _node(node: Node, marking: _Marking) -> Node:
    if isinstance(node, Run):
        return node
    if not isinstance(node, Bracket):
        return replace(node, mark=marking(node.mark))
    wordings = tuple(replace(one, nodes=_marked(one.nodes, marking)) for one in node.alternatives)
    return replace(node, alternatives=wordings, mark=marking(node.mark))
