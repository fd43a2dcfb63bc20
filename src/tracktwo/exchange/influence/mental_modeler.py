"""Mental Modeler's own files (.mmp) in: the XML of its application, and the JSON of its newer one.

A concept is called by its name, and the notes of a link are its evidence. Groups, units, scenarios and
the confidence of a link, whose scale the files do not tell, are left behind.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from tracktwo.exchange.influence.assemble import Edge, Node, assemble_drawn
from tracktwo.exchange.influence.json_file import Entry, entries
from tracktwo.exchange.influence.reading import Reading
from tracktwo.exchange.influence.xml_tree import Element
from tracktwo.influence.maps import InfluenceMap

ROOT = "mentalmodeler"
_ABSENT = {"", "undefined"}
Part = tuple[Entry, list[Entry]]
"""A concept, and its links to others, each named by the id of the other."""


def read_mental_modeler_xml(path: Path, root: Element, reading: Reading) -> InfluenceMap:
    """The map in an .mmp file of XML; `InputError` with the line that cannot be meant."""
    return _read(_xml_parts(path, root), reading)


def read_mental_modeler_json(
    path: Path, whole: Mapping[str, object], reading: Reading
) -> InfluenceMap:
    """The map in an .mmp file of JSON; `InputError` with the concept that cannot be meant."""
    concepts = entries(path, whole.get("concepts"), one="concept")
    parts = [
        (one, entries(path, one.attributes.get("relationships", []), one="relationship"))
        for one in concepts
    ]
    return _read(parts, reading)


def _xml_parts(path: Path, root: Element) -> Iterator[Part]:
    for group in root.every("concepts"):
        for concept in group.every("concept"):
            links = (
                link
                for held in concept.every("relationships")
                for link in held.every("relationship")
            )
            yield _entry(path, concept), [_entry(path, link) for link in links]


def _entry(path: Path, element: Element) -> Entry:
    return Entry({child.tag: child.text.strip() for child in element.children}, element.at(path))


def _read(parts: Iterable[Part], reading: Reading) -> InfluenceMap:
    parts = list(parts)
    nodes = (_node(concept) for concept, _ in parts)
    edges = (edge for concept, links in parts for edge in _edges(concept, links))
    return assemble_drawn(nodes, edges, reading)


def _node(concept: Entry) -> Node:
    return concept.text("id").strip(), concept.text("name"), {}, concept.at


def _edges(concept: Entry, links: Iterable[Entry]) -> Iterator[Edge]:
    for link in links:
        weight = link.text("influence").strip()
        if weight in _ABSENT:
            link.at.refuse("the link has no influence; set one in Mental Modeler and save again")
        told = {"weight": weight, "evidence": link.text("notes")}
        yield Edge(concept.text("id").strip(), link.text("id").strip(), told, link.at)
