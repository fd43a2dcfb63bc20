"""DOT out: a picture for Graphviz in which every field stands as an attribute of its own.

Against is a bar and a dashed line, the stronger the thicker, a link drawn as 0 is dotted.
"""

from collections.abc import Iterator, Mapping

from tracktwo.exchange.influence.dot_tokens import quoted
from tracktwo.exchange.influence.fields import told_by_concept, told_by_link, told_by_texts
from tracktwo.influence.maps import Concept, InfluenceMap, Link


def as_dot(drawn: InfluenceMap, *, language: str) -> str:
    """The map as a digraph, nodes labelled in a language, one edge a judgement."""
    about = {**told_by_texts("title", drawn.title), **told_by_texts("note", drawn.note)}
    lines = ["digraph {", f"  graph {_attributes(about)}", *_nodes(drawn, language), *_edges(drawn)]
    return "\n".join([*lines, "}"]) + "\n"


def _nodes(drawn: InfluenceMap, language: str) -> Iterator[str]:
    for concept in drawn.concepts:
        told = {**_label(concept, language), **told_by_concept(concept)}
        yield f"  {quoted(concept.id)} {_attributes(told)}"


def _label(concept: Concept, language: str) -> dict[str, str]:
    text = concept.text(language)
    return {} if text == concept.id else {"label": text}


def _edges(drawn: InfluenceMap) -> Iterator[str]:
    for link in drawn.links:
        told = told_by_link(link)
        told["influence"] = told.pop("weight")
        ends = f"{quoted(link.source)} -> {quoted(link.target)}"
        yield f"  {ends} {_attributes({**_looks(link), **told})}"


def _looks(link: Link) -> dict[str, str]:
    looks = {"label": f"{link.weight:+.3g}", "penwidth": f"{1 + 3 * abs(link.weight):.3g}"}
    if link.weight < 0:
        return {**looks, "style": "dashed", "arrowhead": "tee"}
    return looks if link.weight else {**looks, "label": "0", "style": "dotted"}


def _attributes(told: Mapping[str, str]) -> str:
    pairs = (f"{_name(name)}={quoted(text)}" for name, text in told.items())
    return f"[{', '.join(pairs)}]"


def _name(name: str) -> str:
    return name if name.isidentifier() else quoted(name)  # text_zh-Hans
