"""Marks put aside and put back: a bracket keeps its name, and no name stands twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.text.brackets.marks import WRITTEN
from tracktwo.text.brackets.scanner import scan
from tracktwo_web.texts.marks_aside import with_marks, without_marks

SOURCE = "We [shall/should]{id:b3 since:2} meet [soon]{id:b4}."
PIECES = st.sampled_from(
    ("We", " ", "shall", "[", "]", "/", "【", "】", "应", "?", "\\[", "(x)", "[sic]", "{id:b1}", '{id:b2 reason:"a b"}', "\n")
)  # fmt: skip
SOURCES = st.lists(PIECES, max_size=30).map("".join)


def test_marks_are_out_of_sight() -> None:
    assert without_marks(SOURCE) == "We [shall/should] meet [soon]."


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("We [shall/may] meet [soon].", "We [shall/may]{id:b3 since:2} meet [soon]{id:b4}."),
        ("We shall meet [soon].", "We shall meet [soon]{id:b4}."),
        (
            "The sides [will/should] convene [soon].",
            "The sides [will/should]{id:b3 since:2} convene [soon]{id:b4}.",
        ),
        (
            "[Soon] we [shall/should] meet [soon].",
            "[Soon] we [shall/should]{id:b3 since:2} meet [soon]{id:b4}.",
        ),
        (
            "[soon] the parties come together and [shall/should].",
            "[soon]{id:b4} the parties come together and [shall/should]{id:b3 since:2}.",
        ),
        ("We meet.", "We meet."),
    ],
    ids=["words within", "one closed", "words around", "one more before", "moved", "all gone"],
)
def test_bracket_that_is_still_there_keeps_its_mark(words, kept) -> None:
    assert with_marks(SOURCE, words) == kept


def test_typed_mark_is_no_mark() -> None:
    assert with_marks("We meet.", "We [shall]{id:b3} meet.") == "We [shall] meet."


def test_copied_bracket_has_no_name_yet() -> None:
    typed = "We [shall/should] meet. We [shall/should] talk."

    assert with_marks("We [shall/should]{id:b3} meet.", typed).count("{id:b3}") == 1


@given(SOURCES)
def test_what_was_not_edited_is_the_source_again(source) -> None:
    assert with_marks(source, without_marks(source)) == source


@given(SOURCES, SOURCES)
def test_what_was_typed_stands_unchanged(source, words) -> None:
    typed = without_marks(words)
    kept = with_marks(source, words)

    assert kept == source or without_marks(kept) == typed


@given(SOURCES, SOURCES)
def test_no_mark_comes_from_nowhere_or_stands_twice(source, words) -> None:
    before = [source[one.end : one.mark_end] for one in scan(source).pairs]
    kept = with_marks(source, words)
    after = [kept[one.end : one.mark_end] for one in scan(kept).pairs if one.mark_end > one.end]

    assert all(after.count(one) <= before.count(one) for one in after)
    assert all(WRITTEN.fullmatch(one) for one in after)
