"""Words of a unit in Akoma Ntoso: a bracket as wordings that are alternatives to each other."""

from collections.abc import Iterable, Iterator
from itertools import count
from xml.sax.saxutils import escape

from tracktwo.errors import BracketError
from tracktwo.exchange.paper.xml_text import xml_text
from tracktwo.text.brackets.grammar import parse, write
from tracktwo.text.brackets.nodes import Bracket, Node, Placeholder, Run
from tracktwo.text.brackets.walk import plain

_DEEPEST = 60


def words(source: str, key: str) -> str:
    """A source as inline elements; `key` is the eId around.

    The first wording of a bracket is the one the others are alternatives to; each is `undefined`, for
    nobody has agreed which holds. A placeholder is `incomplete`.

    >>> print(words("We [may/shall] meet on [date].", "u"))
    We <inline name="bracket" eId="u__b_1" status="undefined"><inline name="wording" eId="u__b_1__w_1" status="undefined">may</inline><inline name="wording" eId="u__b_1__w_2" alternativeTo="u__b_1__w_1" status="undefined">shall</inline></inline> meet on <inline name="placeholder" eId="u__b_2" status="incomplete">[date]</inline>.
    """
    try:
        nodes = parse(source)
    except BracketError:
        return _text(source)
    return "".join(_nodes(nodes, key, count(1), 1))


def _nodes(nodes: Iterable[Node], key: str, counted: Iterator[int], depth: int) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Run):
            yield _text(node.plain)
        elif isinstance(node, Placeholder):
            one = f"{key}__b_{next(counted)}"
            yield f'<inline name="placeholder" eId="{one}" status="incomplete">{_text(plain((node,)))}</inline>'
        elif depth > _DEEPEST:
            yield _text(write((node,)))
        else:
            yield _bracket(node, f"{key}__b_{next(counted)}", depth)


def _bracket(node: Bracket, key: str, depth: int) -> str:
    made = []
    for place, one in enumerate(node.alternatives, start=1):
        mine = f"{key}__w_{place}"
        other = f' alternativeTo="{key}__w_1"' if place > 1 else ""
        label = f"{_text(one.label)}: " if one.label else ""
        inner = "".join(_nodes(one.nodes, mine, count(1), depth + 1))
        doubt = "?" if one.doubt or (node.doubt and place == len(node.alternatives)) else ""
        made.append(
            f'<inline name="wording" eId="{mine}"{other} status="undefined">{label}{inner}{doubt}</inline>'
        )
    return f'<inline name="bracket" eId="{key}" status="undefined">{"".join(made)}</inline>'


def _text(text: str) -> str:
    return escape(xml_text(text)).replace("\n", "<eol/>")
