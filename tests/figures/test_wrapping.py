"""Lines fit their column and lose nothing."""

from hypothesis import given
from hypothesis import strategies as st

from tracktwo.figures.wrapping import width_of, wrapped


def test_wrapped_breaks_between_chinese_characters_but_not_before_a_stop() -> None:
    assert wrapped("舰机近距离相遇时应遵循。", 44, 4) == ["舰机近距离相遇时应遵循。"]
    assert wrapped("舰机近距离。", 50, 10) == ["舰机近距离。"]


def test_wrapped_ends_with_an_ellipsis_where_it_must_cut() -> None:
    assert wrapped("one two three four", 30, 10, most=2) == ["one", "two…"]


@given(st.text("ab cd 中文，.", max_size=80), st.integers(40, 300))
def test_wrapped_keeps_every_character_within_the_width(text, width) -> None:
    lines = wrapped(text, width, 10, most=1000)

    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(width_of(line.rstrip("，."), 10) <= width for line in lines)
