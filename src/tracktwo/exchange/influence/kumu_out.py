"""Kumu's JSON blueprint out: every field as an attribute that its maps can show and filter by."""

import json

from tracktwo.exchange.influence.fields import told_by_concept, told_by_link, told_by_texts
from tracktwo.influence.maps import Concept, InfluenceMap, Link


def as_kumu(drawn: InfluenceMap, *, language: str) -> str:
    """The map as a blueprint, elements labelled in a language, one connection a judgement."""
    blueprint = {
        **told_by_texts("title", drawn.title),
        **told_by_texts("note", drawn.note),
        "elements": [_element(concept, language) for concept in drawn.concepts],
        "connections": [_connection(link) for link in drawn.links],
    }
    return json.dumps(blueprint, ensure_ascii=False, indent=1) + "\n"


def _element(concept: Concept, language: str) -> dict[str, str]:
    told = {"id": concept.id, "label": concept.text(language), "type": concept.kind}
    return {**_filled(told), "concept": concept.id, **told_by_concept(concept)}


def _connection(link: Link) -> dict[str, object]:
    polarity = "+" if link.weight > 0 else "-" if link.weight < 0 else ""
    ends = {"from": link.source, "to": link.target, "direction": "directed", "type": polarity}
    values = {
        name: told if isinstance(getattr(link, name), str) else float(told)
        for name, told in told_by_link(link).items()
    }
    return {**_filled(ends), **values}


def _filled(told: dict[str, str]) -> dict[str, str]:
    return {name: text for name, text in told.items() if text}
