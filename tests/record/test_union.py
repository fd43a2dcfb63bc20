"""Copies become one in any order, and a writer's two stories never do."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.record.conftest import CHINA, NATO, THIEF, grown
from tracktwo.errors import ForkError, RecordError
from tracktwo.record import (
    Fork,
    Log,
    entry_bytes,
    forks,
    read_entry,
    received,
    since,
    union,
    united,
    write_record,
)

WHOLE = {"china": grown("china", CHINA, 4), "nato": grown("nato", NATO, 4)}
STORY = grown("nato", NATO, 2, story="other")


def _begun(lengths: dict[str, int]) -> dict[str, Log]:
    return {name: Log(name, WHOLE[name].entries[:length]) for name, length in lengths.items()}


copies = st.dictionaries(st.sampled_from(sorted(WHOLE)), st.integers(0, 4)).map(_begun)


@given(copies, copies, copies)
@settings(max_examples=100, deadline=None)
def test_union_is_commutative_associative_and_idempotent(one, two, three) -> None:
    assert united(one, two) == united(two, one)
    assert united(united(one, two), three) == united(one, united(two, three))
    assert united(one, one) == one


@given(copies, copies)
@settings(max_examples=50, deadline=None)
def test_two_nodes_come_to_the_same_bytes(one, two) -> None:
    here, there = united(one, two), united(two, one)

    assert write_record(here.values()) == write_record(there.values())


@given(st.integers(0, 4), st.integers(0, 4))
@settings(max_examples=25, deadline=None)
def test_what_is_sent_since_a_head_completes_the_copy(have: int, other: int) -> None:
    here, there = _begun({"nato": have})["nato"], _begun({"nato": other})["nato"]

    sent = since(here, there.head)

    assert received(there, sent) == max(here, there, key=lambda log: len(log.entries))


def test_fork_is_reported_with_both_entries() -> None:
    with pytest.raises(ForkError) as caught:
        union(WHOLE["nato"], STORY)

    found = caught.value
    assert (found.log, found.seq) == ("nato", 1)
    assert [read_entry(one) for one in (found.one, found.other)] == [
        WHOLE["nato"].entries[0],
        STORY.entries[0],
    ]
    assert str(found) == (
        f"entry 1 of nato differs between the copies, and {NATO.public} signed both: keep both as evidence"
    )


def test_forks_are_told_log_by_log() -> None:
    found = forks(WHOLE, {"china": WHOLE["china"], "nato": STORY})

    assert found == (Fork(WHOLE["nato"].entries[0], STORY.entries[0]),)


def test_log_begun_with_another_key_accuses_nobody() -> None:
    (found,) = forks(WHOLE, {"nato": grown("nato", THIEF, 1)})

    assert not found.is_by_one_key
    assert found.sentence.startswith("entry 1 of nato is signed with two keys; ask the party")


def test_two_logs_are_not_united() -> None:
    with pytest.raises(RecordError, match="china and nato are two logs"):
        union(WHOLE["china"], WHOLE["nato"])


def test_cursor_into_another_story_is_refused() -> None:
    with pytest.raises(RecordError, match="entry 2 of nato is another one there than here"):
        since(WHOLE["nato"], STORY.head)


def test_other_story_that_is_sent_is_evidence() -> None:
    with pytest.raises(ForkError) as caught:
        received(WHOLE["nato"], STORY.entries)

    assert caught.value.other == entry_bytes(STORY.entries[0])
