"""Keys of an office: handed on, given up, and what whoever has the old one can still do: nothing."""

import pytest

from tests.web.channel.ends import NOON, Ends, logs_of, told, two_ends
from tracktwo.channel.line import MESSAGE_SENT, Parcel, Traffic, write_parcel
from tracktwo.record import (
    KEY_CHANGED,
    LOG_REPLACES,
    Entry,
    SigningKey,
    Tail,
    read_entry,
    verify,
    write_entries,
)
from tracktwo_web.channel.domain.answers import CannotBe
from tracktwo_web.channel.domain.keys import replace_key, rotate_key
from tracktwo_web.channel.domain.logs import (
    Unreadable,
    signed_after,
    signing_key,
    tail_of,
)
from tracktwo_web.channel.domain.open import card_of, connect
from tracktwo_web.channel.domain.parcels import make_parcel, take
from tracktwo_web.channel.models import Fault, Line

pytestmark = pytest.mark.django_db


@pytest.fixture
def ends() -> Ends:
    return two_ends()


def test_changed_key_is_followed_by_itself(ends) -> None:
    ends.send(ends.nato)
    ends.exchange()
    old = signing_key(ends.nato)

    new = signing_key(rotate_key(ends.nato, now=NOON))
    ends.send(ends.nato)
    ends.exchange()

    ends.china.refresh_from_db()
    assert old.public != new.public == ends.china.peer_key
    assert [one.code for one in ends.china.messages.order_by("number")] == [
        "NATO-CR 0001/26",
        "NATO-CR 0002/26",
    ]
    assert [(one.kind, one.key) for one in _log(ends.china, "NATO")] == [
        (MESSAGE_SENT, old.public),
        (KEY_CHANGED, old.public),
        (MESSAGE_SENT, new.public),
    ]
    assert logs_of(ends.nato) == logs_of(ends.china)
    assert ends.china.refusals.count() == 0


def test_key_is_not_changed_while_nothing_may_be_entered() -> None:
    ends = two_ends(are_compared=False)
    before = signing_key(ends.nato)

    with pytest.raises(CannotBe, match="The key was not changed: this office may enter nothing"):
        rotate_key(ends.nato, now=NOON)

    ends.nato.refresh_from_db()
    assert (signing_key(ends.nato), ends.nato.logged.count()) == (before, 0)


def test_old_key_writes_and_says_nothing_after_the_change(ends) -> None:
    ends.send(ends.nato)
    ends.exchange()
    old = signing_key(ends.nato)
    rotate_key(ends.nato, now=NOON)
    ends.exchange()
    before = logs_of(ends.china)

    entry = _forged(ends.nato, old)
    for entries in ((entry,), ()):
        taken = take(ends.china, _parcel(ends.nato, old, *entries), way="thief", now=NOON)
        assert taken.new == 0
        assert taken.refusal != ""
    by_the_new = _parcel(ends.nato, signing_key(ends.nato), entry)
    taken = take(ends.china, by_the_new, way="thief", now=NOON)

    assert f"is signed with {old.public}, and not with" in taken.refusal
    assert logs_of(ends.china) == before
    ends.china.refresh_from_db()
    assert ends.china.fault == Fault.NONE


def test_old_key_tells_no_second_story_in_place_of_a_newer_entry(ends) -> None:
    old = signing_key(ends.nato)
    rotate_key(ends.nato, now=NOON)
    ends.send(ends.nato)
    ends.exchange()
    change = _log(ends.china, "NATO")[0]
    other = signed_after(Tail("NATO", 1, change.hash), MESSAGE_SENT, {"forged": True}, old, NOON)

    by_the_old = take(ends.china, _parcel(ends.nato, old, other), way="thief", now=NOON)
    by_the_new = take(
        ends.china, _parcel(ends.nato, signing_key(ends.nato), other), way="thief", now=NOON
    )

    ends.china.refresh_from_db()
    assert "which is not the other office's key" in by_the_old.refusal
    assert by_the_new.refusal == "entry 2 of NATO is another one here than in the parcel"
    assert ends.china.fault == Fault.NONE


