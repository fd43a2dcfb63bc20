"""Words put in brackets."""

from dataclasses import replace

import pytest

from tests.text.changes.an_operation import in_place, sources, text_of
from tracktwo.errors import OperationError, OptionError
from tracktwo.text.changes.accept import accept
from tracktwo.text.changes.bracketing import bracketed
from tracktwo.text.changes.operations import Operation, OperationKind
from tracktwo.text.changes.reasons import Reason
from tracktwo.text.units import NegotiatedText, Unit


@pytest.mark.parametrize(
    ("source", "old", "new", "expected"),
    [
        ("We shall meet.", "shall", "may", "We [shall/may] meet."),
        ("after 30 days", "30", "60", "after [30 / 60] days"),
        ("sea and air", "and", "or", "sea [and / or] air"),
        ("by 1/2 or more", "1/2 or", "n/a or", "by [1/2 or/n/a or] more"),
        ("why/how we meet", "why/how", "when", r"[why\/how/when] we meet"),
        ("We meet.", " |meet", "shall ", "We [shall ]meet."),
        ("We may meet.", "may ", "", "We [may ]meet."),
        ("We [shall/may] meet.", "[shall/may]", "must", "We [shall/may/must] meet."),
        ("We [shall/may] meet.", "shall", "must", "We [shall/must/may] meet."),
        ("We [shall / may?] meet.", "may", "must", "We [shall / may / must?] meet."),
        ("We [shall]{id:b1} meet.", "[shall]{id:b1}", "may", "We [shall/may]{id:b1} meet."),
        ("in [date] or so", "[date]", "May", "in [[date]/May] or so"),
        ("in [year/month] or so", "year", "[week/day]", "in [year/[week/day]/month] or so"),
        ("it says sic here", "sic", "", "it says [sic]{id:1} here"),
    ],
)
def test_alternative_enters_a_bracket(source, old, new, expected) -> None:
    text = text_of(source)

    accepted = accept(text, in_place(text, old, new, kind=OperationKind.ALT))

    assert sources(accepted.text) == [expected]
    assert sources(accept(accepted.text, accepted.undone).text) == [source]


def test_alternative_in_chinese_uses_chinese_brackets() -> None:
    text = text_of("双方应举行会议。", language="zh")

    accepted = accept(text, in_place(text, "应", "宜", kind=OperationKind.ALT))

    assert sources(accepted.text, "zh") == ["双方【应／宜】举行会议。"]


@pytest.mark.parametrize("old", ["shall/ma", "We [shall", "a] b [c"])
def test_alternative_that_would_cut_a_bracket_is_refused(old) -> None:
    text = text_of("We [shall/may] meet. [a] b [c]")

    with pytest.raises(OperationError) as refused:
        accept(text, in_place(text, old, "x", kind=OperationKind.ALT))

    assert refused.value.reason == Reason.BRACKET_BROKEN


def test_contested_modification_is_entered_with_its_mark() -> None:
    text = text_of("We shall meet in May.")
    one = replace(
        in_place(text, "shall", "may"),
        replacements=(
            *in_place(text, "shall", "may").replacements,
            *in_place(text, "May", "June").replacements,
        ),
    )

    [entered] = bracketed(
        text, one, bracket="b1", since="2026-11-20", reason="waiting for capital", holder="several"
    )

    assert sources(accept(text, entered).text) == [
        (
            'We [shall/may]{id:b1 since:2026-11-20 reason:"waiting for capital" holder:several} meet in '
            '[May/June]{id:b1-2 since:2026-11-20 reason:"waiting for capital" holder:several}.'
        )
    ]


def test_contested_addition_is_entered_in_every_language() -> None:
    text = NegotiatedText({}, ("en", "zh"), (Unit("u1"),))
    added = Unit("new", texts={"en": "We meet.", "zh": "双方举行会议。"})

    [entered] = bracketed(text, Operation("1", OperationKind.ADD, 0, "u1", added=added))

    assert entered.added.texts == {"en": "[We meet.]", "zh": "【双方举行会议。】"}


def test_contested_suppression_is_one_operation_a_language() -> None:
    unit = Unit("u1", texts={"en": "We [may] meet.", "zh": "双方举行会议。"})
    text = NegotiatedText({}, ("en", "zh"), (unit,))

    english, chinese = bracketed(text, Operation("1", OperationKind.SUP, 0, "u1"), bracket="b1")

    accepted = accept(text, english, [chinese])
    last = accept(accepted.text, accepted.rebased[0]).text
    assert [one.id for one in (english, chinese)] == ["1.en", "1.zh"]
    assert last.unit("u1").texts == {
        "en": "[We [may] meet.]{id:b1}",
        "zh": "【双方举行会议。】{id:b1}",
    }


def test_words_to_keep_cannot_be_bracketed() -> None:
    with pytest.raises(OptionError, match="operation 1 changes no words"):
        bracketed(text_of("We meet."), Operation("1", OperationKind.NOC, 0, "u1"))
