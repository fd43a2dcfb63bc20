"""Numbers and phrases in the way of each language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.errors import OptionError
from tracktwo.reports.words import LANGUAGES, translator


@pytest.mark.parametrize(
    ("language", "number", "share", "bounds", "quoted"),
    [
        ("en", "−1,234.5", "72%", "66–77%", "“x”"),
        ("zh", "−1,234.5", "72%", "66%–77%", "“x”"),
        ("fr", "−1\u202f234,5", "72\u202f%", "66–77\u202f%", "«\u00a0x\u00a0»"),
    ],
)
def test_words_write_numbers_as_the_language_does(language, number, share, bounds, quoted) -> None:
    words = translator(language)

    written = (
        words.number(-1234.5, 1),
        words.percent(0.72),
        words.percent_range(0.66, 0.77),
        words.quoted("x"),
    )

    assert written == (number, share, bounds, quoted)


@pytest.mark.parametrize(
    ("language", "one", "many"),
    [("en", "1 person", "2 people"), ("zh", "1人", "2人"), ("fr", "1 personne", "2 personnes")],
)
def test_words_choose_the_plural_form(language, one, many) -> None:
    words = translator(language)

    assert [words.ngettext("{n} person", "{n} people", n) for n in (1, 2)] == [one, many]


def test_french_none_is_singular() -> None:
    assert translator("fr").ngettext("{n} person", "{n} people", 0) == "0 personne"


def test_translator_of_an_unknown_language_says_which_are_known() -> None:
    with pytest.raises(OptionError, match="'de' is not known; choose one of en, zh, fr"):
        translator("de")


@given(st.floats(0, 1), st.sampled_from(LANGUAGES))
def test_percent_says_all_or_none_only_where_it_is_so(share, language) -> None:
    words = translator(language)

    assert (words.percent(share) == words.percent(1.0)) == (share == 1)
    assert (words.percent(share) == words.percent(0.0)) == (share == 0)


def test_what_is_filled_in_is_not_read_as_a_place() -> None:
    assert translator("en").gettext("Group {name}", name="{0.__class__}") == "Group {0.__class__}"
