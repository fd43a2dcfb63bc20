"""Text with brackets as a tree, and back."""

import pytest

from tests.text.brackets.trees import nested
from tracktwo.errors import BracketError
from tracktwo.text.brackets.grammar import parse, read, write
from tracktwo.text.brackets.marks import Mark
from tracktwo.text.brackets.nodes import Alternative, Bracket, Placeholder, Run
from tracktwo.text.brackets.walk import plain


def _one(text: str, *sides: str) -> Bracket:
    (bracket,) = parse(text, sides=sides)
    assert write((bracket,)) == text
    return bracket


def _wordings(text: str, *sides: str) -> list[str]:
    return [plain(one.nodes) for one in _one(text, *sides).alternatives]


def test_text_is_words_and_brackets() -> None:
    tree = parse("We [shall / should ?]{id:b1} meet on [date].")

    assert tree == (
        Run("We "),
        Bracket(
            (Alternative((Run("shall"),), after=" "), Alternative((Run("should"),), before=" ")),
            doubt=" ?",
            mark=Mark("{id:b1}"),
        ),
        Run(" meet on "),
        Placeholder("[date]"),
        Run("."),
    )


@pytest.mark.parametrize(
    ("text", "wordings"),
    [
        ("[agree]", ["agree"]),
        ("[agree/disagree/abstain]", ["agree", "disagree", "abstain"]),
        ("[the current state of/the future of?]", ["the current state of", "the future of"]),
        ("[the Ebb/Flow current]", ["the Ebb", "Flow current"]),
        ("【应当／可以？】", ["应当", "可以"]),
        ("［同意／不同意］", ["同意", "不同意"]),
        ("〔同意〕", ["同意"]),
        ("[[some] rules/all rules]", ["[some] rules", "all rules"]),
        ("[a【b／c】]", ["a【b／c】"]),
        ("[by land and/or sea/by air]", ["by land and/or sea", "by air"]),
        ("[50 km/h/none]", ["50 km/h", "none"]),
        ("[2021/22]", ["2021/22"]),
        ("[see https://example.org/a/b / none]", ["see https://example.org/a/b", "none"]),
        (r"[sea\/air/land]", ["sea/air", "land"]),
        ("[one [x/y](u/v) end/two]", ["one [x/y](u/v) end", "two"]),
        ("[?]", [""]),
        ("[/]", ["", ""]),
        ("[ / b]", ["", "b"]),
        ("[a//b]", ["a", "", "b"]),
        ("[one\r\ntwo/three]", ["one\r\ntwo", "three"]),
        ("[\u200fשלום/\ufeffb\0]", ["\u200fשלום", "\ufeffb\0"]),
        ("[\ud800/e\u0301]", ["\ud800", "e\u0301"]),
    ],
)
def test_slashes_part_wordings(text: str, wordings: list[str]) -> None:
    assert _wordings(text) == wordings


@pytest.mark.parametrize(
    ("text", "labels", "wordings"),
    [
        ("[Alt 1: shall/Alt 2: should]", ("Alt 1", "Alt 2"), ["shall", "should"]),
        ("[China: may/NATO: must]", ("China", "NATO"), ["may", "must"]),
        ("[EU: may/must]", ("EU", ""), ["may", "must"]),
        ("[Russia: may]", ("",), ["Russia: may"]),
        ("【方案一：应／中方：宜】", ("方案一", "中方"), ["应", "宜"]),
        ("[Option 1 : [a/b] c]", ("Option 1",), ["[a/b] c"]),
        (r"[EU\: may]", ("",), ["EU: may"]),
    ],
)
def test_label_stands_before_a_wording(
    text: str, labels: tuple[str, ...], wordings: list[str]
) -> None:
    assert _one(text, "China", "中方").labels == labels
    assert _wordings(text, "China", "中方") == wordings


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("[agree?]", "?"),
        ("[agree ？ ]", " ？"),
        ("[agree??]", "??"),
        (r"[agree\?]", ""),
        (r"[agree\??]", "?"),
        (r"[agree\\?]", "?"),
        ("[agree? no]", ""),
        ("[“Why?”]", ""),
        ("[[a/b]?]", "?"),
        ("[a?/b]", ""),
    ],
)
def test_question_mark_before_the_end_is_a_doubt(text: str, doubt: str) -> None:
    assert _one(text).doubt == doubt


@pytest.mark.parametrize("mark", ["{id:b1}", '{id:b1 reason:"a ] / [ b"}'])
@pytest.mark.parametrize("text", ["[shall]", "[date]", "[sic]", "[1]", "[x]"])
def test_mark_belongs_to_the_bracket_before_it(text: str, mark: str) -> None:
    (node,) = parse(text + mark)

    assert node.mark == Mark(mark)
    assert write((node,)) == text + mark


@pytest.mark.parametrize(
    "text", ["[shall]{}", "[shall] {id:b1}", "[shall]{see below}", r"[shall]\{id:b1}"]
)
def test_other_braces_are_words(text: str) -> None:
    assert len(parse(text)) == 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("We [agree", r"line 1, column 4: this [ is never closed; add ], or write \[ if it opens no bracket"),
        ("a\r\nb】", r"line 2, column 2: this 】 closes nothing; add 【 before it, or write \】 if it closes no bracket"),
        ("a\r[b】", ("line 2, column 3: this 】 does not close the [ of line 2, column 1; close that with ], "
         "or write \\ before the one that is no bracket")),
        ("[a\n【b]", ("line 2, column 3: this ] does not close the 【 of line 2, column 1; close that with 】, "
         "or write \\ before the one that is no bracket")),
        (nested(65), "line 1, column 257: this [ stands in 64 others; close some of them before it"),
    ],
)  # fmt: skip
def test_bracket_that_is_not_whole_is_refused(text: str, message: str) -> None:
    with pytest.raises(BracketError) as raised:
        parse(text)

    assert str(raised.value) == message


def test_depth_of_fifty_is_read() -> None:
    text = nested(50)

    assert write(parse(text)) == text


@pytest.mark.parametrize("text", ["[" * 5000, "]" * 5000, nested(5000), "[【" * 2500 + "]" * 2500])
def test_great_depth_is_a_plain_error(text: str) -> None:
    with pytest.raises(BracketError):
        parse(text)

    assert write(read(text).nodes) == text


def test_reading_goes_on_after_a_fault() -> None:
    reading = read("a] [b/c] 【d [e/f] ] g [h")

    assert [(one.line, one.column) for one in reading.faults] == [(1, 2), (1, 19), (1, 23)]
    assert [write((one,)) for one in reading.nodes if isinstance(one, Bracket)] == [
        "[b/c]",
        "[e/f]",
    ]


def test_bracket_inside_one_that_is_never_closed_is_whole() -> None:
    reading = read("[x / [a/b] y")

    assert reading.nodes == (Run("[x / "), Bracket.of("a", "b"), Run(" y"))
