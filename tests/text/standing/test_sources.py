"""Every source of a text, the title too."""

import pytest

from tests.text.standing.tables import bilingual, text_of
from tracktwo.errors import BracketError
from tracktwo.text.brackets.nodes import Run
from tracktwo.text.standing.sources import TITLE, Source, is_open, sources


def test_sources_are_the_title_then_units_by_language() -> None:
    titled = sources(text_of("We meet."))
    both = sources(bilingual("We meet.", "会晤。"))

    assert list(titled) == [Source(TITLE, "", "en", "Draft"), Source("u1", "", "en", "We meet.")]
    assert list(both) == [Source("u1", "1.", "en", "We meet."), Source("u1", "1.", "zh", "会晤。")]


@pytest.mark.parametrize(
    ("words", "tree"), [("", ()), ("We meet.", (Run("We meet."),)), (r"\[x\]", (Run(r"\[x\]"),))]
)
def test_source_without_a_bracket_is_one_run(words, tree) -> None:
    found = Source("u1", "", "en", words).tree()

    assert found == tree


@pytest.mark.parametrize(("english", "chinese"), [("We [a/b].", "好。"), ("Good.", "[日期]")])
def test_unit_is_open_where_one_language_is(english, chinese) -> None:
    unit = bilingual(english, chinese).unit("u1")

    assert is_open(unit, ("en", "zh"))


def test_unit_is_open_in_the_languages_of_the_text_only() -> None:
    assert not is_open(bilingual("Good.", "[日期]").unit("u1"), ("en",))


def test_broken_title_is_named() -> None:
    with pytest.raises(BracketError) as caught:
        Source(TITLE, "", "en", "We [shall").tree()

    assert str(caught.value).startswith("title, en, line 1, column 4: ")
