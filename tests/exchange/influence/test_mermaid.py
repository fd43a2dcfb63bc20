"""Mermaid flowcharts as people write them."""

import pytest

from tracktwo.influence import Concept, Link

LINKS = """flowchart LR
A[text one] -- +0.7 --> B
B -->|-0.5| C{Choice}
C -.->|"strong"| A; A ==>|0.1| D & E
D-- -0.3 -->E(round); E --> |.2|F[/slanted/]
end-state <-->|0.4| style-x
"""
EVERYTHING = """---
title: left out
---
%%{init: {}}%%
graph TD;
  A["a #quot;b#quot;<br/>c"]:::big -->|0.5| B((round)) -->|-0.25| C
  %% a comment
  classDef big fill:#fff
  subgraph one
  A
  end
  style A fill:#bbb
  甲-->|强|乙
  B ~~~ C
"""


def test_links_are_read_in_every_form(drawn, weights):
    assert weights(drawn("map.mmd", LINKS)) == {
        ("A", "B"): 0.7,
        ("B", "C"): -0.5,
        ("C", "A"): 0.7,
        ("A", "D"): 0.1,
        ("A", "E"): 0.1,
        ("D", "E"): -0.3,
        ("E", "F"): 0.2,
        ("end-state", "style-x"): 0.4,
        ("style-x", "end-state"): 0.4,
    }


def test_texts_are_read_and_looks_left_out(drawn):
    read = drawn("map.mermaid", EVERYTHING, language="fr")

    assert read.concepts == (
        Concept("A", {"fr": 'a "b"\nc'}),
        Concept("B", {"fr": "round"}),
        Concept("C"),
        Concept("甲"),
        Concept("乙"),
    )
    assert read.links == (Link("A", "B", 0.5), Link("B", "C", -0.25), Link("甲", "乙", 0.7))


HOW = 'write a link as: A["text"] -->|0.7| B["text"]'
BAD = {
    "another diagram": ("sequenceDiagram\nA->>B: hi", 1, "this is no Mermaid flowchart; it must begin with flowchart LR or graph TD"),
    "nothing": ("%% only a comment\n", None, "there is no flowchart; it must begin with flowchart LR"),
    "no weight": ("graph TD\nA --> B", 2, "the link has no weight; write it as -->|0.7|"),
    "no direction": ("graph TD\nA -- 0.5 --- B", 2, "a link without direction; draw --> for who moves whom"),
    "out of range": ("graph TD\nA -->|2| B", 2, "weight 2 lies outside -1..1; divide by the strongest your scale has"),
    "judged twice": ("graph TD\nA -->|.5| B\nA -->|.6| B", 3, "A -> B is already judged by the same hand, line 2; keep one"),
    "something behind": ("graph TD\nA -->|.5| B ???", 2, f"'???' cannot stand here; {HOW}"),
    "a shape open": ("graph TD\nA[text -->|.5| B", 2, f"'[text -->|.5| B' cannot stand here; {HOW}"),
    "no target": ("graph TD\nA -->", 2, f"a node is needed here and not the end of the line; {HOW}"),
    "a comment of ours": ("graph TD\n%% tracktwo hello", 2, "this comment tells nothing known; remove it"),
    "a comment of ours too early": ("graph TD\n%% tracktwo ; delay days", 2, "this comment tells nothing known; remove it"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "line", "sentence"), BAD.values(), ids=BAD)
def test_flowcharts_that_cannot_be_meant_are_refused(refusal, content, line, sentence):
    assert refusal("map.mmd", content) == ("map.mmd", line, sentence)


def test_lines_of_two_hundred_thousand_signs_are_read_at_once(refusal):
    for inside in ("A -- x" + "." * 200_000, "A[" + " " * 200_000, "A -- x" + "-=" * 100_000):
        name = f"map{len(inside)}.mmd"
        assert refusal(name, f"graph TD\n{inside}")[1] == 2
