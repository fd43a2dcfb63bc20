"""How alike two sources are."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tracktwo.text.tokens import tokens
from tracktwo.text.versions.likeness import LIKE_ENOUGH, likeness, matched, paired_in_order

WORDS = st.lists(
    st.sampled_from(["the", "sea", "ship", "meets", "in", "May", "北", "约"]), max_size=7
)
SOURCES = WORDS.map(" ".join)


@settings(max_examples=100)
@given(SOURCES, SOURCES)
def test_likeness_is_mutual_and_one_for_equal_sources(old: str, new: str) -> None:
    assert likeness(old, new) == likeness(new, old)
    assert 0 <= likeness(old, new) <= 1
    assert likeness(old, old) == 1


@settings(max_examples=100)
@given(st.lists(SOURCES, max_size=6), st.lists(SOURCES, max_size=6))
def test_pairs_are_like_enough_and_made_once(old: list[str], new: list[str]) -> None:
    found = matched(dict(enumerate(old)), dict(enumerate(new)))

    assert len({one for one, _ in found}) == len({other for _, other in found}) == len(found)
    assert all(likeness(old[one], new[other]) >= LIKE_ENOUGH for one, other in found)


def test_pairs_in_order_do_not_cross() -> None:
    found = paired_in_order(["a b c", "d e f"], ["d e g", "a b x", "d e h"], least=0.5)

    assert found == [(0, 1), (1, 2)]


@settings(max_examples=100)
@given(st.text(max_size=30))
def test_tokens_in_a_row_are_the_source(source: str) -> None:
    assert "".join(tokens(source)) == source


def test_tokens_keep_accents_and_compounds_whole() -> None:
    assert tokens("e\u0301tat-major l’EU 北约2021") == ["e\u0301tat-major", " ", "l’EU", " ", "北", "约", "2021"]  # fmt: skip
