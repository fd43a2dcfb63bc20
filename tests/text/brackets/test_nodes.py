"""Nodes of a tree: comparable, hashable, and refused where they cannot be written."""

import copy
import pickle

import pytest

from tests.text.brackets.trees import nested
from tracktwo.errors import OptionError
from tracktwo.text.brackets.grammar import parse, write
from tracktwo.text.brackets.nodes import Alternative, Bracket, Placeholder, Run


def test_bracket_of_wordings_is_parted_by_slashes() -> None:
    bracket = Bracket.of("shall", "", "may [not]", doubt="?", opening="【")

    assert write((bracket,)) == r"【shall//may \[not\]?】"
    assert (bracket.closing, bracket.labels, bracket.has_doubt) == ("】", ("", "", ""), True)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"alternatives": ()}, "a bracket needs a wording, and one slash between any two"),
        ({"alternatives": (Alternative(),), "separators": ("/",)}, "a bracket needs a wording, and one slash between any two"),
        ({"alternatives": (Alternative(),), "opening": "("}, "'(' opens no bracket; use one of [ ［ 【 〔"),
    ],
)  # fmt: skip
def test_bracket_that_cannot_be_written_is_refused(
    arguments: dict[str, object], message: str
) -> None:
    with pytest.raises(OptionError) as raised:
        Bracket(**arguments)

    assert str(raised.value) == message


def test_doubt_of_a_wording_is_one_of_the_bracket() -> None:
    (bracket,) = parse("[shall?/should]")

    assert (bracket.doubt, bracket.alternatives[0].doubt, bracket.has_doubt) == ("", "?", True)


def test_placeholder_has_plain_words() -> None:
    assert Placeholder("[ date ]").plain == "date"


def test_nodes_of_the_greatest_depth_are_values() -> None:
    one, other = parse(nested()), parse(nested())

    assert one == other
    assert hash(one) == hash(other)
    assert pickle.loads(pickle.dumps(one)) == copy.deepcopy(one) == one
    assert repr(one).count("Bracket(") == 64


@pytest.mark.parametrize(
    ("plain", "source"),
    [
        ("land and/or sea, 2021/22", "land and/or sea, 2021/22"),
        ("why/how", r"why\/how"),
        ("see https://example.org/a/b now", "see https://example.org/a/b now"),
        ("what now?", r"what now\?"),
        ("what? now", "what? now"),
        ("[sic]", r"\[sic\]"),
        ("EU: yes: no", r"EU\: yes: no"),
        ("(a) {b}", r"\(a) {b}"),
        ("a\\b \\[", r"a\b \\\["),
        ("ends in \\", "ends in \\\\"),
        ("`code`", r"\`code\`"),
    ],
)
def test_plain_words_are_escaped_where_needed_only(plain: str, source: str) -> None:
    assert Run.of(plain).source == source
    assert Run(source).plain == plain
