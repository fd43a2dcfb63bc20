"""Numbers never shift by themselves; additions are bis, suppressed numbers stay vacant."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.text.changes.an_operation import section
from tracktwo.text.changes.accept import accept
from tracktwo.text.changes.numbering import number_for, renumbered
from tracktwo.text.changes.numbers import Number, chinese
from tracktwo.text.changes.operations import Operation, OperationKind
from tracktwo.text.languages.numerals import chinese_number
from tracktwo.text.units import NegotiatedText, Unit, UnitKind


def _row(*numbers: str) -> NegotiatedText:
    units = (Unit(f"u{place}", number=one) for place, one in enumerate(numbers, 1))
    return NegotiatedText({}, (), tuple(units))


@pytest.mark.parametrize(
    ("numbers", "after", "expected"),
    [
        (("3.", "4."), "u1", "3 bis."),
        (("3.", "3 bis.", "4."), "u2", "3 ter."),
        (("3.", "3 bis.", "4."), "u1", "3 ter."),
        (("(a)", "(b)"), "u1", "(a) bis"),
        (("(a)", "(b)"), "u2", "(c)"),
        (("(i)", "(ii)", "(iii)"), "u3", "(iv)"),
        (("(h)", "(i)"), "u2", "(j)"),
        (("第三条", "第四条"), "u1", "第三条之二"),
        (("第三条", "第三条之二", "第四条"), "u2", "第三条之三"),
        (("（一）", "（二）"), "u1", "（一）之二"),
        (("九、", "十、"), "u2", "十一、"),
        (("Article 1", "Article 2"), "u1", "Article 1 bis"),
        (("1.2", "1.3"), "u2", "1.4"),
        (("1.", "2."), None, "-1."),
        (("", ""), "u1", ""),
    ],
)
def test_added_unit_gets_a_number_of_its_own(numbers, after, expected) -> None:
    assert number_for(_row(*numbers), after, Unit("new")) == expected


def test_number_goes_on_past_the_sixteenth_use() -> None:
    text = _row("3.", "4.")
    numbers = []

    for place in range(17):
        unit = Unit(f"n{place}")
        operation = Operation("1", OperationKind.ADD, text.version, text.units[-2].id, added=unit)
        text = accept(text, operation).text
        numbers.append(text.units[-2].number)

    assert [numbers[0], numbers[14], *numbers[15:]] == [
        "3 bis.",
        "3 sexdecies.",
        "3 no. 17.",
        "3 no. 18.",
    ]


def test_number_of_a_suppressed_unit_stays_vacant() -> None:
    text = accept(_row("1.", "2.", "3."), Operation("1", OperationKind.SUP, 0, "u3")).text

    assert number_for(text, "u2", Unit("new")) == "4."


def test_unit_that_comes_back_has_its_number_again() -> None:
    gone = accept(_row("1.", "2.", "3."), Operation("1", OperationKind.SUP, 0, "u2"))

    back = accept(gone.text, gone.undone)

    assert [one.number for one in back.text.units] == ["1.", "2.", "3."]
    assert back.text.gone == ()


def test_row_that_runs_on_under_the_next_heading_is_one_row() -> None:
    assert number_for(section(), "p2", Unit("new", parent="h1")) == "2 bis."


def test_list_under_another_chapeau_has_its_own_numbers() -> None:
    unit = Unit("new", UnitKind.ITEM, parent="c3")

    assert number_for(section(), "b", unit) == "(c)"


def test_number_that_a_unit_brings_is_kept_where_it_is_free() -> None:
    text = _row("1.", "2.")

    assert number_for(text, "u1", Unit("new", number="1A.")) == "1A."
    assert number_for(text, "u1", Unit("new", number="2.")) == "1 bis."


def test_renumbering_counts_through_and_proposes_references() -> None:
    words = {"en": "As in paragraphs 3 and 4.", "zh": "见第四段。", "fr": "Voir le paragraphe 4."}
    units = (
        Unit("u1", texts=words, number="1."),
        Unit("u2", number="1 bis."),
        Unit("u3", number="4."),
    )
    text = NegotiatedText({}, ("en", "fr", "zh"), units)

    again = renumbered(text)

    assert again.numbers == {"u2": ("1 bis.", "2."), "u3": ("4.", "3.")}
    assert [one.number for one in again.text.units] == ["1.", "2.", "3."]
    assert again.text.unit("u1").texts == words
    assert [(one.language, one.words, one.proposed) for one in again.references] == [
        ("en", "4", "3"),
        ("zh", "第四段", "第三段"),
        ("fr", "4", "3"),
    ]


def test_renumbering_keeps_rows_apart() -> None:
    text = section()
    units = tuple(replace(one, number="(d)") if one.id == "b" else one for one in text.units)

    assert renumbered(replace(text, units=units)).numbers == {"b": ("(d)", "(b)")}


def test_reference_to_a_bis_is_one() -> None:
    units = (
        Unit("u1", texts={"en": "See paragraph 1 bis and item (a) bis."}, number="1."),
        Unit("u2", number="1 bis."),
    )

    references = renumbered(NegotiatedText({}, ("en",), units)).references

    assert [(one.words, one.proposed, one.target) for one in references] == [("1 bis", "2", "u2")]


@given(st.integers(1, 999))
@settings(max_examples=100, deadline=None)
def test_chinese_number_is_read_again(value) -> None:
    assert int(chinese_number(chinese(value))) == value


@given(
    st.sampled_from(("3.", "(a)", "Article 7", "iv)", "第三条", "（十一）", "2、", "1.2.", "A.")),
    st.integers(1, 40),
)
@settings(max_examples=100, deadline=None)
def test_number_is_read_again_as_it_is_printed(printed, turn) -> None:
    number = replace(Number.of(printed), turn=turn)

    assert Number.of(str(number)) == number
