"""Brackets closed with one of their wordings."""

import pytest

from tests.text.changes.an_operation import in_place, sources, text_of
from tracktwo.errors import OptionError
from tracktwo.text.changes.accept import accept
from tracktwo.text.changes.closing import closed
from tracktwo.text.changes.operations import OperationKind
from tracktwo.text.changes.reasons import Reason


@pytest.mark.parametrize(
    ("source", "bracket", "chosen", "expected"),
    [
        ("We [shall/may] meet.", 0, 0, "We shall meet."),
        ("We [shall / may?]{id:b1} meet.", "b1", 1, "We may meet."),
        ("We [shall] meet.", 0, None, "We meet."),
        ("We meet [soon].", 0, None, "We meet."),
        ("[So] we meet.", 0, None, "we meet."),
        ("[Alt 1: go/Alt 2: stay]", 0, 1, "stay"),
        ("a [b [c/d] e/f] g", 0, 0, "a b [c/d] e g"),
        ("a [b [c/d] e/f] g", 1, 1, "a [b d e/f] g"),
        ("in [date] then", 0, None, "in then"),
    ],
)
def test_closed_bracket_leaves_the_wording_chosen(source, bracket, chosen, expected) -> None:
    text = text_of(source)

    one = closed(text, "u1", "en", bracket, chosen, operation="9", side="A")

    assert (one.id, one.kind, one.side) == ("9", OperationKind.MOD, "A")
    assert sources(accept(text, one).text) == [expected]


def test_closing_leaves_what_others_propose_on_the_words_chosen() -> None:
    text = text_of("We [shall meet/may talk] here.")
    kept = in_place(text, "meet", "gather", name="2")
    lost = in_place(text, "talk", "speak", name="3")

    accepted = accept(text, closed(text, "u1", "en", 0, 0, operation="1"), [kept, lost])

    assert sources(accept(accepted.text, accepted.rebased[0]).text) == ["We shall gather here."]
    assert [(one.operation.id, one.reason) for one in accepted.stuck] == [("3", Reason.WORDS_GONE)]


def test_bracket_or_wording_that_is_not_there_is_told() -> None:
    text = text_of("We [shall/may] meet.")

    with pytest.raises(OptionError, match="unit u1 has no bracket b7"):
        closed(text, "u1", "en", "b7", 0, operation="9")
    with pytest.raises(OptionError, match="bracket 0 of unit u1 has 2 wordings"):
        closed(text, "u1", "en", 0, 2, operation="9")
