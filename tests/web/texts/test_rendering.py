"""The words of a unit in pieces: what a page shows of brackets, and what it never shows."""

import pytest

from tracktwo.text import NegotiatedText, Unit
from tracktwo.text.standing import disagreements
from tracktwo_web.texts.rendering import Reading, Segment


def shown(source: str, *, sides: tuple[str, ...] = (), **choices: int | None) -> list[Segment]:
    """The pieces of an English passage, as its page has them; empty words left out."""
    unit = Unit("u1", texts={"en": source})
    found = disagreements(NegotiatedText({}, ("en",), (unit,)), sides=sides)
    pieces = Reading.of(found, sides=sides, choices=choices).unit(unit, ["en"])["en"]
    return [one for one in pieces if one.words or one.kind != "words"]


def words(pieces: list[Segment]) -> str:
    return "".join(one.words for one in pieces)


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("We meet.", "We meet."),
        ("We [shall/should]{id:b1 since:2} meet.", "We [shall/should] meet."),
        ('We [shall]{id:b1 reason:waiting holder:china x:"a } b"} meet.', "We [shall] meet."),
        (r"Item \[3\] and\/or", "Item [3] and/or"),
        ("[Alt 1: shall / Alt 2: may?]{id:b1}", "[Alt 1: shall / Alt 2: may?]"),
        ("On [date]{id:b1} we meet.", "On [date] we meet."),
        ("我们【应/可？】{id:b1}会晤。", "我们【应/可？】会晤。"),
        ("[a [b/c]{id:b2} d]{id:b1}", "[a [b/c] d]"),
        ("", ""),
    ],
)
def test_passage_reads_as_it_is_meant_without_marks(source: str, read: str) -> None:
    assert words(shown(source)) == read


def test_bracket_is_made_of_signs_wordings_and_doubt() -> None:
    pieces = shown("We [China: shall/may?]{id:b1}.", sides=("China",))

    assert pieces == [
        Segment("words", "We "),
        Segment("bracket", "[", "b1", is_anchor=True),
        Segment("wording"),
        Segment("label", "China: "),
        Segment("words", "shall"),
        Segment("wording_end"),
        Segment("slash", "/"),
        Segment("wording"),
        Segment("words", "may"),
        Segment("doubt", "?"),
        Segment("wording_end"),
        Segment("bracket_end", "]"),
        Segment("words", "."),
    ]


def test_brackets_in_brackets_have_their_own_names() -> None:
    pieces = shown("[a [b]{id:inner} [date]]{id:outer} [soon]")

    assert [one.bracket for one in pieces if one.is_anchor] == ["outer", "inner", "u1#1", "u1#2"]


def test_wording_that_the_chair_proposes_is_marked() -> None:
    pieces = shown("[shall/should]{id:b1} [not]{id:b2}", b1=1, b2=None)

    assert [one.is_proposed for one in pieces if one.kind == "wording"] == [False, True, False]
    assert [one.is_proposed for one in pieces if one.kind == "bracket"] == [False, True]


def test_link_leads_to_one_language_only() -> None:
    texts = {"en": "We [shall]{id:b1} meet.", "zh": "我们[应]{id:b1}[不]{id:b2}会晤。"}
    unit = Unit("u1", texts=texts)
    found = disagreements(NegotiatedText({}, ("en", "zh"), (unit,)))

    pieces = Reading.of(found).unit(unit, ["en", "zh", "fr"])

    anchors = {
        language: [one.bracket for one in those if one.is_anchor]
        for language, those in pieces.items()
    }
    assert anchors == {"en": ["b1"], "zh": ["b2"], "fr": []}
