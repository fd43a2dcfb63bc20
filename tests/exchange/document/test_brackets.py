"""Bracketed wordings, and brackets that hold something else."""

import pytest

from tracktwo.exchange.document.brackets import brackets_in
from tracktwo.exchange.document.outline import Block


def _read(text: str) -> list[tuple[str, tuple[str, ...], bool]]:
    passages, _ = brackets_in(Block(7, text, "plain"))
    return [(one.text, one.alternatives, one.has_doubt) for one in passages]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We [agree].", ("agree", (), False)),
        ("We [agree?].", ("agree?", (), True)),
        ("We [agree/disagree].", ("agree/disagree", ("agree", "disagree"), False)),
        ("We [may / should / shall] go.", ("may / should / shall", ("may", "should", "shall"), False)),
        ("We [shall] [should] go.", ("[shall] [should]", ("shall", "should"), False)),
        ("We [shall]/[should?] go.", ("[shall]/[should?]", ("shall", "should"), True)),
        ("We [shall] or [should] go.", ("[shall] or [should]", ("shall", "should"), False)),
        ("[[some] rules/all rules]", ("[some] rules/all rules", ("[some] rules", "all rules"), False)),
        ("[[a/b] rules]", ("[a/b] rules", (), False)),
        ("by [land and/or sea]", ("land and/or sea", (), False)),
        ("in [2021/22]", ("2021/22", (), False)),
        ("on [date]", ("date", (), False)),
        ("on [xx]", ("xx", (), False)),
        ("on [ ]", (" ", (), False)),
        ("双方【应当／可以？】公开", ("应当／可以？", ("应当", "可以"), True)),
        ("双方〔同意〕", ("同意", (), False)),
    ],
)  # fmt: skip
def test_wording_in_brackets_is_found(text: str, found: tuple[str, tuple[str, ...], bool]) -> None:
    assert _read(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "as shown [1], [12, 13] and [4a]",
        "he “dont [sic] know”",
        "We [...] agree […].",
        "[T]he sides agree",
        "the state[s] and list[int]",
        "see [the report](report.html)",
        "[emphasis added] [our translation] [applause]",
        "[https://example.org]",
        "no bracket/none here",
    ],
)
def test_other_brackets_are_left_alone(text: str) -> None:
    assert _read(text) == []


def test_words_around_are_kept_whole() -> None:
    text = f"{'word ' * 20}[one/other] {'next ' * 20}"

    (passage,), _ = brackets_in(Block(3, text, "plain"))

    assert (passage.line, passage.before, passage.after) == (
        3,
        "word " * 11,
        " " + "next " * 10 + "next",
    )


def test_bracket_without_end_is_remarked() -> None:
    passages, remarks = brackets_in(Block(4, "We [agree on it.", "plain"))

    assert passages == []
    assert [(one.kind, one.line, one.text) for one in remarks] == [
        ("never_closed", 4, "[agree on it.")
    ]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("[the Ebb/Flow current]", ["slash_split"]),
        ("[the Ebb/Flow current?]", []),
        ("[the Ebb / Flow current]", []),
        ("[since May/since June]", []),
        ("[may/must]", []),
    ],
)
def test_slash_that_may_join_names_is_remarked(text: str, kinds: list[str]) -> None:
    _, remarks = brackets_in(Block(1, text, "plain"))

    assert [one.kind for one in remarks] == kinds
