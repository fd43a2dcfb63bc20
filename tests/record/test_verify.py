"""Verification: any byte, line or end that is not as it was signed is found."""

from collections.abc import Iterator
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.record.conftest import AT, CHINA, NATO, TEXT, THIEF, grown, signed
from tracktwo.errors import RecordError
from tracktwo.record import (
    KEY_CHANGED,
    LOG_REPLACES,
    Head,
    Log,
    Problem,
    read_record,
    verify,
    write_entries,
    write_record,
)

KEYS = {"nato": NATO.public, "china": CHINA.public}
kinds = st.sampled_from(["text.adopted", "message.sent", "roadmap.agreed"])
bodies = st.dictionaries(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=4),
    st.integers(-9, 9) | st.floats(allow_nan=False, allow_infinity=False) | st.none(),
    max_size=3,
)


@pytest.fixture
def data(logs) -> bytes:
    return write_record(logs.values())


@pytest.fixture
def lines(data) -> list[bytes]:
    return data.splitlines(keepends=True)


def _changed(data: bytes, place: int) -> Iterator[bytes]:
    """The bytes with one of them changed in several ways, taken out, or one put in."""
    before, here, after = data[:place], data[place], data[place + 1 :]
    for other in {here ^ 1, here ^ 0x20, here ^ 0x80, 0x0A} - {here}:
        yield before + bytes([other]) + after
    yield before + after
    yield before + b" " + data[place:]


def test_record_holds(data, logs) -> None:
    found = verify(data, keys=KEYS, heads=[log.head for log in logs.values()])

    assert (found.holds, found.entries, found.logs, found.absent) == (True, 4, logs, ())


@given(st.lists(st.tuples(kinds, bodies), max_size=4))
@settings(max_examples=50, deadline=None)
def test_what_was_appended_holds(acts) -> None:
    log = Log("nato")
    for kind, body in acts:
        log = signed(log, NATO, kind, body)

    assert read_record(write_record([log])) == ({"nato": log} if acts else {})


def test_every_byte_that_is_changed_is_found(logs) -> None:
    data = write_record(logs.values())

    unseen = [
        place
        for place in range(len(data))
        if any(verify(changed).holds for changed in _changed(data, place))
    ]

    assert unseen == []


def test_every_cut_is_found_by_the_heads(data, logs) -> None:
    heads = [log.head for log in logs.values()]

    unseen = [n for n in range(len(data)) if verify(data[:n], heads=heads).holds]

    assert unseen == []


def test_cut_between_two_lines_is_not_found_without_a_head(lines) -> None:
    assert verify(lines[0]).holds


def test_cut_is_found_by_what_another_party_has_seen(lines) -> None:
    found = verify(b"".join(lines[:3]))

    assert [one.what for one in found.problems] == [
        (
            "nato ends with entry 1, and its entry 2 is named in entry 2 of china: the end of the log is "
            "missing, or that entry never was"
        )
    ]


def test_log_that_was_seen_and_is_not_there_is_told(lines, logs) -> None:
    found = verify(b"".join(lines[:2]))

    assert (found.holds, found.absent) == (True, (logs["nato"].head,))


def test_lines_that_are_swapped_are_found(lines) -> None:
    for one, other in combinations(range(len(lines)), 2):
        moved = list(lines)
        moved[one], moved[other] = moved[other], moved[one]
        assert not verify(b"".join(moved)).holds


def test_lines_that_are_doubled_or_left_out_are_found(lines) -> None:
    for place in range(len(lines)):
        doubled = [*lines[: place + 1], *lines[place:]]
        assert not verify(b"".join(doubled)).holds
    for place in (0, 2):
        assert not verify(b"".join([*lines[:place], *lines[place + 1 :]])).holds


def test_last_line_without_its_end_is_found(data) -> None:
    assert verify(data[:-1]).problems == (
        Problem("the last line has no end; the file was cut off", line=4),
    )


def test_what_follows_a_problem_counts_for_nothing() -> None:
    log = grown("nato", NATO, 4)
    whole = write_record([log]).splitlines(keepends=True)

    found = verify(b"".join([whole[0], whole[1].replace(b'"n":1', b'"n":7'), *whole[2:]]))

    assert found.logs == {"nato": Log("nato", log.entries[:1])}
    assert found.problems == (
        Problem("the signature does not fit entry 2 of nato: one of both was changed", 2, "nato"),
        Problem("2 more of nato come after and count for nothing", None, "nato"),
    )
    with pytest.raises(RecordError, match="line 2: the signature does not fit entry 2 of nato"):
        read_record(b"".join([whole[0], whole[1].replace(b'"n":1', b'"n":7')]))


def test_two_stories_in_one_file_are_found() -> None:
    one, other = grown("nato", NATO, 2), grown("nato", NATO, 2, story="b")

    found = verify(write_entries([*one.entries, *other.entries[1:]]))

    assert [str(problem) for problem in found.problems] == [
        (
            "line 3: entry 2 of nato is there twice with different content, both signed: its writer told "
            "two stories"
        )
    ]


def test_record_made_anew_with_other_keys_is_found_by_the_keys_alone(logs) -> None:
    forged = write_record([signed(Log("nato"), THIEF, body=TEXT), logs["china"]])

    assert "begins with the key" in verify(forged, keys=KEYS).problems[0].what
    assert verify(write_record([grown("nato", THIEF, 2)])).holds


def test_keys_are_needed_for_every_log_and_none_is_given_for_nothing(logs) -> None:
    one = verify(write_record(logs.values()), keys={"nato": NATO.public})
    other = verify(write_record([logs["nato"]]), keys=KEYS)

    assert one.problems[0].what.startswith("no key is given for china; ask the party for it")
    assert [problem.what for problem in other.problems] == [
        "a key is given for china, and no entry of it is in the file"
    ]


def test_head_of_another_story_is_found(logs) -> None:
    found = verify(write_record(logs.values()), heads=[Head("nato", 1, 64 * "f")])

    assert [one.what for one in found.problems] == [
        (
            "entry 1 of nato is another than the one that is known: there are two stories of this log; "
            "compare both copies"
        )
    ]


def test_signatures_of_a_key_that_was_given_up_are_found() -> None:
    old = grown("nato", NATO, 3)
    head = old.entries[1].head
    body = {"log": "nato", "seq": 2, "hash": head.hash}
    new = signed(Log("nato.2"), CHINA, LOG_REPLACES, body)

    found = verify(write_record([old, new]))

    assert [one.what for one in found.problems] == [
        (
            "nato goes on after entry 2, at which nato.2 replaced it: what stands there was signed with a "
            "key that was given up"
        )
    ]


def test_changed_key_is_followed_from_the_one_that_was_given() -> None:
    log = signed(Log("nato"), NATO, KEY_CHANGED, {"key": THIEF.public}, AT)
    log = signed(log, THIEF)

    assert verify(write_record([log]), keys={"nato": NATO.public}).holds


def test_given_key_that_is_none_is_refused() -> None:
    with pytest.raises(RecordError, match="'x' is not a public key"):
        verify(b"", keys={"nato": "x"})
