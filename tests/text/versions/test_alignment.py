"""What two sequences have in common."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tracktwo.text.versions import alignment
from tracktwo.text.versions.alignment import aligned, longest_rising

SEQUENCES = st.lists(st.sampled_from("abc"), max_size=9)


def _longest_common(old: list[str], new: list[str]) -> int:
    """The textbook table, independent of what is tested."""
    row = [0] * (len(new) + 1)
    for one in old:
        before, row = row, [0]
        for place, other in enumerate(new):
            row.append(before[place] + 1 if one == other else max(row[-1], before[place + 1]))
    return row[-1]


@settings(max_examples=200)
@given(SEQUENCES, SEQUENCES)
def test_blocks_are_common_and_in_order(old: list[str], new: list[str]) -> None:
    blocks = aligned(old, new)

    place = other = 0
    for begin, new_begin, length in blocks:
        assert begin >= place
        assert new_begin >= other
        assert old[begin : begin + length] == new[new_begin : new_begin + length]
        place, other = begin + length, new_begin + length


@settings(max_examples=200)
@given(SEQUENCES, SEQUENCES)
def test_edits_between_anchors_are_the_fewest(old: list[str], new: list[str]) -> None:
    pairs = alignment._fewest_edits(old, new, 0, 0)

    assert len(pairs) == _longest_common(old, new)
    assert all(old[one] == new[other] for one, other in pairs)


def test_sequences_that_share_little_keep_the_path_that_was_found() -> None:
    old = ["a", *"bcbc" * 300, "z"]
    new = ["a", *"dede" * 300, "z"]

    assert aligned(old, new) == [(0, 0, 1), (1201, 1201, 1)]


def test_longest_rising_of_nothing_is_nothing() -> None:
    assert longest_rising([]) == []
