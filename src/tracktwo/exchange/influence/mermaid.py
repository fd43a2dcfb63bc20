"""Mermaid flowcharts in: nodes, links and their labels; what a flowchart cannot say stands in comments.

A comment that begins with `%% tracktwo` tells, in the words of the text form, the concept or the link
on the line before it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

from tracktwo.errors import InputError
from tracktwo.exchange.influence.arrow_words import link_words
from tracktwo.exchange.influence.arrows import (
    Found,
    read_range,
    read_tail,
    read_telling,
    shape,
    split,
)
from tracktwo.exchange.influence.assemble import Edge, FoundConcept, assemble, links_of, renamed
from tracktwo.exchange.influence.fields import concept_of
from tracktwo.exchange.influence.mermaid_text import meant
from tracktwo.exchange.influence.place import Place
from tracktwo.exchange.influence.plain_text import read_text
from tracktwo.exchange.influence.reading import Reading
from tracktwo.influence.maps import InfluenceMap

REMARK = "%% tracktwo"
_HEAD = re.compile(r"(?:flowchart|graph)(?:-elk)?\b(?:\s+(?:TB|TD|BT|RL|LR)\b)?")
_SKIPPED = re.compile(
    r"end\s*;?$|acc(?:Title|Descr)\b|"
    r"(?:subgraph|classDef|class|style|linkStyle|click|direction)\s+[^\s<=~.-]"
)
_PART = r"[^\s\[\](){}<>|&;:@\"~=.-][^\s\[\](){}<>|&;:@\"~=-]*+"
# Repeats that cannot give back what they took, or are short, keep a hostile line from taking hours.
_NODE = re.compile(
    rf"""\s*+(?P<id>{_PART}(?:-{_PART})*+)
    (?:[\[({{>]+[/\\]?\s*+(?:"(?P<quoted>[^"]*+)"\s*+|(?P<bare>[^"\[\](){{}}|]*+))[/\\]?[\])}}]+)?
    (?:@\{{[^}}]*+\}})?(?::::[\w-]+)?\s*+""",
    re.VERBOSE,
)
_LINK = re.compile(
    r"""(?P<back><?)(?:
    (?P<line>-{2,20}[->ox]|={2,20}[=>ox]|-\.{1,20}-[>ox]?|~{3,20})
    \s*+(?:\|(?P<label>\s*+"[^"]*+"\s*+|[^|"]*+)\|)?
    |(?:--|==|-\.)(?P<text>\s*+"[^"]*+"\s*+|[^"|]+?)
    (?P<rest>-{2,20}[->ox]|={2,20}[=>ox]|\.{1,20}-[>ox]?)
    )""",
    re.VERBOSE,
)
_HOW = 'write a link as: A["text"] -->|0.7| B["text"]'


def read_mermaid(path: Path, reading: Reading) -> InfluenceMap:
    """The map in a flowchart; `InputError` with the line that cannot be meant."""
    chart = _Chart(reading)
    for at, line in _statements(path):
        if line.startswith(REMARK):
            chart.remark(line.removeprefix(REMARK).strip(), at)
        elif not line.startswith("%%") and not _SKIPPED.match(line):
            chart.draw(line, at)
    concepts = chart.concepts()
    links = renamed(links_of(chart.edges, reading), concepts)
    return assemble(concepts.values(), links, **chart.found.about)


def _statements(path: Path) -> Iterator[tuple[Place, str]]:
    """The lines behind the head of the flowchart, those that say nothing left out."""
    is_begun = is_front_matter = False
    for number, whole in enumerate(read_text(path).split("\n"), start=1):
        at, line = Place(path, number), whole.strip()
        if not is_begun and line == "---":
            is_front_matter = not is_front_matter
        elif not line or is_front_matter or (line.startswith("%%") and not is_begun):
            continue
        elif is_begun:
            yield at, line
        elif head := _HEAD.match(line):
            is_begun = True
            if rest := line[head.end() :].strip(" ;"):
                yield at, rest
        else:
            at.refuse("this is no Mermaid flowchart; it must begin with flowchart LR or graph TD")
    if not is_begun:
        raise InputError("there is no flowchart; it must begin with flowchart LR", file=path)


@dataclass
class _Chart:
    """What was drawn so far: the text of each node by its id, the concept that a comment tells, edges."""

    reading: Reading
    nodes: dict[str, tuple[str, Place]] = field(default_factory=dict)
    told: dict[str, FoundConcept] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)
    found: Found = field(default_factory=Found)
    last: str = ""

    def concepts(self) -> dict[str, FoundConcept]:
        language = self.reading.language
        read = {
            node: (concept_of(node, {"label": text}, at, language=language), at)
            for node, (text, at) in self.nodes.items()
        }
        return read | self.told

    def draw(self, line: str, at: Place) -> None:
        """A & B -->|0.7| C --> D; E --> F"""
        here = 0
        while here < len(line):
            sources, here = self._group(line, here, at)
            while arrow := _LINK.match(line, here):
                targets, here = self._group(line, arrow.end(), at)
                self._link(sources, targets, arrow, at)
                sources = targets
            if here < len(line) and line[here] != ";":
                at.refuse(f"{line[here : here + 20]!r} cannot stand here; {_HOW}")
            here = len(line) - len(line[here:].lstrip("; "))

    def remark(self, said: str, at: Place) -> None:
        """What a comment tells of the chart, of the node or of the link before it."""
        what = next((one for one in ("concept", "title", "note", ";") if said.startswith(one)), "")
        if what == ";" and self.edges:
            self.edges[-1].told.update(read_tail(split(link_words(said, at), ";"), at))
        elif what in {"title", "note"} or (what == "concept" and self.last):
            read_telling(what, said.removeprefix(what), self.found, at, self.reading)
        else:
            at.refuse("this comment tells nothing known; remove it")
        if what == "concept":
            self.told[self.last] = self.found.concepts[-1]

    def _group(self, line: str, here: int, at: Place) -> tuple[list[str], int]:
        """A & B & C, and the place behind them."""
        names: list[str] = []
        while node := _NODE.match(line, here):
            names.append(self._node(node, at))
            here = node.end()
            if line[here : here + 1] != "&":
                return names, here
            here += 1
        found = repr(line[here : here + 20]) if line[here:] else "the end of the line"
        raise at.error(f"a node is needed here and not {found}; {_HOW}")

    def _node(self, node: re.Match[str], at: Place) -> str:
        self.last, text = node["id"], meant(node["quoted"] or (node["bare"] or "").strip("/\\ "))
        before = self.nodes.get(self.last, ("", at))
        self.nodes[self.last] = (text or before[0], before[1])
        return self.last

    def _link(
        self, sources: list[str], targets: list[str], arrow: re.Match[str], at: Place
    ) -> None:
        line = arrow["line"] or arrow["rest"]
        if line.startswith("~"):
            return
        if line[-1] not in ">ox":
            at.refuse("a link without direction; draw --> for who moves whom")
        told = _judged(meant((arrow["label"] or arrow["text"] or "").strip().strip('"')), at)
        for source, target in product(sources, targets):
            self.edges.append(Edge(source, target, dict(told), at))
            if arrow["back"]:
                self.edges.append(Edge(target, source, dict(told), at))


def _judged(label: str, at: Place) -> dict[str, str]:
    """The weight and, where there is one, the range in a label like +0.7 [0.5, 0.9]."""
    words = link_words(label, at)
    if not words:
        at.refuse("the link has no weight; write it as -->|0.7|")
    if shape(words) == "x[x]":
        return {"weight": words[0].text, **read_range(words[2].text, at)}
    return {"weight": label}
