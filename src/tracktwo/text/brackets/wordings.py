"""One wording of a bracket taken apart: its label, its words, its doubt, and the blanks around."""

from tracktwo.text.brackets.labels import beginning
from tracktwo.text.brackets.nodes import Alternative, Node, Run
from tracktwo.text.brackets.signs import DOUBTS


def wording(nodes: list[Node], sides: tuple[str, ...]) -> Alternative:
    """The wording that nodes make, from behind a bracket or slash up to the next.

    >>> wording([Run(" EU: shall ? ")], ())
    Alternative(nodes=(Run(source='shall'),), label='EU', colon=': ', doubt=' ?', before=' ', after=' ')
    """
    before, label, colon = _begin(nodes, sides)
    doubt, after = _end(nodes)
    return Alternative(tuple(nodes), label, colon, doubt, before, after)


def _begin(nodes: list[Node], sides: tuple[str, ...]) -> tuple[str, str, str]:
    """Take the blanks and the label off the first words."""
    first = nodes[0] if nodes else None
    found = beginning(sides).match(first.source) if isinstance(first, Run) else None
    if not found or not isinstance(first, Run):
        return "", "", ""
    nodes[:1] = _run(first.source[found.end() :])
    return found["before"], found["label"] or "", found["colon"] or ""


def _end(nodes: list[Node]) -> tuple[str, str]:
    """Take the doubt and the blanks off the last words."""
    last = nodes[-1] if nodes else None
    if not isinstance(last, Run):
        return "", ""
    source = last.source
    filled = len(source.rstrip())
    doubt = _doubt_at(source, filled)
    words = len(source[:doubt].rstrip()) if doubt < filled else filled
    nodes[-1:] = _run(source[:words])
    return source[words:filled], source[filled:]


def _doubt_at(source: str, end: int) -> int:
    """Where the question marks before a place begin; one behind a backslash is none."""
    start = len(source[:end].rstrip(DOUBTS))
    backslashes = start - len(source[:start].rstrip("\\"))
    return min(start + backslashes % 2, end)


def _run(source: str) -> list[Node]:
    return [Run(source)] if source else []
