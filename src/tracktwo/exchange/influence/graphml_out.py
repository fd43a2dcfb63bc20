"""GraphML out: every field as an attribute that Gephi, yEd, Cytoscape and networkx show."""

from collections.abc import Iterable, Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from tracktwo.exchange.influence.fields import (
    LINK_FIELDS,
    told_by_concept,
    told_by_link,
    told_by_texts,
)
from tracktwo.influence.maps import InfluenceMap

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
"""
_DOUBLES = {"weight", "low", "high", "confidence"}
_CONCEPT_FIELDS = ("concept", "label", "kind", "side")


def as_graphml(drawn: InfluenceMap, *, language: str) -> str:
    """The map as GraphML, nodes labelled in a language, one edge a judgement."""
    about = {**told_by_texts("title", drawn.title), **told_by_texts("note", drawn.note)}
    texts = sorted({f"text_{one}" for concept in drawn.concepts for one in concept.texts})
    lines = [
        *_keys("graph", about),
        *_keys("node", (*_CONCEPT_FIELDS, *texts)),
        *_keys("edge", LINK_FIELDS),
        '  <graph edgedefault="directed">',
        *_data("graph", about),
        *_nodes(drawn, language),
        *_edges(drawn),
        "  </graph>",
        "</graphml>",
    ]
    return _HEAD + "\n".join(lines) + "\n"


def _keys(what: str, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        kind = "double" if name in _DOUBLES else "string"
        yield f'  <key id="{what}_{name}" for="{what}" attr.name="{name}" attr.type="{kind}"/>'


def _nodes(drawn: InfluenceMap, language: str) -> Iterator[str]:
    for number, concept in enumerate(drawn.concepts):
        told = {"concept": concept.id, "label": concept.text(language), **told_by_concept(concept)}
        yield f'    <node id="n{number}">'
        yield from _data("node", told)
        yield "    </node>"


def _edges(drawn: InfluenceMap) -> Iterator[str]:
    place = drawn.place_of
    for link in drawn.links:
        ends = f'source="n{place[link.source]}" target="n{place[link.target]}"'
        yield f"    <edge {ends}>"
        yield from _data("edge", told_by_link(link))
        yield "    </edge>"


def _data(what: str, told: Mapping[str, str]) -> Iterator[str]:
    for name, text in told.items():
        yield f"      <data key={quoteattr(f'{what}_{name}')}>{_escaped(text)}</data>"


def _escaped(text: str) -> str:
    """XML text. A carriage return written as itself would be read as a line feed."""
    return escape(text, {"\r": "&#13;"})
