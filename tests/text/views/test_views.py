"""Views of one text: what each shows, and that none shows whose words they are."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracktwo.errors import OptionError
from tracktwo.text.units import NegotiatedText, Unit
from tracktwo.text.views import chairs_text, clean, public, rolling

TEXTS = {
    "en": "We [shall/[may/should]{id:b2}]{id:b1 holder:china} meet on [date]{id:b3}.",
    "zh": "我们[应/[可/宜]{id:b2}]{id:b1}在[日期]{id:b3}会晤。",
}
BOTH = NegotiatedText({"en": "A [joint]{id:b0} text"}, ("en", "zh"), (Unit("u1", texts=TEXTS, number="1."),))  # fmt: skip


def test_rolling_draft_keeps_every_bracket_and_no_mark() -> None:
    shown = rolling(BOTH)

    assert shown.title == {"en": "A [joint] text"}
    assert shown.unit("u1").texts == {
        "en": "We [shall/[may/should]] meet on [date].",
        "zh": "我们[应/[可/宜]]在[日期]会晤。",
    }


def test_wordings_stay_apart_where_the_names_between_them_go() -> None:
    text = NegotiatedText({}, ("en",), (Unit("u1", texts={"en": "In [30/EU: 60]{id:b1} days."}),))

    assert rolling(text).unit("u1").texts == {"en": "In [30 /60]{open:yes} days."}


def test_what_is_not_chosen_stays_open_behind_a_letter() -> None:
    text = NegotiatedText({}, ("en",), (Unit("u1", texts={"en": "from [x y]{id:b1}[date]"}),))

    assert chairs_text(text, {"b1": 0}).unit("u1").texts == {"en": "from x y[date]{open:yes}"}


def test_chairs_text_takes_a_wording_in_every_language() -> None:
    shown = chairs_text(BOTH, {"b1": 1, "b0": 0})

    assert shown.title == {"en": "A joint text"}
    assert shown.unit("u1").texts == {
        "en": "We [may/should]{id:b2} meet on [date]{id:b3}.",
        "zh": "我们[可/宜]{id:b2}在[日期]{id:b3}会晤。",
    }


def test_chairs_text_refuses_a_bracket_that_is_not_there() -> None:
    with pytest.raises(OptionError, match="no bracket is called b9; name one of the ledger"):
        chairs_text(BOTH, {"b9": 0})


def test_clean_text_names_what_is_still_open() -> None:
    with pytest.raises(OptionError, match="still open: b2, b3; choose a wording for each"):
        clean(BOTH, {"b1": 1, "b0": 0})


def test_clean_text_has_no_bracket() -> None:
    shown = clean(BOTH, {"b0": None, "b1": 0, "b3": None})

    assert shown.title == {"en": "A text"}
    assert shown.unit("u1").texts == {"en": "We shall meet on.", "zh": "我们应在会晤。"}


def test_public_text_is_refused_while_anything_is_open() -> None:
    with pytest.raises(OptionError, match="still open: b0, b1, b2, b3"):
        public(BOTH)


def test_public_text_has_numbers_and_plain_words_by_language() -> None:
    text = NegotiatedText(
        {}, ("en",), (Unit("u1", number="1.", texts={"en": r"See \[3\]."}), Unit("u2", texts={"en": "End."}))
    )  # fmt: skip

    assert public(text) == {"en": ("1. See [3].", "End.")}


NAMES = st.sampled_from(["Ruritania", "鲁里坦尼亚", "Freedonia"])


@given(NAMES, NAMES, st.booleans())
@settings(max_examples=40, deadline=None)
def test_no_view_names_a_side(one: str, other: str, is_closed: bool) -> None:
    source = (
        f"We [{one}: shall/[{other}: may/must]{{id:b2 holder:{other}}}]{{id:b1 holder:{one}}} go."
    )
    text = NegotiatedText({}, ("en",), (Unit("u1", texts={"en": source}),))

    shown = rolling(text, sides=(one, other))
    if is_closed:
        shown = clean(text, {"b1": 0}, sides=(one, other))

    assert one not in repr(shown)
    assert other not in repr(shown)
