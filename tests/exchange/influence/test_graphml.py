"""GraphML as other programs write it, and what is refused."""

import pytest

from tracktwo.influence import Concept, Link

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">\n'
GEPHI = f"""{HEAD}<key attr.name="label" attr.type="string" for="node" id="label"/>
<key attr.name="Edge Label" attr.type="string" for="edge" id="edgelabel"/>
<key attr.name="weight" attr.type="double" for="edge" id="weight"/>
<key attr.name="r" attr.type="int" for="node" id="r"/>
<graph edgedefault="directed">
<node id="0"><data key="label">Exercises</data><data key="r">153</data></node>
<node id="1"><data key="label">Threat</data></node>
<edge id="0" source="0" target="1"><data key="edgelabel"/><data key="weight">0.7</data></edge>
</graph></graphml>"""
YED = f"""{HEAD}<key for="node" id="d6" yfiles.type="nodegraphics"/>
<key for="edge" id="d10" yfiles.type="edgegraphics"/>
<graph edgedefault="directed" id="G">
<node id="n0" yfiles.foldertype="group">
<data key="d6"><y:GroupNode><y:NodeLabel>A group</y:NodeLabel></y:GroupNode></data>
<graph edgedefault="directed" id="n0:">
<node id="n0::n0"><data key="d6"><y:ShapeNode><y:NodeLabel>Exercises<y:LabelModel/></y:NodeLabel></y:ShapeNode></data></node>
</graph></node>
<node id="n1"><data key="d6"><y:ShapeNode><y:NodeLabel>Threat</y:NodeLabel></y:ShapeNode></data></node>
<edge id="e0" source="n0::n0" target="n1"><data key="d10"><y:PolyLineEdge>
<y:Arrows source="none" target="standard"/><y:EdgeLabel>0.7</y:EdgeLabel></y:PolyLineEdge></data></edge>
</graph></graphml>"""
CYTOSCAPE = f"""{HEAD}<key id="d0" for="node" attr.name="name" attr.type="string"/>
<key id="d1" for="node" attr.name="selected" attr.type="boolean"/>
<key id="d2" for="edge" attr.name="interaction" attr.type="string"/>
<key id="d3" for="edge" attr.name="weight" attr.type="double"/>
<key id="d4" for="edge" attr.name="name" attr.type="string"/>
<graph edgedefault="directed">
<node id="62"><data key="d0">Exercises</data><data key="d1">false</data></node>
<node id="63"><data key="d0">Threat</data></node>
<edge id="70" source="62" target="63"><data key="d2">interacts with</data><data key="d3">0.7</data>
<data key="d4">Exercises (interacts with) Threat</data></edge>
</graph></graphml>"""
NETWORKX = f"""{HEAD}<key id="d0" for="edge" attr.name="weight" attr.type="double"><default>0.7</default></key>
<graph edgedefault="directed"><node id="Exercises"/><node id="Threat"/>
<edge source="Exercises" target="Threat"/></graph></graphml>"""


@pytest.mark.parametrize("content", [GEPHI, YED, CYTOSCAPE, NETWORKX])
def test_files_of_other_programs_are_read_by_their_labels(drawn, content):
    read = drawn("map.graphml", content)

    assert read.concepts == (Concept("Exercises"), Concept("Threat"))
    assert read.links == (Link("Exercises", "Threat", 0.7),)


def test_labels_that_two_nodes_share_are_texts_in_the_language_told(drawn):
    nodes = "".join(f'<node id="{one}"><data key="l">同</data></node>' for one in "ab")
    content = f'{HEAD}<key id="l" for="node" attr.name="label"/><graph edgedefault="directed">{nodes}</graph></graphml>'

    assert drawn("map.graphml", content, language="zh").concepts == (
        Concept("a", {"zh": "同"}),
        Concept("b", {"zh": "同"}),
    )


def graph(inside, default="directed"):
    return f'{HEAD}<key id="w" for="edge" attr.name="weight"/>\n<graph edgedefault="{default}">\n<node id="a"/><node id="b"/>\n{inside}</graph></graphml>'


def edge(weight, more=""):
    return f'<edge source="a" target="b" {more}><data key="w">{weight}</data></edge>\n'


UNDIRECTED = "an edge without direction; say who moves whom and export it as directed"
DOCTYPE = "the file declares a DOCTYPE, which may hide other files in it; remove that line"
LAUGHS = '<?xml version="1.0"?>\n<!DOCTYPE g [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>\n<graphml>&b;</graphml>'
BAD = {
    "undirected": (graph(edge(0.5), "undirected"), 6, UNDIRECTED),
    "undirected edge": (graph(edge(0.5, 'directed="false"')), 6, UNDIRECTED),
    "no weight": (graph('<edge source="a" target="b"/>'), 6, "the link has neither a weight nor a label; give it a weight in -1..1"),
    "out of range": (graph(edge(7)), 6, "weight 7 lies outside -1..1; divide by the strongest your scale has"),
    "judged twice": (graph(edge(0.5) * 2), 7, "a -> b is already judged by the same hand, line 6; keep one"),
    "node unknown": (graph(edge(0.5).replace('"b"', '"c"')), 6, "a -> c: 'c' is not in the file; add it there or correct it"),
    "node twice": (graph('<node id="a"/>'), 6, "id 'a' is already on line 5; ids must differ"),
    "no id": (graph("<node/>"), 6, "a concept has no id"),
    "hyperedge": (graph("<hyperedge/>"), 6, "a hyperedge is no link between two concepts; draw it as edges"),
    "two graphs": (f"{HEAD}<graph/>\n<graph/></graphml>", 4, "a second graph begins here; keep one in a file"),
    "other XML": ("<a/>", None, "this is no GraphML; its root must be graphml with a graph in it"),
    "cut short": (graph(edge(0.5))[:-20], 6, "this is not well-formed XML (unclosed token); export it again"),
    "entities": (LAUGHS, 2, DOCTYPE),
    "a file within": ('<!DOCTYPE g SYSTEM "file:///etc/hostname"><graphml/>', 1, DOCTYPE),
    "too deep": ("<graphml>" + "<graph>" * 100_000, 1, "elements stand too deep in each other"),
    "encoding": ('<?xml version="1.0" encoding="klingon"?><graphml/>', None, "the encoding is not known; save the file as UTF-8"),
    "binary": (b"\x89PNG\r\n\x1a\n\0\0", 3, "a NUL byte: the file is binary or damaged; export it again"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "line", "sentence"), BAD.values(), ids=BAD)
def test_graphs_that_cannot_be_meant_are_refused(refusal, content, line, sentence):
    assert refusal("map.graphml", content) == ("map.graphml", line, sentence)
