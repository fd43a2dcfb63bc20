"""Going through a tree."""

import pytest

from tracktwo.text.brackets.grammar import parse, write
from tracktwo.text.brackets.walk import Counts, brackets, counts, groups, plain

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
