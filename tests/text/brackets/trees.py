"""Trees in their normal form, and texts full of signs, for the laws."""

from hypothesis import strategies as st

from tracktwo.text.brackets.grammar import DEEPEST
from tracktwo.text.brackets.marks import Mark
from tracktwo.text.brackets.nodes import Alternative, Bracket, Node, Placeholder, Run

SIDES = ("NATO", "China", "中方")
PIECES = [
    *'[]［］【】〔〕/／?？{}()`\\:："“”«» \n\r\t0x', "\r\n", "[a", "/b]", "shall", "[...]", "[sic]", "[1]", "[date]", "[ ]",
    "and/or", "https://example.org/a?b", "{id:b1}", '{reason:"no word"}', "EU: ", "Alt 1: ", "方案二：", "中方：", "- [x] ", "](u)",
    "state", "双方", "\ufeff", "\0", "\ud800", "\u200f", "e\u0301", "１/2", "[^1]",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=30).map("".join)
ANY = TEXTS | st.text(st.characters(), max_size=40)

_PLAIN = st.text("ab字 [】/／?？:：{(`\\\n", max_size=8) | st.sampled_from(
    [
        "and/or",
        "a/b",
        "China: go",
        "EU: yes",
        "n/a",
        "1/2",
        "https://example.org/x y",
        "why?",
        "\\[",
    ]
)
_BLANKS = st.sampled_from(["", " ", "\n", "\u3000"])
_MARKS = st.dictionaries(st.sampled_from(["id", "since"]), st.text(max_size=5)).map(Mark.of)
# A mark of its own settles that a bracket is meant, whatever it holds and whatever stands around.
_OWN_MARKS = st.text(max_size=5).map(lambda value: Mark.of({"id": value}))


def _words(plain: str) -> list[Node]:
    """Words between two brackets."""
    return [Run(f" {Run.of(plain, sides=SIDES).source} ")]


def _joined(parts: list[str | Node]) -> tuple[Node, ...]:
    """Nodes with words between any two; none of them ends a wording."""
    nodes: list[Node] = []
    for part in parts:
        if isinstance(part, str):
            nodes = nodes if nodes and isinstance(nodes[-1], Run) else [*nodes, *_words(part)]
        else:
            nodes.append(part)
    return tuple(nodes)


def _trimmed(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Nodes as they stand in a wording: no blanks at its ends."""
    if len(nodes) == 1 and isinstance(nodes[0], Run):
        return _run(Run.of(nodes[0].plain.strip(), sides=SIDES))
    if nodes and isinstance(nodes[0], Run):
        nodes = (*_run(Run.of(nodes[0].plain.lstrip(), sides=SIDES)), *nodes[1:])
    if nodes and isinstance(nodes[-1], Run):
        nodes = (*nodes[:-1], *_run(Run.of(nodes[-1].plain.rstrip(), sides=SIDES)))
    return nodes


def _run(run: Run) -> tuple[Node, ...]:
    return (run,) if run.source else ()


@st.composite
def _bracket(draw: st.DrawFn, inner: st.SearchStrategy[tuple[Node, ...]]) -> Bracket:
    count = draw(st.integers(1, 3))
    wordings = [_wording(draw, inner, is_last=place == count - 1) for place in range(count)]
    doubt = draw(st.sampled_from(["", "?", " ？", "??"]))
    if count == 1 and not (wordings[0].nodes or wordings[0].label):
        doubt = "?"  # an empty bracket is a placeholder
    separators = tuple(draw(st.sampled_from("/／")) for _ in wordings[1:])
    opening = draw(st.sampled_from("[［【〔"))
    return Bracket(
        tuple(wordings), _doubt(wordings[-1], doubt), draw(_OWN_MARKS), opening, separators
    )


def _wording(
    draw: st.DrawFn, inner: st.SearchStrategy[tuple[Node, ...]], *, is_last: bool
) -> Alternative:
    nodes = _trimmed(draw(inner))
    label = draw(st.sampled_from(["", "", "Alt 1", "方案二", "Variante 1", *SIDES]))
    colon = draw(st.sampled_from([": ", "：", " : "])) if label else ""
    after = draw(_BLANKS) if nodes else ""
    made = Alternative(nodes, label, colon, "", draw(_BLANKS), after)
    doubt = "" if is_last else _doubt(made, draw(st.sampled_from(["", "?", " ?"])))
    return Alternative(nodes, label, colon, doubt, made.before, after)


def _doubt(one: Alternative, doubt: str) -> str:
    """Blanks before a doubt need words before them."""
    return doubt if one.nodes else doubt.strip()


_PLACEHOLDERS = st.builds(
    Placeholder, st.sampled_from(["[...]", "【日期】", "[ tbd ]", "[]"]), _OWN_MARKS
)
_LEAVES = st.lists(_PLAIN | _PLACEHOLDERS, max_size=2).map(_joined)
TREES = st.recursive(
    _LEAVES,
    lambda inner: st.lists(_PLAIN | _bracket(inner) | _PLACEHOLDERS, max_size=4).map(_joined),
    max_leaves=12,
)


def nested(depth: int = DEEPEST) -> str:
    """Brackets inside one another."""
    return "[go " * depth + "on" + "]" * depth
