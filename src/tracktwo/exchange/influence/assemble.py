"""Concepts and links found in a file put together to a map, or the first that does not fit refused."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tracktwo.exchange.influence.fields import Told, checked, concept_of, link_of, texts_in
from tracktwo.exchange.influence.place import Place
from tracktwo.exchange.influence.reading import Reading
from tracktwo.exchange.influence.strengths import said_strength
from tracktwo.influence.maps import Concept, InfluenceMap, Link, named, what_is_wrong

FoundConcept = tuple[Concept, Place]
FoundLink = tuple[Link, Place]
Node = tuple[str, str, Told, Place]
"""What another program calls a node, its label, its other fields, and where it stands."""


@dataclass(frozen=True)
class Edge:
    """A link as another program tells it: its ends, its fields, and where it stands."""

    source: str
    target: str
    told: dict[str, str]
    at: Place


def assemble(
    concepts: Iterable[FoundConcept],
    links: Iterable[FoundLink],
    *,
    title: Mapping[str, str] | None = None,
    note: Mapping[str, str] | None = None,
) -> InfluenceMap:
    """The map of what was found; `InputError` at the place of the first thing that does not fit."""
    known = _distinct(concepts)
    first: dict[tuple[str, ...], Place] = {}
    kept = []
    for link, at in links:
        if wrong := what_is_wrong(link, known):
            at.refuse(wrong)
        judged = (*link.ends, *link.judge)
        if judged in first:
            at.refuse(
                f"{named(link)} is already judged by the same hand, {first[judged]}; keep one"
            )
        first[judged] = at
        kept.append(link)
    return InfluenceMap(tuple(known.values()), tuple(kept), title or {}, note or {})


def assemble_drawn(
    nodes: Iterable[Node],
    edges: Iterable[Edge],
    reading: Reading,
    *,
    strengths: Sequence[str] = ("weight",),
    told: Told | None = None,
) -> InfluenceMap:
    """The map that another program drew: its nodes by their labels, its edges as judgements.

    `strengths` are the fields in which a weight may stand, `told` the fields of the whole drawing.
    """
    concepts = as_labelled(nodes, reading.language)
    links = renamed(links_of(edges, reading, strengths=strengths), concepts)
    about = told or {}
    return assemble(
        concepts.values(), links, title=texts_in(about, "title"), note=texts_in(about, "note")
    )


def implied(links: Iterable[FoundLink]) -> list[FoundConcept]:
    """The concepts that links name, in order of appearance."""
    ends: dict[str, Place] = {}
    for link, at in links:
        for end in link.ends:
            ends.setdefault(end, at)
    return [(checked(Concept(end), at), at) for end, at in ends.items()]


def with_implied(
    concepts: Iterable[FoundConcept], links: Iterable[FoundLink]
) -> list[FoundConcept]:
    """The concepts told, and behind them those that only links name."""
    told = list(concepts)
    known = {concept.id for concept, _ in told}
    return told + [one for one in implied(links) if one[0].id not in known]


def as_labelled(nodes: Iterable[Node], language: str) -> dict[str, FoundConcept]:
    """Concepts by the id another program gave them.

    A concept is called what people called it, its label, where no other has the same one.
    """
    nodes = list(nodes)
    times = Counter(label.strip() for _, label, _, _ in nodes)
    found: dict[str, FoundConcept] = {}
    for node, label, told, at in nodes:
        if node in found:
            at.refuse(f"id {node!r} is already on {found[node][1]}; ids must differ")
        called = label.strip() if times[label.strip()] == 1 else ""
        name = told.get("concept") or called or node
        found[node] = (concept_of(name, {**told, "label": label}, at, language=language), at)
    return found


def links_of(
    edges: Iterable[Edge], reading: Reading, *, strengths: Sequence[str] = ("weight",)
) -> list[FoundLink]:
    """Edges as judgements; `strengths` are the fields in which the weight may stand."""
    return [(_link_of(edge, reading, strengths), edge.at) for edge in edges]


def renamed(links: Iterable[FoundLink], concepts: Mapping[str, FoundConcept]) -> list[FoundLink]:
    """Links between the ids of another program as links between concepts."""
    return [(_renamed(link, at, concepts), at) for link, at in links]


def _link_of(edge: Edge, reading: Reading, strengths: Sequence[str]) -> Link:
    told = {**edge.told, "weight": said_strength(edge.told, strengths, edge.at)}
    return link_of(edge.source, edge.target, told, edge.at, signs_as=reading.signs_as)


def _renamed(link: Link, at: Place, concepts: Mapping[str, FoundConcept]) -> Link:
    for end in link.ends:
        if end not in concepts:
            at.refuse(f"{named(link)}: {end!r} is not in the file; add it there or correct it")
    source, target = (concepts[end][0].id for end in link.ends)
    return replace(link, source=source, target=target)


def _distinct(concepts: Iterable[FoundConcept]) -> dict[str, Concept]:
    places: dict[str, Place] = {}
    known: dict[str, Concept] = {}
    for concept, at in concepts:
        if concept.id in known:
            at.refuse(f"concept {concept.id!r} is already on {places[concept.id]}; keep one")
        known[concept.id], places[concept.id] = concept, at
    return known
