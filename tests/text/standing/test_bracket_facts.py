"""What a mark says of a bracket, and marks that cannot be."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracktwo.errors import MarkError
from tracktwo.text.brackets.marks import Mark
from tracktwo.text.standing import BracketFacts, BracketReason

NAMES = st.text("abcxyz中_", min_size=1, max_size=6)
FACTS = st.builds(
    BracketFacts,
    NAMES,
    st.none() | st.integers(0, 999_999),
    st.none() | st.sampled_from(BracketReason),
    st.lists(NAMES, unique=True, max_size=3).map(tuple),
    others=st.dictionaries(st.sampled_from(["note", "seen_by"]), st.text(min_size=1, max_size=5)),
)


def test_mark_with_unknown_keys_keeps_them() -> None:
    facts = BracketFacts.of(Mark("{id:b3 since:2 reason:waiting holder:china+nato colour:grey}"))

    assert facts == BracketFacts(
        "b3", 2, BracketReason.WAITING, ("china", "nato"), "", {"colour": "grey"}
    )


@pytest.mark.parametrize("unnamed", ["hidden", "several"])
def test_mark_that_does_not_name_holders(unnamed) -> None:
    facts = BracketFacts.of(Mark(f"{{holder:{unnamed}}}"))

    assert facts == BracketFacts(unnamed=unnamed)


def test_no_mark_says_nothing() -> None:
    assert BracketFacts.of(Mark()) == BracketFacts()


@pytest.mark.parametrize(
    ("mark", "message"),
    [
        ("since:soon", "since:soon is no session; write its number, such as since:2"),
        ("since:-1", "since:-1 is no session; write its number, such as since:2"),
        ("since:２", "since:２ is no session; write its number, such as since:2"),
        ("holder:a++b", "holder:a++b leaves out or repeats a side; join sides once by +"),
        ("holder:a+a", "holder:a+a leaves out or repeats a side; join sides once by +"),
        ("holder:a+hidden", "holder:a+hidden both names and hides a side; do one of them"),
        (
            "reason:odd",
            "reason:odd is not a reason for a bracket; use one of alternative, contentious, suspicious, tactical, uncertain, waiting, weary",
        ),
    ],
)
def test_mark_that_cannot_be_is_refused(mark, message) -> None:
    with pytest.raises(MarkError) as caught:
        BracketFacts.of(Mark(f"{{{mark}}}"))

    assert str(caught.value) == message


@given(FACTS)
@settings(max_examples=100)
def test_law_facts_are_written_and_read_again(facts) -> None:
    assert BracketFacts.of(facts.mark) == facts
