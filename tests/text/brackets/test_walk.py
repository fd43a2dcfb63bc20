"""Going through a tree."""

import pytest

from tracktwo.errors import OptionError
from tracktwo.text.brackets.grammar import parse, write
from tracktwo.text.brackets.walk import Counts, brackets, choose, counts, groups, plain

TEXT = "We [shall [not]{id:n}/EU: may [date]?]{id:b}\r\nmeet 【应】."


def test_brackets_come_in_order_of_opening() -> None:
    placed = [
        (one.depth, one.path, one.offset, one.line, one.column) for one in brackets(parse(TEXT))
    ]

    assert placed == [
        (1, (1,), 3, 1, 4),
        (2, (1, 0, 1), 10, 1, 11),
        (2, (1, 1, 1), 30, 1, 31),
        (1, (3,), 51, 2, 6),
    ]


def test_counts_are_those_of_all_depths() -> None:
    assert counts(parse(TEXT)) == Counts(3, 4, 1, 1, 2)
    assert counts(parse("none")) == Counts(0, 0, 0, 0, 0)


def test_plain_text_has_no_marks_and_no_backslashes() -> None:
    assert plain(parse(TEXT + r" \[1\]")) == "We [shall [not]/EU: may [date]?]\r\nmeet 【应】. [1]"


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("[shall] [should] go", [["[shall]", "[should]"]]),
        ("[shall][should]", [["[shall]", "[should]"]]),
        ("[shall]/[should] / [may]", [["[shall]", "[should]", "[may]"]]),
        ("[shall] or [should]", [["[shall]", "[should]"]]),
        ("[doit] ou [devrait]", [["[doit]", "[devrait]"]]),
        ("【应】或【宜】", [["【应】", "【宜】"]]),
        ("[may/shall] or [should]", [["[may/shall]", "[should]"]]),
        ("[may/shall] [publicly/quietly]", []),
        ("[shall] meet [soon]", []),
        ("[shall]\n[should]", [["[shall]", "[should]"]]),
        ("[one]\n\n[two]", []),
        ("[Alt 1: one]\n\n[Alt 2: two]", [["[Alt 1: one]", "[Alt 2: two]"]]),
        ("[shall] [date]", []),
    ],
)
def test_brackets_side_by_side_belong_together(text: str, together: list[list[str]]) -> None:
    nodes = parse(text)

    assert [[write((nodes[at],)) for at in group] for group in groups(nodes)] == together


@pytest.mark.parametrize(
    ("text", "choices", "chosen"),
    [
        ("We [shall/may] go.", {(1,): 1}, "We may go."),
        ("We [shall/may] go.", {}, "We [shall/may] go."),
        ("We shall [not] go.", {(1,): None}, "We shall go."),
        ("We meet [today].", {(1,): None}, "We meet."),
        ("[Never] we go", {(0,): None}, "we go"),
        ("We go [now]", {(1,): None}, "We go"),
        ("We go [/now] on", {(1,): 0}, "We go on"),
        ("[date]", {(0,): None}, ""),
        ("我们【应／宜】去", {(1,): 0}, "我们应去"),
        ("[a [b/c] d/e]", {(0, 0, 1): 1}, "[a c d/e]"),
        ("[a [b/c] d/e]", {(0,): 0}, "a [b/c] d"),
        ("[a [b/c] d/e]", {(0,): 0, (0, 0, 1): 0}, "a b d"),
        ("[EU: shall? / must] go", {(0,): 0}, "shall go"),
    ],
)
def test_wording_takes_the_place_of_its_bracket(
    text: str, choices: dict[tuple[int, ...], int | None], chosen: str
) -> None:
    tree = choose(parse(text), choices)

    assert write(tree) == chosen
    assert tree == parse(chosen)


@pytest.mark.parametrize(
    ("choices", "message"),
    [
        ({(0,): 0}, "no bracket stands at path (0,); take one that `brackets` gives"),
        ({(1,): 2}, "the bracket at path (1,) has no wording 2; it has 2, from 0"),
        ({(3,): 0}, "the bracket at path (3,) has no wording 0; it has 0, from 0"),
    ],
)
def test_choice_that_does_not_exist_is_refused(
    choices: dict[tuple[int, ...], int], message: str
) -> None:
    with pytest.raises(OptionError) as raised:
        choose(parse("We [shall/may] go on [date]"), choices)

    assert str(raised.value) == message
