"""The quick look finds what verification finds, and says the same of it."""

import hashlib
from io import BytesIO
from random import Random

import pytest

from tests.record.conftest import CHINA, NATO, THIEF, grown, signed
from tests.record.test_verify import _changed
from tracktwo.record import (
    KEY_CHANGED,
    LOG_REPLACES,
    Head,
    Log,
    Tail,
    unsigned,
    verify,
    verify_chain,
    write_entries,
    write_record,
)
from tracktwo.record.entry import Draft, sealed

KEYS = {"nato": NATO.public, "china": CHINA.public}


def found(data: bytes, **known) -> tuple[object, ...]:
    """What both say of a record, in one shape."""
    quick = verify_chain(BytesIO(data), **known)
    return (
        quick.problems,
        quick.absent,
        quick.are_keys_given,
        {name: (log.length, log.head, log.keys) for name, log in quick.logs.items()},
    )


def verified(data: bytes, **known) -> tuple[object, ...]:
    whole = verify(data, **known)
    return (
        whole.problems,
        whole.absent,
        whole.are_keys_given,
        {name: (len(log.entries), log.head, log.keys) for name, log in whole.logs.items()},
    )


@pytest.fixture
def data(logs) -> bytes:
    return write_record(logs.values())


@pytest.fixture(scope="module")
def long() -> bytes:
    """Two logs, of which one changes its key and the other takes the place of an older one."""
    china = grown("china", CHINA, 8)
    china = signed(china, CHINA, KEY_CHANGED, {"key": THIEF.public})
    for n in range(8):
        china = signed(china, THIEF, "message.sent", {"n": n})
    nato = grown("nato", NATO, 9)
    head = {"log": "nato", "seq": nato.head.seq, "hash": nato.head.hash}
    second = signed(Log("nato.2"), CHINA, LOG_REPLACES, head)
    for n in range(6):
        second = signed(second, CHINA, "message.sent", {"n": n})
    second = signed(second, CHINA, "message.sent", {}, seen=(china.head,))
    return write_record([china, nato, second])


def test_whole_records_hold(data, long, logs) -> None:
    heads = [log.head for log in logs.values()]

    assert found(data, keys=KEYS, heads=heads) == verified(data, keys=KEYS, heads=heads)
    assert verify_chain(BytesIO(data), keys=KEYS, heads=heads).entries == 4
    assert found(long) == verified(long)
    assert verify_chain(BytesIO(long)).holds


def test_every_change_of_a_byte_is_told_as_verification_tells_it() -> None:
    data = write_entries(grown("nato", NATO, 3).entries)
    for place in range(len(data)):
        for changed in (_flipped(data, place), data[:place] + data[place + 1 :]):
            assert found(changed) == verified(changed), changed
            assert not verify_chain(BytesIO(changed)).holds


def _flipped(data: bytes, place: int) -> bytes:
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


def test_lines_dropped_doubled_and_swapped_are_told_alike(long) -> None:
    lines = long.splitlines(keepends=True)
    for n in range(len(lines)):
        for changed in (
            [*lines[:n], *lines[n + 1 :]],
            [*lines[: n + 1], *lines[n:]],
            [*lines, lines[n]],
            [*lines[:n], *lines[n : n + 2][::-1], *lines[n + 2 :]],
        ):
            record = b"".join(changed)
            assert found(record) == verified(record)


def test_changes_at_random_of_a_longer_record_are_told_alike(long) -> None:
    chance = Random(7)
    for _ in range(100):
        place = chance.randrange(len(long))
        changed = chance.choice(list(_changed(long, place)))
        assert found(changed) == verified(changed)


def test_head_that_is_known_is_looked_for(long) -> None:
    for heads in (
        [Head("nato", 99, 64 * "a")],
        [Head("nato", 3, 64 * "a")],
        [Head("other", 1, 64 * "b")],
    ):
        assert found(long, heads=heads) == verified(long, heads=heads)
        assert not verify_chain(BytesIO(long), heads=heads).holds


def test_entries_made_to_fit_a_change_are_vouched_for_by_nobody() -> None:
    """Whoever has no key can chain anew what was changed, and not sign its end."""
    log = grown("nato", NATO, 6)
    forged = list(log.entries[:2])
    tail = Tail("nato", 2, forged[-1].hash, NATO.public)
    for n in range(3, 7):
        told = log.entries[n - 1]
        draft = Draft(log="nato", seq=n, prev=tail.hash, at=told.at, kind=told.kind, body={"n": -n}, key=THIEF.public)  # fmt: skip
        entry = sealed(draft, THIEF.sign(unsigned(draft)))
        line = write_entries([entry]).replace(THIEF.public.encode(), NATO.public.encode())
        forged_line = line.removesuffix(b"\n")
        tail = Tail("nato", n, hashlib.sha256(forged_line).hexdigest(), NATO.public)
        forged.append(forged_line)
    record = write_entries(forged[:2]) + b"".join(one + b"\n" for one in forged[2:])

    quick = verify_chain(BytesIO(record), keys={"nato": NATO.public})

    assert {one.line for one in quick.problems} == {5, 6}
    assert {str(one.what) for one in quick.problems} == {
        f"the signature does not fit entry {n} of nato: one of both was changed" for n in (5, 6)
    }
    assert quick.entries == 1
    assert verify(record).problems[0].line == 3


def test_entry_between_is_not_looked_at_for_its_form(long) -> None:
    """The writer can have put anything there, as long as its chain and its end are signed."""
    log = grown("nato", NATO, 2)
    odd = b'{"key":"%s","log":"nato","prev":"%s","seq":3}' % (
        NATO.public.encode(),
        log.head.hash.encode(),
    )
    draft = Draft(
        log="nato", seq=4, prev=hashlib.sha256(odd).hexdigest(), at=log.entries[0].at,
        kind="message.sent", body={}, key=NATO.public,
    )  # fmt: skip
    end = sealed(draft, NATO.sign(unsigned(draft)))
    record = write_entries(log.entries) + odd + b"\n" + write_entries([end])

    assert verify_chain(BytesIO(record)).holds
    assert not verify(record).holds
