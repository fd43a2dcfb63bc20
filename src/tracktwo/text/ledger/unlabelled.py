"""A text whose wordings do not say whose they are."""

from dataclasses import replace

from tracktwo.text.brackets.grammar import parse, write
from tracktwo.text.brackets.labels import is_numbered
from tracktwo.text.brackets.nodes import Alternative, Bracket, Node
from tracktwo.text.units import NegotiatedText


def unlabelled(text: NegotiatedText, *, sides: tuple[str, ...] = ()) -> NegotiatedText:
    """The same text without labels that name a side; numbered labels such as Alt 1 stay.

    >>> from tracktwo.text.units import Unit
    >>> text = NegotiatedText({}, ("en",), (Unit("u1", texts={"en": "We [EU: shall/Alt 2: may] meet."}),))
    >>> unlabelled(text).unit("u1").texts["en"]
    'We [shall/Alt 2: may] meet.'
    """
    units = tuple(
        replace(one, texts={name: _bare(words, sides) for name, words in one.texts.items()})
        for one in text.units
    )
    title = {name: _bare(words, sides) for name, words in text.title.items()}
    return replace(text, title=title, units=units)


def _bare(source: str, sides: tuple[str, ...]) -> str:
    return write(tuple(_nameless(one, sides) for one in parse(source, sides=sides)))


def _nameless(node: Node, sides: tuple[str, ...]) -> Node:
    if not isinstance(node, Bracket):
        return node
    return replace(node, alternatives=tuple(_wording(one, sides) for one in node.alternatives))


def _wording(one: Alternative, sides: tuple[str, ...]) -> Alternative:
    bare = replace(one, nodes=tuple(_nameless(inner, sides) for inner in one.nodes))
    is_kept = is_numbered(one.label) and one.label not in sides
    return bare if is_kept else replace(bare, label="", colon="")
