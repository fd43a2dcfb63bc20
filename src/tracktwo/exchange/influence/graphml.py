"""GraphML in: our own, and what Gephi, yEd, Cytoscape and networkx write."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tracktwo.errors import InputError
from tracktwo.exchange.influence.assemble import Edge, Node, assemble_drawn
from tracktwo.exchange.influence.reading import Reading
from tracktwo.exchange.influence.xml_tree import Element, read_xml
from tracktwo.influence.maps import InfluenceMap

NODE_LABELS = ("label", "nodelabel", "name", "shared name")
EDGE_LABELS = ("weight", "label", "edge label", "edgelabel", "interaction", "shared interaction")
"""Where programs keep a label or weight, the first that is there counts; a weight must be a strength."""


@dataclass(frozen=True)
class Keys:
    """The names of attributes by the ids a file gives them, and their defaults, by what they are for."""

    names: Mapping[str, str]
    defaults: Mapping[str, Mapping[str, str]]

    def told(self, element: Element) -> dict[str, str]:
        """The attributes of a node, edge or graph by name."""
        told = dict(self.defaults.get(element.tag, {}))
        for data in element.every("data"):
            name = self.names.get(data.attributes.get("key", ""), "")
            if name:
                told[name] = data.text
            for part in data.children:  # what yEd draws
                for label in (*part.below("NodeLabel"), *part.below("EdgeLabel")):
                    told.setdefault(label.tag.casefold(), label.text)
        return told


def read_graphml(path: Path, reading: Reading) -> InfluenceMap:
    """The map in a GraphML file; `InputError` where it is undirected, damaged or says what cannot be meant."""
    root = read_xml(path)
    graph = _graph(path, root)
    keys = _keys(root)
    nodes, edges = _nodes(path, graph, keys), _edges(path, graph, keys)
    return assemble_drawn(nodes, edges, reading, strengths=EDGE_LABELS, told=keys.told(graph))


def _graph(path: Path, root: Element) -> Element:
    graphs = list(root.every("graph"))
    if root.tag != "graphml" or not graphs:
        raise InputError(
            "this is no GraphML; its root must be graphml with a graph in it", file=path
        )
    if len(graphs) > 1:
        graphs[1].at(path).refuse("a second graph begins here; keep one in a file")
    if hyper := next(graphs[0].below("hyperedge"), None):
        hyper.at(path).refuse("a hyperedge is no link between two concepts; draw it as edges")
    return graphs[0]


def _keys(root: Element) -> Keys:
    names: dict[str, str] = {}
    defaults: dict[str, dict[str, str]] = {"node": {}, "edge": {}, "graph": {}}
    for key in root.every("key"):
        name = key.attributes.get("attr.name", "").casefold()
        if name.startswith(("text_", "title_", "note_")):
            name = key.attributes["attr.name"]  # codes like zh-Hans have capitals
        names[key.attributes.get("id", "")] = name
        if default := key.first("default"):
            defaults.setdefault(key.attributes.get("for", ""), {})[name] = default.text
    return Keys(names, defaults)


def _nodes(path: Path, graph: Element, keys: Keys) -> Iterator[Node]:
    """All nodes, also those in groups; a group is none unless a link ends at it."""
    ends = {
        edge.attributes.get(end, "") for edge in graph.below("edge") for end in ("source", "target")
    }
    for node in graph.below("node"):
        name = node.attributes.get("id", "")
        if node.first("graph") and name not in ends:
            continue
        told = keys.told(node)
        label = next((told[one] for one in NODE_LABELS if told.get(one, "").strip()), "")
        yield name, label, told, node.at(path)


def _edges(path: Path, graph: Element, keys: Keys) -> Iterator[Edge]:
    undirected = graph.attributes.get("edgedefault") == "undirected"
    for edge in graph.below("edge"):
        at = edge.at(path)
        if edge.attributes.get("directed", "false" if undirected else "true") == "false":
            at.refuse("an edge without direction; say who moves whom and export it as directed")
        source, target = (edge.attributes.get(end, "") for end in ("source", "target"))
        yield Edge(source, target, keys.told(edge), at)
