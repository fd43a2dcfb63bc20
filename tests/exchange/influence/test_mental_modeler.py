"""Mental Modeler's own files: the XML of its application, the JSON of its newer one."""

import pytest

from tracktwo.influence import Concept, Link

XML = """<?xml version="1.0" encoding="UTF-8"?>
<mentalmodeler >
<info ><name ><![CDATA[Wetland]]></name></info>
<concepts >
<concept >
<id ><![CDATA[1]]></id>
<name ><![CDATA[Amount of wetland]]></name>
<group ><![CDATA[4]]></group>
<relationships >
<relationship >
<id ><![CDATA[2]]></id>
<notes ><![CDATA[seen in 2013]]></notes>
<confidence ><![CDATA[-2]]></confidence>
<influence ><![CDATA[-0.62]]></influence>
</relationship>
</relationships>
</concept>
<concept ><id>2</id><name>Pollution</name></concept>
</concepts>
<scenarios ><scenario ><concepts ><concept ><id>1</id><influence>1</influence></concept></concepts></scenario></scenarios>
</mentalmodeler>"""
JSON = """{"info": {"name": "Model"}, "groupNames": {}, "concepts": [
 {"id": "1", "name": "Amount of wetland", "group": "0", "relationships": [
  {"id": "2", "name": "Pollution", "notes": "seen in 2013", "confidence": "0", "influence": "-0.62"}]},
 {"id": "2", "name": "Pollution", "relationships": []}], "scenarios": [{"name": "S", "concepts": []}]}"""


@pytest.mark.parametrize("content", [XML, XML.replace("mentalmodeler", "mentalModeler"), JSON])
def test_concepts_go_by_their_names(drawn, content):
    read = drawn("map.mmp", content)

    assert read.concepts == (Concept("Amount of wetland"), Concept("Pollution"))
    assert read.links == (Link("Amount of wetland", "Pollution", -0.62, evidence="seen in 2013"),)


BAD = {
    "no strength set": (XML.replace("-0.62", "undefined"), 10, "the link has no influence; set one in Mental Modeler and save again"),
    "out of range": (XML.replace("-0.62", "3"), 10, "weight 3 lies outside -1..1; divide by the strongest your scale has"),
    "concept unknown": (XML.replace("[2]", "[9]"), 10, "1 -> 9: '9' is not in the file; add it there or correct it"),
    "concept unknown in JSON": (JSON.replace('{"id": "2", "name": "Pollution", "n', '{"id": "9", "n'), None, "relationship 1: 1 -> 9: '9' is not in the file; add it there or correct it"),
    "other XML": ("<a/>", None, "this is no Mental Modeler file; its root must be mentalmodeler"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "line", "sentence"), BAD.values(), ids=BAD)
def test_files_that_cannot_be_meant_are_refused(refusal, content, line, sentence):
    assert refusal("map.mmp", content) == ("map.mmp", line, sentence)
