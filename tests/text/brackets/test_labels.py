"""Labels before a wording."""

import pytest

from tracktwo.text.brackets.labels import beginning


@pytest.mark.parametrize(
    ("text", "label", "colon"),
    [
        ("Alt 1: x", "Alt 1", ": "),
        ("alternative 2:x", "alternative 2", ":"),
        ("Alt. A: x", "Alt. A", ": "),
        ("  Option 3 : x", "Option 3", " : "),
        ("Variante 1\N{NO-BREAK SPACE}: x", "Variante 1", "\N{NO-BREAK SPACE}: "),
        ("备选1：甲", "备选1", "："),
        ("方案二：甲", "方案二", "："),
        ("EU: x", "EU", ": "),
        ("China: x", "China", ": "),
        ("中方：甲", "中方", "："),
        ("New Zealand: x", "New Zealand", ": "),
    ],
)
def test_label_is_known(text: str, label: str, colon: str) -> None:
    found = beginning(("China", "中方", "New Zealand")).match(text)

    assert (found["label"], found["colon"]) == (label, colon)


@pytest.mark.parametrize(
    "text",
    ["Russia: x", "The aim: peace", "E: x", "China x", "optional: x", "HTTP://x", "", "Option: x"],
)
def test_other_words_are_no_label(text: str) -> None:
    found = beginning(("China",)).match(text)

    assert (found["label"], found["colon"]) == (None, None)