def test_change_that_stands_behind_more_than_a_parcel_holds_is_come_to(ends) -> None:
    """The first parcels are signed by a key of which their entries do not tell yet."""
    ends.nato = rotated = _with_many_then_rotated(ends, 7)
    parcels = 0
    while rotated.peer_holds < rotated.logged.filter(is_own=True).latest("id").pk:
        take(ends.china, make_parcel(rotated, now=NOON, most=3), way="", now=NOON)
        ends.china.refresh_from_db()
        take(rotated, make_parcel(ends.china, now=NOON), way="", now=NOON)
        rotated.refresh_from_db()
        parcels += 1

    assert parcels == 3
    assert ends.china.peer_key == signing_key(rotated).public
    assert [len(log) for log in logs_of(ends.china).values()][1] == 8
    assert ends.china.refusals.count() == 0


def test_parcel_of_an_unknown_key_is_believed_in_nothing_but_signed_entries(ends) -> None:
    stranger = SigningKey(bytes(32))
    ends.send(ends.nato)
    entries = _log(ends.nato, "NATO")
    before = ends.china.clock_ahead, ends.china.peer_holds

    taken = take(ends.china, _parcel(ends.nato, stranger, *entries), way="", now=NOON)

    ends.china.refresh_from_db()
    assert (taken.new, taken.refusal) == (1, "")
    assert (ends.china.clock_ahead, ends.china.peer_holds) == before
    assert ends.china.peer_key == signing_key(ends.nato).public


def test_lost_key_is_replaced_and_the_line_goes_on_once_people_have_compared(ends) -> None:
    ends.send(ends.nato)
    ends.exchange()
    ends.send(ends.nato)
    _lose_secret(ends.nato)
    with pytest.raises(Unreadable):
        signing_key(ends.nato)

    ends.nato = replace_key(ends.nato, now=NOON)
    refused = take(ends.china, make_parcel(ends.nato, now=NOON), way="", now=NOON)
    connect(ends.china, card_of(ends.nato), ["127.0.0.1:1"])
    ends.exchange()
    ends.send(ends.nato)
    ends.exchange()

    assert "NATO" in refused.refusal
    assert [one.code for one in ends.china.messages.order_by("number")] == [
        f"NATO-CR {n:04}/26" for n in (1, 2, 3)
    ]
    assert [(one.log, one.seq, one.kind) for one in _log(ends.china, "NATO")] == [
        ("NATO", 1, MESSAGE_SENT),
        ("NATO", 2, MESSAGE_SENT),
        ("NATO.2", 1, LOG_REPLACES),
        ("NATO.2", 2, MESSAGE_SENT),
    ]
    assert logs_of(ends.nato) == logs_of(ends.china)
    assert _verified(ends.china)
    assert told(ends.nato) == told(ends.china) == _as_logs_say(ends.china)


def test_thief_begins_no_new_log_without_a_card_that_was_compared(ends) -> None:
    ends.send(ends.nato)
    ends.exchange()
    thief, stolen = SigningKey(bytes(32)), signing_key(ends.nato)
    head = tail_of(ends.nato, is_own=True).head
    body = {"log": head.log, "seq": head.seq, "hash": head.hash}
    begun = signed_after(Tail("NATO.2"), LOG_REPLACES, body, thief, NOON)
    before = logs_of(ends.china)

    for key in (thief, stolen):
        taken = take(ends.china, _parcel(ends.nato, key, begun), way="thief", now=NOON)
        assert taken.new == 0
        assert taken.refusal != ""

    ends.china.refresh_from_db()
    assert logs_of(ends.china) == before
    assert ends.china.peer_key == stolen.public


def test_key_that_was_given_up_is_refused_as_soon_as_the_new_card_is_connected(ends) -> None:
    """Also before the new log has come: whoever stole the key may be quicker."""
    ends.send(ends.nato)
    ends.exchange()
    stolen = signing_key(ends.nato)
    by_thief = _parcel(ends.nato, stolen, _forged(ends.nato, stolen))

    ends.nato = replace_key(ends.nato, now=NOON)
    connect(ends.china, card_of(ends.nato), ["127.0.0.1:1"])
    taken = take(ends.china, by_thief, way="thief", now=NOON)
    ends.exchange()

    assert "which is not the other office's key" in taken.refusal
    assert [one.log for one in _log(ends.china, "NATO")] == ["NATO", "NATO.2"]


