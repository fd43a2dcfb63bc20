"""An edit in place becomes the smallest operation that gives the new words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracktwo.errors import BracketError
from tracktwo.text.brackets.grammar import parse
from tracktwo.text.changes.derive import derived
from tracktwo.text.changes.operations import Replacement
from tracktwo.text.changes.spans import applied, in_order, taken_back

_SIGNS = st.lists(
    st.sampled_from(
        [
            "[",
            "]",
            "/",
            "【",
            "】",
            "？",
            "\\",
            "{id:a}",
            " ",
            "shall",
            "may",
            "双",
            "方",
            "\r\n",
            "a",
            "\\[",
        ]
    ),
    max_size=14,
).map("".join)


def _changes(old: str, new: str) -> list[tuple[str, str]]:
    return [(old[one.start : one.end], one.words) for one in derived(old, new)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", []),
        ("", "We meet.", [("", "We meet.")]),
        ("We shall meet in May.", "We may meet in June.", [("shall", "may"), ("May", "June")]),
        ("We shall meet.", "We shall not meet.", [("", "not ")]),
        ("We shall meet.", "They will meet.", [("We shall", "They will")]),
        ("双方应当举行会议。", "双方可以举行会谈。", [("应当", "可以"), ("议", "谈")]),
        ("We [shall/may] meet.", "We [shall/must] meet.", [("may", "must")]),
        ("We [shall/may] meet.", "We may meet.", [("[shall/may]", "may")]),
        ("We may meet.", "We [may] meet.", [("may", "[may]")]),
        ("[a b [c d] e]", "[a b c d e]", [("[c d]", "c d")]),
        (r"the \[old\] text", "the [old] text", [(r"\[old\]", "[old]")]),
        ("[may be]{id:b1}", "[may be]{id:b2}", [("{id:b1}", "{id:b2}")]),
        ("[may be]", "【may be】", [("[may be]", "【may be】")]),
        ("One.\r\nTwo.", "One.\nTwo.", [("\r\n", "\n")]),
    ],
)
def test_edit_becomes_whole_words_and_whole_brackets(old, new, expected) -> None:
    assert _changes(old, new) == expected


def test_two_edits_of_one_paragraph_are_apart() -> None:
    old = "The parties shall meet twice a year."

    one, other = (
        derived(old, old.replace("shall", "should")),
        derived(old, old.replace("year", "month")),
    )

    assert (one, other) == ((Replacement(12, 17, "should"),), (Replacement(31, 35, "month"),))


@given(st.text(max_size=40) | _SIGNS, st.text(max_size=40) | _SIGNS)
@settings(max_examples=300, deadline=None)
def test_replacements_give_the_new_words_and_back(old, new) -> None:
    found = derived(old, new)

    assert applied(old, found) == new
    assert in_order(found, len(old))
    assert applied(new, taken_back(old, found)) == old
    assert (found == ()) == (old == new)


@given(_SIGNS, _SIGNS, st.data())
@settings(max_examples=300, deadline=None)
def test_any_part_of_an_edit_leaves_brackets_whole(old, new, data) -> None:
    if not (_is_whole(old) and _is_whole(new)):
        return
    found = derived(old, new)

    some = [one for one in found if data.draw(st.booleans())]

    assert _is_whole(applied(old, some))


def _is_whole(source: str) -> bool:
    try:
        parse(source)
    except BracketError:
        return False
    return True
