"""A text checked from beginning to end."""

from tracktwo.text.brackets.candidates import Candidate
from tracktwo.text.brackets.check import Check, CheckedBracket, check
from tracktwo.text.brackets.faults import Fault


def test_check_lists_brackets_candidates_and_errors() -> None:
    text = "We [China: shall [not?]/may] meet\n[soon] on [date] in May (?), he said].\n【应】"

    found = check(text, sides=("China",))

    assert found == Check(
        brackets=(
            CheckedBracket(1, 4, 1, "alternatives", ("shall [not?]", "may"), ("China", ""), False),
            CheckedBracket(1, 18, 2, "doubt", ("not",), ("",), True),
            CheckedBracket(2, 1, 1, "text", ("soon",), ("",), False),
            CheckedBracket(2, 11, 1, "placeholder", ("date",), (), False),
            CheckedBracket(3, 1, 1, "text", ("应",), ("",), False),
        ),
        candidates=(Candidate(2, 25, "(?)", "to_confirm", (), 58),),
        errors=(
            Fault(
                2,
                37,
                "this ] closes nothing; add [ before it, or write \\] if it closes no bracket",
            ),
        ),
    )


def test_every_fault_is_listed_and_whole_brackets_too() -> None:
    found = check("[one\n[two/three]\nfour】\n]\n[five")

    assert [(one.line, one.column) for one in found.errors] == [(3, 5), (4, 1), (5, 1)]
    assert [(one.line, one.depth, one.alternatives) for one in found.brackets] == [
        (2, 1, ("two", "three"))
    ]


def test_text_without_brackets_has_nothing() -> None:
    assert check("Agreed.") == Check((), (), ())
