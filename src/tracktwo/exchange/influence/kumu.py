"""Kumu's JSON blueprint in: elements and connections with whatever attributes they have.

An attribute with several values is a list, or a text with pipes between them. A connection whose
weight has several values is several judgements; its other attributes have as many values, or one.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tracktwo.exchange.influence.assemble import Edge, Node, assemble_drawn
from tracktwo.exchange.influence.fields import LINK_FIELDS
from tracktwo.exchange.influence.json_file import Entry, entries
from tracktwo.exchange.influence.place import Place
from tracktwo.exchange.influence.reading import Reading
from tracktwo.influence.maps import KINDS, InfluenceMap

_STRENGTHS = ("weight", "strength", "influence", "polarity", "type", "connection type", "label")
"""Where maps in Kumu keep a strength or sign."""


def read_kumu(path: Path, whole: Mapping[str, object], reading: Reading) -> InfluenceMap:
    """The map of a blueprint; `InputError` with the element or connection that cannot be meant."""
    elements = entries(path, whole.get("elements"), one="element")
    connections = entries(path, whole.get("connections", []), one="connection")
    called = _called(elements)
    edges = (edge for one in connections for edge in _edges(one, called))
    told = Entry(whole, Place(path)).told()
    nodes = map(_node, elements)
    return assemble_drawn(nodes, edges, reading, strengths=_STRENGTHS, told=told)


def _node(element: Entry) -> Node:
    told = element.told()
    label = told.get("label", "")
    kind = told.get("type", told.get("element type", "")).casefold()
    if kind in KINDS:
        told.setdefault("kind", kind)
    if not (name := _id_of(element)):
        element.at.refuse("the element has no label; give it one")
    return name, label, told, element.at


def _id_of(element: Entry) -> str:
    names = (element.text(one).strip() for one in ("id", "_id", "label"))
    return next(filter(None, names), "")


def _called(elements: Sequence[Entry]) -> dict[str, str]:
    """The id of each element by what connections may call it: its id, else its label."""
    labels = {element.text("label").strip(): _id_of(element) for element in reversed(elements)}
    return labels | {_id_of(element): _id_of(element) for element in elements}


def _edges(connection: Entry, called: Mapping[str, str]) -> Iterator[Edge]:
    at, direction = connection.at, connection.text("direction").casefold() or "directed"
    if direction not in {"directed", "mutual"}:
        at.refuse(f"direction is {direction!r}; write directed or mutual, and who moves whom")
    ends = (connection.text(end).strip() for end in ("from", "to"))
    source, target = (called.get(end, end) for end in ends)
    for told in _judgements(connection):
        yield Edge(source, target, told, at)
        if direction == "mutual":
            yield Edge(target, source, told, at)


def _judgements(connection: Entry) -> Iterator[dict[str, str]]:
    """The fields of each judgement that a connection holds."""
    several = len(connection.several("weight"))
    if several == 1:
        yield connection.told()
        return
    values = {name: connection.several(name) for name in LINK_FIELDS}
    for name, held in values.items():
        if len(held) not in {1, several}:
            connection.at.refuse(
                f"there are {several} weights and {len(held)} values of {name}; give as many, or one"
            )
    for place in range(several):
        yield {name: held[place if len(held) > 1 else 0] for name, held in values.items()}
