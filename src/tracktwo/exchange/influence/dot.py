"""DOT in: directed graphs as Graphviz reads them, groups of nodes flattened."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise, product
from pathlib import Path

from tracktwo.exchange.influence.assemble import Edge, FoundConcept, assemble, links_of
from tracktwo.exchange.influence.dot_tokens import Token, tokens
from tracktwo.exchange.influence.fields import concept_of, texts_in
from tracktwo.exchange.influence.place import Place
from tracktwo.exchange.influence.plain_text import read_text
from tracktwo.exchange.influence.reading import Reading
from tracktwo.influence.maps import InfluenceMap

_STRENGTHS = ("influence", "label", "xlabel", "weight")
"""Graphviz's own weight says how short an edge is drawn, so a label that is a strength goes first."""
DEEPEST = 50
Told = dict[str, str]


def read_dot(path: Path, reading: Reading) -> InfluenceMap:
    """The map in a DOT file; `InputError` with the line where it is none or undirected."""
    graph = _Reader(tokens(path, read_text(path))).graph()
    concepts = [_concept(name, told, at, reading) for name, (told, at) in graph.nodes.items()]
    links = links_of(graph.edges, reading, strengths=_STRENGTHS)
    return assemble(
        concepts, links, title=texts_in(graph.told, "title"), note=texts_in(graph.told, "note")
    )


def _concept(name: str, told: Told, at: Place, reading: Reading) -> FoundConcept:
    if told.get("label") == r"\N":  # Graphviz's own way to say: the name
        told = {**told, "label": ""}
    return concept_of(name, told, at, language=reading.language), at


@dataclass
class Graph:
    """What a file says of itself, of nodes in order of appearance, and of edges."""

    told: Told = field(default_factory=dict)
    nodes: dict[str, tuple[Told, Place]] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)


@dataclass(frozen=True)
class Scope:
    """What holds for nodes and edges named from here on in a group."""

    node: Told
    edge: Told
    depth: int = 0

    def inner(self) -> "Scope":
        return Scope(dict(self.node), dict(self.edge), self.depth + 1)


class _Reader:
    """Walks through the tokens of a file once, statement by statement."""

    def __init__(self, source: Iterator[Token]) -> None:
        self.source = source
        self.now = next(source)
        self.read = Graph()

    def graph(self) -> Graph:
        """[strict] digraph [name] { statements }"""
        if self._is_word("strict"):
            self._step()
        if self._is_word("graph"):
            self.now.at.refuse("the graph is undirected; write digraph, and -> for who moves whom")
        if not self._is_word("digraph"):
            self.now.at.refuse("this is no DOT; it must begin with digraph {")
        self._step()
        if self.now.kind == "id":
            self._step()
        self._group(Scope({}, {}))
        if self.now.kind != "end":
            self.now.at.refuse("something follows the end of the graph; keep one graph in a file")
        return self.read

    def _group(self, scope: Scope) -> list[str]:
        """{ statements }, and the nodes they name."""
        if scope.depth > DEEPEST:
            self.now.at.refuse("groups stand too deep in each other")
        self._expect("{")
        named: list[str] = []
        while not self._is_sign("}"):
            if self.now.kind == "end":
                self.now.at.refuse("the file ends inside a graph; close it with }")
            named += self._statement(scope)
            while self._is_sign(";", ","):
                self._step()
        self._step()
        return named

    def _statement(self, scope: Scope) -> list[str]:
        """Defaults, a setting, nodes or a chain of edges; the nodes it names."""
        for word, defaults in (("node", scope.node), ("edge", scope.edge), ("graph", {})):
            if self._is_word(word):
                return self._defaults(word, defaults, scope)
        begins = self.now.at
        chain = [self._end(scope)]
        if self._is_sign("="):
            return self._setting(chain[0][0], scope)
        while self._is_sign("->", "--"):
            if self.now.text == "--":
                self.now.at.refuse("an edge without direction; write -> for who moves whom")
            self._step()
            chain.append(self._end(scope))
        self._keep(chain, self._attributes(), scope, begins)
        return [name for names in chain for name in names]

    def _defaults(self, word: str, defaults: Told, scope: Scope) -> list[str]:
        """node [...], edge [...] or graph [...]"""
        self._step()
        defaults |= self._attributes()
        if word == "graph" and not scope.depth:
            self.read.told |= defaults
        return []

    def _setting(self, name: str, scope: Scope) -> list[str]:
        """name = value, said of the graph"""
        self._step()
        value = self._id()
        if not scope.depth:
            self.read.told[name] = value
        return []

    def _end(self, scope: Scope) -> list[str]:
        """One end of an edge: a node, its port left out, or all nodes of a group."""
        if self._is_word("subgraph"):
            self._step()
            if self.now.kind == "id":
                self._step()
        if self._is_sign("{"):
            return self._group(scope.inner())
        name = self._id()
        while self._is_sign(":"):
            self._step()
            self._id()
        return [name]

    def _attributes(self) -> Told:
        """[name = value, ...], once or several times"""
        told: Told = {}
        while self._is_sign("["):
            self._step()
            while not self._is_sign("]"):
                name = self._id()
                told[name] = "true"
                if self._is_sign("="):
                    self._step()
                    told[name] = self._id()
                while self._is_sign(",", ";"):
                    self._step()
            self._step()
        return told

    def _id(self) -> str:
        """A name or value; quoted pieces joined by + are one."""
        if self.now.kind != "id":
            found = self.now.text or "the end of the file"
            self.now.at.refuse(f"a name is needed here and not {found}")
        text = self.now.text
        self._step()
        while self._is_sign("+"):
            self._step()
            text += self._id()
        return text

    def _keep(self, chain: list[list[str]], told: Told, scope: Scope, at: Place) -> None:
        for name in (name for names in chain for name in names):
            self.read.nodes.setdefault(name, (dict(scope.node), at))
        if len(chain) == 1:
            for name in chain[0]:
                self.read.nodes[name][0].update(told)
        for sources, targets in pairwise(chain):
            for source, target in product(sources, targets):
                self.read.edges.append(Edge(source, target, {**scope.edge, **told}, at))

    def _expect(self, sign: str) -> None:
        if not self._is_sign(sign):
            self.now.at.refuse(
                f"{sign} is needed here and not {self.now.text or 'the end of the file'}"
            )
        self._step()

    def _is_sign(self, *signs: str) -> bool:
        return self.now.kind == "sign" and self.now.text in signs

    def _is_word(self, word: str) -> bool:
        return self.now.kind == "id" and not self.now.is_quoted and self.now.text.lower() == word

    def _step(self) -> None:
        self.now = next(self.source)
