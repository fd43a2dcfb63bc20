"""What a node that is broken, or in wrong hands, may send: garbage, and parcels that are truly signed."""

from typing import Any

from hypothesis import strategies as st

from tests.channel.line.conftest import CALL
from tests.channel.measures.test_stated import BODY as MEASURE
from tests.web.channel.ends import NOON, Ends
from tracktwo.channel.drills.entries import (
    DRILL_AGREED,
    DRILL_PROPOSED,
    DRILL_STOPPED,
    Proposed,
    proposed_body,
)
from tracktwo.channel.line import (
    MESSAGE_READ,
    MESSAGE_REFUSED,
    MESSAGE_SENT,
    RECEIVED,
    Parcel,
    new_value,
    write_parcel,
)
from tracktwo.channel.measures.stated import MEASURE_STATED
from tracktwo.record import KEY_CHANGED, LOG_REPLACES, Head, Json
from tracktwo_web.channel.domain.logs import signed_after, signing_key, tail_of
from tracktwo_web.channel.scripts import shipped_scripts

KINDS = (DRILL_PROPOSED, DRILL_AGREED, DRILL_STOPPED, MEASURE_STATED, MESSAGE_SENT, RECEIVED, MESSAGE_READ, MESSAGE_REFUSED, KEY_CHANGED, LOG_REPLACES, "a.b", 30 * "a." + "b")  # fmt: skip
MESSAGE: dict[str, Json] = {
    "format": "tracktwo.message/1", "id": "NATO-CR 0001/26", "kind_version": 1, "status": "actual",
    "type": "new", "precedence": "routine", "scope": "joint-private", "addressees": ["CHINA"],
    "copy_to": [], "sent": "2026-03-01T12:00:00Z", "recorded": None, "refs": [], "thread": "",
    "releasability": "", "note": {}, "fields": CALL,
    "needs": {"read_by": "2026-03-01T13:00:00Z", "answered_by": None},
}  # fmt: skip

SCRIPT = shipped_scripts()["unsafe-encounter-at-sea"]
DRILL = dict(proposed_body(Proposed(SCRIPT, NOON, {"first": "NATO", "other": "CHINA"})))

texts = st.sampled_from([
    "", "\0", "NATO", "CHINA", "NATO-CR 0002/26", "CHINA-CR 0001/26", "reply", "9999-12-31T23:59:59Z",
    "0001-01-01T00:00:00+23:59", "2026-03-01T12:00:00Z", "actual", 64 * "a", 300 * "x", "\u202e",
]) | st.text(max_size=20)  # fmt: skip
numbers = st.sampled_from([0, 1, 2, -1, 2**31, 2**53 - 1, 0.5]) | st.integers(-9, 9)
values = st.recursive(
    st.none() | st.booleans() | numbers | texts,
    lambda one: (
        st.lists(one, max_size=3) | st.dictionaries(st.text(max_size=6) | texts, one, max_size=3)
    ),
    max_leaves=6,
)


@st.composite
def spoiled(draw: st.DrawFn, value: Json) -> Json:
    """A value in which one thing, somewhere, is another."""
    if isinstance(value, dict) and value and draw(st.integers(0, 4)):
        name = draw(st.sampled_from(sorted(value)))
        return {**value, name: draw(spoiled(value[name]))}
    if isinstance(value, list) and value and draw(st.booleans()):
        return [draw(spoiled(value[0])), *value[1:]]
    return draw(values)


@st.composite
def messages(draw: st.DrawFn) -> Json:
    number = draw(st.integers(1, 9999))
    value: Json = MESSAGE | {"id": f"NATO-CR {number:04}/26"}
    for _ in range(draw(st.integers(0, 2))):
        value = draw(spoiled(value))
    return value


bodies = st.one_of(
    messages(),
    spoiled({"log": "CHINA", "seq": 1, "hash": 64 * "a"}),
    spoiled({"log": "CHINA", "seq": 1, "hash": 64 * "a", "reason": "why"}),
    spoiled({"message": "CHINA-CR 0001/26"}),
    spoiled(DRILL),
    st.just(DRILL | {"start": "9999-12-31T23:59:59Z"}),
    spoiled(MEASURE),
    values,
)
acts = st.lists(st.tuples(st.sampled_from(KINDS), bodies), max_size=3)
heads = st.none() | st.builds(Head, st.just("CHINA"), st.integers(1, 2**53 - 1), st.just(64 * "a"))
clocks = st.sampled_from([NOON, NOON.replace(year=1000), NOON.replace(year=9999)])


def signed(ends: Ends, what: list[tuple[str, Any]], **told: Any) -> bytes:
    """A parcel of NATO's own key, whose entries follow on what China's end holds."""
    key, tail, entries = signing_key(ends.nato), tail_of(ends.china, is_own=False), []
    for kind, body in what:
        if isinstance(body, dict):
            entries.append(signed_after(tail, kind, body, key, NOON))
            tail = type(tail)(tail.log, entries[-1].seq, entries[-1].hash, tail.key)
    given = {"clock": NOON, "asks": new_value()} | told
    return write_parcel(Parcel("NATO", "CHINA", entries=tuple(entries), **given), key)


@st.composite
def damaged(draw: st.DrawFn, data: bytes) -> bytes:
    """A parcel with a byte, or a piece, that is another, gone or there twice."""
    place, length = draw(st.integers(0, len(data))), draw(st.integers(0, 40))
    piece = draw(st.binary(max_size=8) | st.just(data[place : place + length]))
    return data[:place] + piece + data[place + draw(st.integers(0, length)) :]


REQUESTS = (
    b"GET /parcel HTTP/1.1\r\nHost: line\r\n\r\n",
    b"POST / HTTP/1.1\r\nHost: line\r\nContent-Length: 0\r\n\r\n",
    b"POST /parcel HTTP/1.1\r\nHost: line\r\nContent-Length: 9\r\n\r\n",
    b"POST /parcel HTTP/1.1\r\nHost: line\r\nContent-Length: -1\r\n\r\n",
    b"POST /parcel HTTP/1.1\r\nHost: line\r\nContent-Length: 99999999999\r\n\r\nx",
    b"POST /parcel HTTP/1.1\r\nHost: line\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    b"POST /parcel HTTP/1.1\r\nHost: line\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n",
    b"POST /parcel HTTP/1.1\r\nHost: line\r\nX: " + 100_000 * b"y" + b"\r\n\r\n",
    b"GET /parcel HTTP/1.1\r\nHost: line\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n",
    b"\x16\x03\x01\x00\x05hello",
)  # fmt: skip


def posted(body: bytes) -> bytes:
    head = b"POST /parcel HTTP/1.1\r\nHost: line\r\nConnection: close\r\nContent-Length: %d\r\n\r\n"
    return head % len(body) + body
