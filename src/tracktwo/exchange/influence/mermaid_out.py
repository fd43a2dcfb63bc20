"""Mermaid out: a flowchart to print, with comments for what it cannot say."""

from collections.abc import Iterator

from tracktwo.exchange.influence.arrows_out import (
    concept_line,
    tail_words,
    texts_line,
    weight_words,
)
from tracktwo.exchange.influence.mermaid import REMARK
from tracktwo.exchange.influence.mermaid_text import shown
from tracktwo.influence.maps import InfluenceMap


def as_mermaid(drawn: InfluenceMap, *, language: str) -> str:
    """The map as a flowchart from left to right, nodes labelled in a language; against is dotted."""
    lines = ["flowchart LR", *_about(drawn), *_nodes(drawn, language), *_links(drawn)]
    return "\n".join(lines) + "\n"


def _about(drawn: InfluenceMap) -> Iterator[str]:
    for what, texts in (("title", drawn.title), ("note", drawn.note)):
        if any(texts.values()):
            yield f"  {REMARK} {what}: {texts_line(texts)}"


def _nodes(drawn: InfluenceMap, language: str) -> Iterator[str]:
    for number, concept in enumerate(drawn.concepts):
        yield f'  n{number}["{shown(concept.text(language))}"]'
        yield f"  {REMARK} {concept_line(concept)}"


def _links(drawn: InfluenceMap) -> Iterator[str]:
    place = drawn.place_of
    for link in drawn.links:
        arrow = "-.->" if link.weight < 0 else "-->"
        yield f'  n{place[link.source]} {arrow}|"{weight_words(link)}"| n{place[link.target]}'
        if tail := tail_words(link):
            yield f"  {REMARK}{tail}"
