"""Brackets of all languages as disagreements."""

import pytest

from tests.text.standing.tables import bilingual, text_of
from tracktwo.errors import BracketError, MarkError
from tracktwo.text.standing import BracketReason, disagreements
from tracktwo.text.units import NegotiatedText


def told(text: NegotiatedText) -> list[tuple[str, tuple[str, ...], str]]:
    return [(one.id, one.languages, one.inside) for one in disagreements(text)]


def test_brackets_of_one_id_are_one_disagreement() -> None:
    text = bilingual("We [shall/may]{id:b1 since:2} meet.", "我们[应/可]{id:b1 reason:weary}会晤。")

    [one] = disagreements(text)

    assert (one.id, one.number, one.languages) == ("b1", "1.", ("en", "zh"))
    assert (one.facts.since, one.facts.reason) == (2, BracketReason.WEARY)
    assert [words.alternatives for words in one.words] == [("shall", "may"), ("应", "可")]


def test_unnamed_brackets_of_like_shape_are_paired() -> None:
    text = bilingual("We [shall/may] meet on [date].", "我们[应/可]于[日期]会晤。")

    assert told(text) == [("u1#1", ("en", "zh"), ""), ("u1#2", ("en", "zh"), "")]


def test_unnamed_brackets_of_other_shape_stand_alone() -> None:
    text = bilingual("We [shall/may] meet.", "我们会晤于[日期]。")

    assert told(text) == [("u1#en1", ("en",), ""), ("u1#zh1", ("zh",), "")]


def test_nested_bracket_names_the_one_around_it() -> None:
    text = text_of("We [shall [soon/now]{id:b2}/may]{id:b1} [x y].")

    assert told(text) == [("b1", ("en",), ""), ("b2", ("en",), "b1"), ("u1#1", ("en",), "")]


def test_place_counts_lines_and_columns_of_the_unit() -> None:
    [one] = disagreements(text_of("We meet.", "First.\nWe [shall/may] meet."))

    assert (one.unit, one.first.offset, one.first.line, one.first.column) == ("u2", 10, 2, 4)


def test_open_title_is_a_disagreement_too() -> None:
    text = NegotiatedText({"en": "[Joint] statement"}, ("en",))

    assert told(text) == [("#1", ("en",), "")]


def test_label_of_a_side_is_kept_apart() -> None:
    [one] = disagreements(text_of("We [China: may/NATO: shall] go."), sides=("China", "NATO"))

    assert (one.first.labels, one.first.alternatives) == (("China", "NATO"), ("may", "shall"))


def test_unnamed_wordings_stand_in_their_place_without_sides() -> None:
    text = text_of("We [China: may [NATO: not] go/Alt 2: [EU: shall]]{id:b1} [EU: soon].")

    named = disagreements(text, sides=("China", "NATO"))
    bare = disagreements(text, sides=("China", "NATO"), named=False)

    assert [(one.first.labels, one.first.alternatives) for one in bare] == [
        (("", "Alt 2"), ("may [not] go", "[shall]")),
        (("",), ("not",)),
        (("",), ("shall",)),
        (("",), ("soon",)),
    ]
    assert [(one.id, one.first.offset, one.first.depth, one.inside) for one in bare] == [
        (one.id, one.first.offset, one.first.depth, one.inside) for one in named
    ]


@pytest.mark.parametrize(
    ("english", "chinese", "message"),
    [
        (
            "We [a b/c]{since:soon}.",
            "好。",
            "unit u1, en, line 1, column 4: since:soon is no session; write its number, such as since:2",
        ),
        (
            "[a b]{id:b1 since:2}",
            "[好]{id:b1 since:3}",
            "unit u1: since of b1 is not the same in every language; note one of them",
        ),
        (
            "[a b]{id:b1 holder:nato}",
            "[好]{id:b1 holder:hidden}",
            "unit u1: holder of b1 is not the same in every language; note one of them",
        ),
        (
            "[a b]{id:b1} [c d]{id:b1}",
            "好。",
            "unit u1, en: two brackets are called b1; give each an id of its own",
        ),
    ],
)
def test_marks_that_contradict_are_refused(english, chinese, message) -> None:
    with pytest.raises(MarkError) as caught:
        disagreements(bilingual(english, chinese))

    assert str(caught.value) == message


def test_one_id_in_two_units_is_refused() -> None:
    with pytest.raises(MarkError, match="unit u2: bracket b1 is in unit u1 too; rename one"):
        disagreements(text_of("[a b]{id:b1}", "[c d]{id:b1}"))


def test_broken_bracket_names_its_unit() -> None:
    with pytest.raises(BracketError) as caught:
        disagreements(text_of("We meet.", "We [shall meet."))

    assert str(caught.value).startswith("unit u2, en, line 1, column 4: ")
