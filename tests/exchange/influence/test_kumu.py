"""Blueprints as people write them and as Kumu exports them."""

import json

import pytest

from tracktwo.influence import Concept, Link

HEAD = [{"label": "A"}, {"label": "B"}]


def blueprint(*connections, elements=HEAD):
    return json.dumps({"elements": elements, "connections": connections})


def between(**told):
    return {"from": "A", "to": "B", **told}


def test_connections_are_read_by_labels(drawn):
    read = drawn("map.json", blueprint(between(Strength=0.5, type="+", tags=["x"], live=True)))

    assert read.concepts == (Concept("A"), Concept("B"))
    assert read.links == (Link("A", "B", 0.5),)


def test_mutual_connection_is_a_link_each_way(drawn, weights):
    read = drawn("map.json", blueprint(between(weight="-0.5", direction="Mutual")))

    assert weights(read) == {("A", "B"): -0.5, ("B", "A"): -0.5}


@pytest.mark.parametrize(
    ("weight", "expert"), [("0.5 | weak", "E1|E2"), ([0.5, "weak"], ["E1", "E2"])]
)
def test_several_weights_are_several_judgements(drawn, weight, expert):
    read = drawn("map.json", blueprint(between(weight=weight, expert=expert, side="nato")))

    assert read.links == (
        Link("A", "B", 0.5, expert="E1", side="nato"),
        Link("A", "B", 0.3, expert="E2", side="nato"),
    )


def test_pipes_in_a_text_stay_where_there_is_one_weight(drawn):
    read = drawn("map.json", blueprint(between(weight=1, evidence="a|b", expert="E|1")))

    assert read.links == (Link("A", "B", 1.0, evidence="a|b", expert="E|1"),)


def test_ids_and_attributes_of_an_export_are_read(drawn):
    elements = [
        {"_id": "elem-1", "attributes": {"label": "A", "element type": "Risk"}},
        {"_id": "elem-2", "attributes": {"label": "B", "element type": "Actor"}},
    ]
    connection = {"from": "elem-1", "to": "elem-2", "attributes": {"weight": "0.5"}}

    read = drawn("map.json", blueprint(connection, elements=elements))

    assert read.concepts == (Concept("A", kind="risk"), Concept("B"))
    assert read.links == (Link("A", "B", 0.5),)


def test_elements_of_one_label_go_by_their_ids(drawn):
    elements = [{"id": "e1", "label": "A"}, {"id": "e2", "label": "A"}, {"id": "e3", "label": "B"}]

    read = drawn("map.json", blueprint({"from": "e2", "to": "B", "weight": 1}, elements=elements))

    assert read.concepts == (Concept("e1", {"en": "A"}), Concept("e2", {"en": "A"}), Concept("B"))
    assert read.links == (Link("e2", "B", 1.0),)


def test_polarity_is_worth_what_is_said(drawn, weights):
    read = drawn("map.json", blueprint(between(type="-")), signs_as=0.5)

    assert weights(read) == {("A", "B"): -0.5}


NO_MAP = "this JSON holds no map; it needs elements and connections, as Kumu exports them"
DEEP = "the JSON is nested too deep or holds a number too long"
BAD = {
    "undirected": (
        blueprint(between(weight=1, direction="undirected")), None,
        "connection 1: direction is 'undirected'; write directed or mutual, and who moves whom",
    ),
    "no weight": (blueprint(between()), None, "connection 1: the link has neither a weight nor a label; give it a weight in -1..1"),
    "only a sign": (
        blueprint(between(type="+")), None,
        "connection 1: weight '+' says only a sign; write a strength, or say what a sign is worth (signs_as)",
    ),
    "out of range": (blueprint(between(weight=2)), None, "connection 1: weight 2 lies outside -1..1; divide by the strongest your scale has"),
    "yes": (blueprint(between(weight=True)), None, "connection 1: weight is 'True'; write a text or a number"),
    "element unknown": (blueprint({"from": "A", "to": "C", "weight": 1}), None, "connection 1: A -> C: 'C' is not in the file; add it there or correct it"),
    "numbers of values": (
        blueprint(between(weight="0.5|0.2|0.1", expert="E1|E2")), None,
        "connection 1: there are 3 weights and 2 values of expert; give as many, or one",
    ),
    "several of one hand": (
        blueprint(between(weight="0.5|0.2")), None,
        "connection 1: A -> B is already judged by the same hand, connection 1; keep one",
    ),
    "no label": (blueprint(elements=[{"type": "x"}]), None, "element 1: the element has no label; give it one"),
    "no objects": (blueprint("x"), None, "connection 1: this is not an object with attributes"),
    "no list": ('{"elements": {}}', None, "the file needs a list of elements; export it again"),
    "another list": ("[1]", None, NO_MAP),
    "another object": ('{"a": 1}', None, NO_MAP),
    "cut short": ('{"elements":[\n{"label"', 2, "this is not JSON (Expecting ':' delimiter); export it again"),
    "deep": ("[" * 200_000, None, DEEP),
    "a number of 5,000 figures": ('{"elements":[' + "1" * 5000 + "]}", None, DEEP),
}  # fmt: skip


@pytest.mark.parametrize(("content", "line", "sentence"), BAD.values(), ids=BAD)
def test_blueprints_that_cannot_be_meant_are_refused(refusal, content, line, sentence):
    assert refusal("map.json", content) == ("map.json", line, sentence)