def test_log_that_goes_on_from_what_is_not_here_is_refused(ends) -> None:
    ends.send(ends.nato)
    ends.exchange()
    key = SigningKey(bytes(32))
    begun = signed_after(
        Tail("NATO.2"), LOG_REPLACES, {"log": "NATO", "seq": 1, "hash": 64 * "a"}, key, NOON
    )
    card = card_of(ends.nato)
    connect(ends.china, type(card)("NATO", key.public, card.certificate), ["127.0.0.1:1"])

    taken = take(ends.china, _parcel(ends.nato, key, begun), way="", now=NOON)

    assert taken.refusal == "NATO.2 goes on from entry 1 of NATO, which is not here"


def test_old_card_connected_again_does_not_bring_back_the_old_key(ends) -> None:
    card = card_of(ends.nato)
    ends.nato = rotate_key(ends.nato, now=NOON)
    ends.exchange()

    ends.china.refresh_from_db()
    connect(ends.china, card, ["127.0.0.1:2"])

    assert ends.china.peer_key == signing_key(ends.nato).public


def test_empty_log_begins_with_the_new_key_and_certificate(ends) -> None:
    before = card_of(ends.nato)
    ends.china.delete()

    ends.nato = replace_key(ends.nato, now=NOON)

    after = card_of(ends.nato)
    assert ends.nato.logged.count() == 0
    assert before.key != after.key == signing_key(ends.nato).public
    assert before.certificate != after.certificate


def test_certificate_by_which_another_line_speaks_is_kept(ends) -> None:
    before = card_of(ends.nato)

    after = card_of(replace_key(ends.nato, now=NOON))

    assert before.certificate == after.certificate == card_of(ends.china).certificate


@pytest.mark.parametrize(
    ("fault", "told_"),
    [
        (Fault.LOST, "entries of this office are missing here"),
        (Fault.FORKED, "two entries stand at one place"),
    ],
)
def test_key_is_not_given_up_over_a_fault(ends, fault, told_) -> None:
    Line.objects.filter(pk=ends.nato.pk).update(fault=fault)

    with pytest.raises(CannotBe, match=told_):
        replace_key(ends.nato, now=NOON)


def _with_many_then_rotated(ends: Ends, count: int) -> Line:
    for _ in range(count):
        ends.send(ends.nato)
    return rotate_key(ends.nato, now=NOON)


def _lose_secret(line: Line) -> None:
    """As after a restore without the server's secret."""
    Line.objects.filter(pk=line.pk).update(key="00" * 80, certificate_key="00" * 80)
    line.refresh_from_db()


def _forged(line: Line, key: SigningKey) -> Entry:
    """What would come next, by whoever has a key."""
    return signed_after(tail_of(line, is_own=True), MESSAGE_SENT, {"forged": True}, key, NOON)


def _parcel(line: Line, key: SigningKey, *entries: Entry) -> bytes:
    return write_parcel(Parcel(line.office, line.peer, NOON, entries=entries, asks=line.asked), key)


def _log(line: Line, office: str) -> list[Entry]:
    return [read_entry(one.encode()) for one in logs_of(line)[office]]


def _verified(line: Line) -> bool:
    rows = line.logged.order_by("log", "seq").values_list("text", flat=True)
    return verify(write_entries(read_entry(one.encode()) for one in rows)).holds


def _as_logs_say(line: Line) -> list[tuple[object, ...]]:
    held_ = Traffic([_log(line, office) for office in (line.office, line.peer)]).messages
    return [
        (
            str(id_),
            one.acknowledged.received,
            one.acknowledged.read,
            one.acknowledged.answered,
            one.acknowledged.answer or "",
        )
        for id_, one in sorted(held_.items(), key=lambda item: item[1].message.sent)
    ]
