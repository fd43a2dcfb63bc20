"""DOT as Graphviz reads it."""

import shutil
import subprocess

import pytest

from tests.exchange.influence.maps import FULL
from tracktwo.exchange.influence import write_map
from tracktwo.influence import Concept, Link

EVERYTHING = r"""// a comment
# a line for the preprocessor
strict digraph "G" { /* another
comment */ graph [rankdir=LR]; ranksep = 2
node [shape=box, kind=risk]; edge [weight=.3]
subgraph cluster_0 { label="group"; edge [weight=.1]; a -> b }
{a b} -> {c; d:port:n}
e -> "f \"g\"" -> a [label=<<b>-0.4</b>>, penwidth=3];
c [label="See" + " C\n" kind=""]
}"""


def test_chains_groups_defaults_ports_and_comments_are_read(drawn, weights):
    read = drawn("map.dot", EVERYTHING)

    assert weights(read) == {
        ("a", "b"): 0.1,
        ("a", "c"): 0.3,
        ("a", "d"): 0.3,
        ("b", "c"): 0.3,
        ("b", "d"): 0.3,
        ("e", 'f "g"'): -0.4,
        ('f "g"', "a"): -0.4,
    }
    assert read.ids == ("a", "b", "c", "d", "e", 'f "g"')
    assert read.concepts[2] == Concept("c", {"en": "See C\n"})
    assert read.concepts[3] == Concept("d", kind="risk")


def test_label_that_is_a_strength_counts_before_the_weight_of_the_layout(drawn):
    read = drawn(
        "map.gv", 'digraph { 甲 -> 乙 [weight=3, label="强"]; b -> a [label="more", weight=0.5] }'
    )

    assert read.links == (Link("甲", "乙", 0.7), Link("b", "a", 0.5))


NO_END = "the file ends inside a graph; close it with }"
BAD = {
    "undirected": ("graph { a -- b }", 1, "the graph is undirected; write digraph, and -> for who moves whom"),
    "an undirected edge": ("digraph {\na -- b }", 2, "an edge without direction; write -> for who moves whom"),
    "no weight": ("digraph {\na -> b }", 2, "the link has neither a weight nor a label; give it a weight in -1..1"),
    "out of range": ("digraph { a -> b [weight=7] }", 1, "weight 7 lies outside -1..1; divide by the strongest your scale has"),
    "judged twice": ("digraph { a -> b [label=1]\na -> b [label=0] }", 2, "a -> b is already judged by the same hand, line 1; keep one"),
    "no end": ("digraph { a -> b [weight=.5]", 1, NO_END),
    "no end of a quote": ('digraph {\n"a -> b }', 2, "a quoted text begins here and does not end; close it with a quote"),
    "no end of a comment": ("digraph { /* a }", 1, "a comment begins here and does not end; close it with */"),
    "no end of a label": ("digraph { a [label=<b] }", 1, "a label in HTML begins here and does not end; close it with >"),
    "no name": ("digraph { a ->", 1, "a name is needed here and not the end of the file"),
    "no value": ("digraph { a [x=] }", 1, "a name is needed here and not ]"),
    "no brace": ("digraph a b", 1, "{ is needed here and not b"),
    "a sign": ("digraph { a! }", 1, "'!' cannot stand here; put names with signs in quotes"),
    "two graphs": ("digraph {}\ndigraph {}", 2, "something follows the end of the graph; keep one graph in a file"),
    "something else": ("hello", 1, "this is no DOT; it must begin with digraph {"),
    "too deep": ("digraph " + "{" * 500, 1, "groups stand too deep in each other"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "line", "sentence"), BAD.values(), ids=BAD)
def test_graphs_that_cannot_be_meant_are_refused(refusal, content, line, sentence):
    assert refusal("map.dot", content) == ("map.dot", line, sentence)


@pytest.mark.skipif(not shutil.which("dot"), reason="no Graphviz on this machine")
def test_graphviz_draws_what_is_written(tmp_path):
    write_map(FULL, tmp_path / "map.dot")

    ran = subprocess.run(
        ["dot", "-Tplain", str(tmp_path / "map.dot")], capture_output=True, text=True, check=True
    )

    assert ran.stderr == ""
    assert [line.split()[0] for line in ran.stdout.splitlines()].count("edge") == len(FULL.links)
