"""What is noted behind a bracket."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracktwo.errors import OptionError
from tracktwo.text.brackets.marks import NO_MARK, WRITTEN, Mark

KEYS = st.text("abz_", min_size=1, max_size=4)


@pytest.mark.parametrize(
    ("source", "values"),
    [
        ("{id:b3}", {"id": "b3"}),
        ("{id:b3 holder:China since:2026-11-26}", {"id": "b3", "holder": "China", "since": "2026-11-26"}),
        ('{reason:"waiting for capital"}', {"reason": "waiting for capital"}),
        (r'{reason:"a \"word\" \\"}', {"reason": 'a "word" \\'}),
        ('{note:""}', {"note": ""}),
        ("{id:1 id:2}", {"id": "2"}),
    ],
)  # fmt: skip
def test_mark_has_values(source: str, values: dict[str, str]) -> None:
    assert WRITTEN.fullmatch(source)
    assert Mark(source).values == values


@pytest.mark.parametrize(
    "source",
    ["{}", "{id}", "{id:}", "{Id:b}", "{ id:b}", "{id:b }", "{id:a b}", '{id:"b}', "{id:{b}}"],
)
def test_other_braces_are_no_mark(source: str) -> None:
    assert WRITTEN.fullmatch(source) is None


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(KEYS, st.text(max_size=12), min_size=1))
def test_values_are_read_again(values: dict[str, str]) -> None:
    mark = Mark.of(values)

    assert WRITTEN.fullmatch(mark.source)
    assert mark.values == values


def test_mark_of_nothing_is_empty() -> None:
    assert Mark.of({}) == NO_MARK
    assert not NO_MARK


def test_key_of_other_letters_is_refused() -> None:
    with pytest.raises(OptionError, match=r"^key 'Since' of a mark; use the letters a to z and _$"):
        Mark.of({"Since": "2026"})
