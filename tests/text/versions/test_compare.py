"""Two versions of a text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracktwo.text.units import NegotiatedText, Unit
from tracktwo.text.versions.changed_words import stretches
from tracktwo.text.versions.compare import compare, compare_sources
from tracktwo.text.versions.comparison import ComparedUnit

PIECES = ["We shall meet. ", "They left. ", "Nobody spoke", "各方应会晤。", "他说：", "\n\n", "\n", " ", "", "[a/b]", "June"]  # fmt: skip
SOURCES = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=10).map("".join)
LANGUAGES = st.sampled_from(["en", "zh", "fr"])


def _text(**sources: str) -> NegotiatedText:
    units = tuple(Unit(name, texts={"en": source}) for name, source in sources.items())
    return NegotiatedText({}, ("en",), units)


def _fates(units: tuple[ComparedUnit, ...]) -> list[tuple[str, str | None, str | None, bool]]:
    return [(one.fate.value, one.old_id, one.new_id, one.moved) for one in units]


def _drawn(old: str, new: str, language: str) -> list[tuple[str, str, bool]]:
    return [(one.kind.value, one.text, one.moved) for one in stretches(old, new, language)]


@settings(max_examples=200)
@given(SOURCES, SOURCES, LANGUAGES)
def test_comparison_gives_back_both_sources(old: str, new: str, language: str) -> None:
    found = compare_sources(old, new, language)

    assert (found.old, found.new) == (old, new)
    assert found.differs is (old != new)


@settings(max_examples=100)
@given(st.permutations("abcdef"), st.lists(SOURCES, min_size=6, max_size=6), st.lists(SOURCES, min_size=6, max_size=6), st.booleans())  # fmt: skip
def test_comparison_gives_back_every_unit(
    order: list[str], old: list[str], new: list[str], by_id: bool
) -> None:
    before = _text(**dict(zip("abcd", old, strict=False)))
    after = _text(**dict(zip(order, new, strict=False)))

    found = compare(before, after, "en", by_id=by_id).units

    told_old = {one.old_place: one.old for one in found if one.old_place is not None}
    told_new = {one.new_place: one.new for one in found if one.new_place is not None}
    assert told_old == dict(enumerate(old[:4]))
    assert told_new == dict(enumerate(new))


@pytest.mark.parametrize(
    ("language", "old", "new", "expected"),
    [
        ("en", "We shall meet.", "We should meet.", [("same", "We ", False), ("gone", "shall", False), ("come", "should", False), ("same", " meet.", False)]),
        ("zh", "各方应会晤。", "各方宜会晤。", [("same", "各方", False), ("gone", "应", False), ("come", "宜", False), ("same", "会晤。", False)]),
        ("fr", "Il faut agir. On part.", "Il faut agir.", [("same", "Il faut agir.", False), ("gone", " On part.", False)]),
        ("en", "Nobody spoke. They all left early. It rained.", "They all left early. It rained. Nobody spoke.", [("gone", "Nobody spoke. ", True), ("same", "They all left early. It rained.", False), ("come", " ", False), ("come", "Nobody spoke.", True)]),
        ("en", "Red dogs bark loudly.", "Two cats sleep.", [("gone", "Red dogs bark loudly.", False), ("come", "Two cats sleep.", False)]),
    ],
)  # fmt: skip
def test_changes_are_told_by_sentence_and_word(
    language: str, old: str, new: str, expected: list[tuple[str, str, bool]]
) -> None:
    found = _drawn(old, new, language)

    assert found == expected


def test_units_moved_added_suppressed_and_changed() -> None:
    old = _text(a="First point.", b="Second point.", c="Third point.", d="Fourth point.")
    new = _text(
        c="Third point.", a="First point.", x="Brand new words.", b="Second point, changed."
    )

    found = compare(old, new, "en")

    assert _fates(found.units) == [
        ("unchanged", "c", "c", True),
        ("suppressed", "d", None, False),
        ("unchanged", "a", "a", False),
        ("added", None, "x", False),
        ("changed", "b", "b", False),
    ]


def test_units_without_common_ids_are_matched_by_likeness() -> None:
    old = _text(a="The parties shall meet in May.", b="Nobody reports to the press.")
    new = _text(
        p="Nobody reports to the press.", q="The parties shall meet in June.", r="Ships pass."
    )

    found = compare(old, new, "en")

    assert _fates(found.units) == [
        ("unchanged", "b", "p", False),
        ("changed", "a", "q", True),
        ("added", None, "r", False),
    ]


def test_ids_that_mean_nothing_are_passed_over() -> None:
    old = _text(u1="The parties shall meet in May.", u2="Nobody reports to the press.")
    new = _text(
        u1="Ships pass.", u2="The parties shall meet in May.", u3="Nobody reports to the press."
    )

    found = compare(old, new, "en", by_id=False)

    assert _fates(found.units) == [
        ("added", None, "u1", False),
        ("unchanged", "u1", "u2", False),
        ("unchanged", "u2", "u3", False),
    ]


def test_a_new_number_is_a_difference() -> None:
    old = NegotiatedText({}, ("en",), (Unit("a", texts={"en": "Same."}, number="3."),))
    new = NegotiatedText({}, ("en",), (Unit("a", texts={"en": "Same."}, number="4."),))

    found = compare(old, new, "en")

    assert [one.is_renumbered for one in found.units] == [True]
    assert found.differs
