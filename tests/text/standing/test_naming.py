"""Names for brackets."""

from hypothesis import given
from hypothesis import strategies as st

from tracktwo.errors import BracketError, MarkError
from tracktwo.text import NegotiatedText, Unit
from tracktwo.text.standing import disagreements
from tracktwo.text.standing.naming import free_names, named

PIECES = ["[", "]", "/", "a", " ", "[shall/should]", "{id:b1}", "{since:2}", "[date]", "[sic]", "?"]


def text(english: str, chinese: str = "") -> NegotiatedText:
    texts = {"en": english} | ({"zh": chinese} if chinese else {})
    return NegotiatedText({}, ("en", "zh"), (Unit("u1", texts=texts),))


def test_nested_brackets_get_names_of_their_own() -> None:
    made = named(text("We [shall [soon]/may]{since:2} meet on [date]."), since=3)

    assert made.unit("u1").texts["en"] == (
        "We [shall [soon]{id:b2 since:3}/may]{id:b1 since:2} meet on [date]{id:b3 since:3}."
    )


def test_names_that_are_taken_are_passed_over() -> None:
    made = named(text("We [shall/should] meet [soon]{id:b1}."))

    assert made.unit("u1").texts["en"] == "We [shall/should]{id:b2} meet [soon]{id:b1}."
    assert next(free_names(made)) == "b3"


def test_brackets_of_two_languages_that_are_alike_share_a_name() -> None:
    made = named(text("We [shall/may] meet [soon].", "我们[应/可][很快]会晤。"))

    assert made.unit("u1").texts["zh"] == "我们[应/可]{id:b1}[很快]{id:b2}会晤。"


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_law_every_bracket_is_named_once_and_naming_again_changes_nothing(source: str) -> None:
    first = text(source)
    try:
        found = disagreements(first)
    except (BracketError, MarkError):
        return

    made = named(first)

    now = disagreements(made)
    assert [one.first.alternatives for one in now] == [one.first.alternatives for one in found]
    assert all(one.facts.id for one in now)
    assert len({one.id for one in now}) == len(now)
    assert named(made) == made
