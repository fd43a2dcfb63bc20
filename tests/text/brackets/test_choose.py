"""Wordings in the place of their brackets."""

import pytest

from tracktwo.errors import OptionError
from tracktwo.text.brackets.choose import choose
from tracktwo.text.brackets.grammar import parse, write


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
    ("text", "choices", "chosen"),
    [
        ("from [x y][date]", {(1,): 0}, "from x y[date]{open:yes}"),
        ("[c d][(u)/x y]", {(1,): 0}, "[c d]{open:yes}(u)"),
        ("[a b][{id:b1}/c]", {(1,): 0}, "[a b]{open:yes}{id:b1}"),
        ("[`a b/\nc] [d e] `", {(0,): 0}, r"\`a b [d e]{open:yes} \`"),
        ("[[and/x y]/or]", {(0, 0, 0): 0}, "[and /or]{open:yes}"),
        ("[[1/x y]/2]", {(0, 0, 0): 0}, "[1 /2]{open:yes}"),
        ("[x \\ /b][c d]", {(0,): 0}, "x \\\\[c d]{open:yes}"),
        ("[x \\ /b]{id:b}(see)", {(0,): 0}, "x \\\\(see)"),
        ("[[EU/x y]: go]", {(0, 0, 0): 0}, r"[EU\: go]{open:yes}"),
        ("[[x y]]", {(0, 0, 0): None}, "[]"),
    ],
)
def test_bracket_that_would_be_read_otherwise_is_kept_open(
    text: str, choices: dict[tuple[int, ...], int | None], chosen: str
) -> None:
    tree = choose(parse(text), choices)

    assert write(tree) == chosen
    assert tree == parse(chosen)


def test_name_of_a_side_that_comes_before_a_colon_is_no_label() -> None:
    sides = ("China",)
    tree = choose(parse("[[China/x y]: go/b]", sides=sides), {(0, 0, 0): 0}, sides=sides)

    assert write(tree) == r"[China\: go /b]{open:yes}"


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
