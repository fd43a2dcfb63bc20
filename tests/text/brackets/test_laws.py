"""Whatever a text or a tree holds, reading and writing lose nothing."""

import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.text.brackets.trees import ANY, SIDES, TREES
from tracktwo.errors import BracketError
from tracktwo.text.brackets.candidates import candidates
from tracktwo.text.brackets.check import check
from tracktwo.text.brackets.choose import choose
from tracktwo.text.brackets.grammar import parse, read, write
from tracktwo.text.brackets.nodes import Bracket, Node, Run
from tracktwo.text.brackets.signs import BRACKETS
from tracktwo.text.brackets.walk import Path, brackets, counts, plain

LAW = settings(max_examples=250, deadline=None)


@LAW
@given(ANY)
def test_text_is_refused_at_a_place_or_written_again(source: str) -> None:
    try:
        nodes = parse(source, sides=SIDES)
    except BracketError as error:
        refused = (error.line, error.column)
    else:
        assert write(nodes) == source
        return

    lines = re.split("\r\n|\n|\r", source)
    assert 1 <= refused[0] <= len(lines)
    assert lines[refused[0] - 1][refused[1] - 1] in BRACKETS


@LAW
@given(ANY)
def test_text_with_faults_is_written_again(source: str) -> None:
    nodes = read(source, sides=SIDES).nodes

    assert write(nodes) == source
    assert _is_normal(nodes)


@LAW
@given(TREES)
def test_tree_is_read_again(tree: tuple[Node, ...]) -> None:
    assert parse(write(tree), sides=SIDES) == tree


@LAW
@given(st.text(max_size=30) | ANY)
def test_plain_words_are_read_as_these_words(words: str) -> None:
    run = Run.of(words, sides=SIDES)

    nodes = parse(run.source, sides=SIDES)
    (bracket,) = parse(f"[a {run.source} b]{{id:b}}", sides=SIDES)

    assert run.plain == words
    assert nodes == ((run,) if words else ())
    assert plain(bracket.alternatives[0].nodes) == f"a {words} b"


@LAW
@given(ANY)
def test_brackets_stand_where_they_are_said_to(source: str) -> None:
    nodes = read(source, sides=SIDES).nodes

    placed = list(brackets(nodes))

    assert [one.offset for one in placed] == sorted(one.offset for one in placed)
    assert all(source.startswith(write((one.node,)), one.offset) for one in placed)
    assert counts(nodes).brackets == sum(isinstance(one.node, Bracket) for one in placed)


@LAW
@given(ANY)
def test_candidates_quote_the_text(source: str) -> None:
    found = candidates(source)

    assert all(source.startswith(one.text, one.offset) for one in found)
    assert found == sorted(found, key=lambda one: one.offset)


@LAW
@given(ANY)
def test_check_lists_all_and_never_raises(source: str) -> None:
    found = check(source, sides=SIDES)

    assert len(found.brackets) == len(list(brackets(read(source, sides=SIDES).nodes)))
    assert [(one.line, one.column) for one in found.errors] == sorted(
        (one.line, one.column) for one in found.errors
    )


@LAW
@given(TREES)
def test_choosing_everywhere_leaves_no_bracket(tree: tuple[Node, ...]) -> None:
    choices = {one.path: 0 if isinstance(one.node, Bracket) else None for one in brackets(tree)}

    chosen = choose(tree, choices)

    assert [one for one in chosen if not isinstance(one, Run)] == []
    assert len(chosen) <= 1


@LAW
@given(ANY, st.lists(st.integers(-1, 2), min_size=8, max_size=8))
def test_what_is_not_chosen_stays_open(source: str, picked: list[int]) -> None:
    tree = read(source, sides=SIDES).nodes
    choices = {
        one.path: min(pick, len(one.node.alternatives) - 1) if pick else None
        for one, pick in zip(brackets(tree), picked, strict=False)
        if pick >= 0 and (isinstance(one.node, Bracket) or not pick)
    }

    chosen = choose(tree, choices, sides=SIDES)

    assert read(write(chosen), sides=SIDES).nodes == chosen
    assert len(list(brackets(chosen))) == sum(_is_kept(one.path, choices) for one in brackets(tree))


def _is_kept(path: Path, choices: dict[Path, int | None]) -> bool:
    """Whether no choice is made here, and all choices around lead here."""
    around = {path[:depth]: path[depth] for depth in range(1, len(path), 2)}
    return path not in choices and all(choices.get(up, at) == at for up, at in around.items())


def _is_normal(nodes: tuple[Node, ...]) -> bool:
    """No two runs side by side, none empty, no blanks at the ends of a wording."""
    kinds = [isinstance(one, Run) for one in nodes]
    is_joined = not any(one and two for one, two in pairwise(kinds))
    inner = [each for one in nodes if isinstance(one, Bracket) for each in one.alternatives]
    ends = [one for each in inner for one in each.nodes[:1] + each.nodes[-1:]]
    edges = "".join(
        each.nodes[0].source[0] for each in inner if each.nodes and isinstance(each.nodes[0], Run)
    )
    return (
        is_joined
        and Run("") not in (*nodes, *ends)
        and not any(map(str.isspace, edges))
        and all(_is_normal(each.nodes) for each in inner)
    )
