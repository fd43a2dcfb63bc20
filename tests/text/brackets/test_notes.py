"""Brackets that are none, and content to come."""

import pytest

from tracktwo.text.brackets.grammar import parse
from tracktwo.text.brackets.nodes import Bracket, Placeholder, Run


def _kinds(text: str) -> list[str]:
    names = {Bracket: "bracket", Placeholder: "placeholder", Run: "words"}
    return [names[type(one)] for one in parse(text)]


@pytest.mark.parametrize(
    "text",
    [
        "as shown [1], [12, 14], [3–5] and [4a]",
        "a mark [a] or [*] or [iv] or [^1] or [^note]",
        "they “dont [sic] know” [applause] 〔掌声〕",
        "[emphasis added] [italics in the original] [our translation] [note: see above] [see page 4]",
        "“We [...] agree […] on it.”",
        "他说：「我们[……]同意。」",
        '"We [...] agree"',
        "[T]he sides [re]open",
        "the state[s], list[int], dict[str, list[int]], a[0][key]",
        "see [the report](report.html), [x](y), ![map](map_(1).png)",
        "[here]: https://example.org/a",
        "- [ ] to do\n  * [x] done\n+ [] also",
        "`[a/b]` and ``[c/d]``",
        "国发〔2021〕5号",
        "[https://example.org/a?b=c]",
        r"\[shall/should\] and \【应／宜\】",
    ],
)
def test_brackets_that_hold_no_wording_are_words(text: str) -> None:
    assert parse(text) == (Run(text),)


@pytest.mark.parametrize(
    "text",
    [
        *("[...]", "[…]", "[xx]", "[XX]", "[tbd]", "[TBC]", "[date]", "[number]", "[ ]", "[]", "[___]", "[●]"),
        *("[to be confirmed]", "[insert date]", "[待定]", "【日期】", "〔待补充〕", "[à préciser]", "［地点］"),
    ],
)  # fmt: skip
def test_content_to_come_is_a_placeholder(text: str) -> None:
    assert parse(text) == (Placeholder(text),)


@pytest.mark.parametrize(
    "text",
    [
        *("[our common aim]", "[Notes with concern]", "[sources of energy]", "[civil]", "[dates of visits]"),
        *("[a/the]", "[a?]", "[?]", "[/]", "[date/place]", "[1/2]", "[agree](see below)", "【应】", "[sic]{id:b1}"),
    ],
)  # fmt: skip
def test_wording_is_a_bracket(text: str) -> None:
    assert _kinds(text)[0] == "bracket"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("measures[, with dates,] and", ["words", "bracket", "words"]),
        ("measures[ and steps]", ["words", "bracket"]),
        ("state[s/hood]", ["words", "bracket"]),
        ("state[s]{id:b1}", ["words", "bracket"]),
        ("Article[xx]", ["words", "placeholder"]),
        ("双方[同意]", ["words", "bracket"]),
        ("“We agree” [...]", ["words", "placeholder"]),
        ("“We never close [...]", ["words", "placeholder"]),
        ("1. [ ] January", ["words", "placeholder", "words"]),
        ("`only one [a/b]", ["words", "bracket"]),
    ],
)
def test_what_stands_around_decides(text: str, kinds: list[str]) -> None:
    assert _kinds(text) == kinds


def test_long_note_is_taken_for_a_wording() -> None:
    assert _kinds(f"[see {'word ' * 60}]") == ["bracket"]
