import dataclasses
import datetime as dt
import threading

import pytest
from django.db import connection, transaction
from django.utils import timezone

from tests.record.conftest import CHINA, NATO, THIEF
from tests.web import world
from tests.web.records.conftest import ADOPTED, BODY, enters, signs
from tracktwo.errors import RecordError
from tracktwo.record import KEY_CHANGED, Head, entry_bytes, sealed, unsigned
from tracktwo_web.dialogues.bindings import is_bound
from tracktwo_web.events.models import Event
from tracktwo_web.records.domain.sign import GOOD_FOR, KEY_BEGUN, draft_next, enter
from tracktwo_web.records.models import Line
from tracktwo_web.records.queries import key_of, log_of


def _refused(side, entry, *, kind=ADOPTED, body=BODY) -> str:
    """The sentence with which an entry is refused; nothing was stored."""
    before = sorted(Line.objects.values_list("side", "number", "text"))
    with pytest.raises(RecordError) as wrong, transaction.atomic():
        enter(side, entry, kind=kind, body=body, now=timezone.now())
    assert sorted(Line.objects.values_list("side", "number", "text")) == before
    return str(wrong.value)


def test_first_entry_shows_the_key_of_the_side(nato):
    entry = enters(nato, KEY_BEGUN, {})

    line = Line.objects.get()
    assert (line.side, line.number, line.text.encode()) == (nato, 1, entry_bytes(entry))
    assert (key_of(nato), log_of(nato).entries) == (NATO.public, (entry,))
    event = Event.objects.latest("id")
    assert (event.channel, event.kind, event.data) == (nato.dialogue_id.hex, "record", {})


def test_draft_names_where_the_other_logs_end_and_the_second_of_now(nato, china, begun):
    now = dt.datetime(2026, 11, 26, 9, 0, 7, 999_999, tzinfo=dt.UTC)

    draft = draft_next(nato, kind=ADOPTED, body=BODY, key=NATO.public, now=now)

    assert (draft.log, draft.seq, draft.at) == ("nato", 2, "2026-11-26T09:00:07Z")
    assert draft.seen == (log_of(china).head,)


@pytest.mark.parametrize("kind", [ADOPTED, KEY_CHANGED])
def test_nothing_is_signed_before_the_key_is_shown(nato, kind):
    body = {"key": THIEF.public} if kind == KEY_CHANGED else BODY

    assert _refused(nato, signs(nato, kind, body), kind=kind, body=body) == (
        "A side shows its key first, by the first entry of its log."
    )


def test_key_is_shown_once(nato, begun):
    entry = signs(nato, KEY_BEGUN, {})

    assert _refused(nato, entry, kind=KEY_BEGUN, body={}) == (
        "A side shows its key first, by the first entry of its log."
    )


def test_new_key_signs_once_the_old_one_has_signed_for_it(nato, begun):
    enters(nato, KEY_CHANGED, {"key": THIEF.public})

    old, new = signs(nato, ADOPTED, BODY), signs(nato, ADOPTED, BODY, key=THIEF)

    assert _refused(nato, old) == (
        f"entry 3 of nato is signed with {NATO.public}, and not with {THIEF.public}, the log's"
    )
    assert enter(nato, new, kind=ADOPTED, body=BODY, now=timezone.now()) == new


def test_entry_of_one_side_does_not_enter_the_log_of_another(nato, china, begun):
    assert _refused(china, signs(nato, ADOPTED, BODY)) == (
        "entry 2 of nato does not belong to china; each log has one writer"
    )


def test_forged_signature_is_refused(nato, begun):
    forged = signs(nato, ADOPTED, BODY, key=THIEF)
    borrowed = dataclasses.replace(forged, key=NATO.public)

    assert _refused(nato, forged) == (
        f"entry 2 of nato is signed with {THIEF.public}, and not with {NATO.public}, the log's"
    )
    assert _refused(nato, borrowed) == (
        "the signature does not fit entry 2 of nato: one of both was changed"
    )


@pytest.mark.parametrize(
    "change",
    [
        {"body": BODY | {"hash": 64 * "b"}},
        {"at": "2026-11-26T09:00:00Z"},
        {"seen": ()},
        {"kind": "roadmap.agreed"},
    ],
)
def test_altered_entry_is_refused(nato, begun, change):
    altered = dataclasses.replace(signs(nato, ADOPTED, BODY), **change)

    assert _refused(nato, altered, kind=altered.kind, body=altered.body) == (
        "the signature does not fit entry 2 of nato: one of both was changed"
    )


def test_entry_is_not_entered_twice(nato, begun):
    entry = enters(nato, ADOPTED, BODY)

    assert _refused(nato, entry) == "entry 2 of nato stands here a second time"


def test_entry_of_another_dialogue_is_refused(nato, begun):
    elsewhere = world.a_dialogue(convenor=world.a_user("another")).sides.get(code="nato")
    enters(elsewhere, KEY_BEGUN, {}, key=THIEF)

    assert _refused(nato, signs(elsewhere, ADOPTED, BODY, key=THIEF)) == (
        "entry 2 of nato follows another entry 1 than the one before it here: one of both was changed "
        "or replaced"
    )


@pytest.mark.parametrize(
    ("kind", "body"),
    [("roadmap.agreed", BODY), (ADOPTED, BODY | {"hash": 64 * "b"}), (ADOPTED, {})],
)
def test_only_what_was_asked_is_entered(nato, begun, kind, body):
    assert _refused(nato, signs(nato, kind, body)) == (
        "This entry says something else than what is to be signed here; sign the draft below."
    )


@pytest.mark.parametrize("sign", [1, -1])
def test_time_lies_within_an_hour(nato, begun, sign):
    far = signs(
        nato, ADOPTED, BODY, now=timezone.now() + sign * (GOOD_FOR + dt.timedelta(minutes=1))
    )
    near = signs(
        nato, ADOPTED, BODY, now=timezone.now() + sign * (GOOD_FOR - dt.timedelta(minutes=1))
    )

    assert _refused(nato, far) == (
        "The time in this entry lies more than an hour from now; sign the draft below."
    )
    assert enter(nato, near, kind=ADOPTED, body=BODY, now=timezone.now()) == near


def test_draft_holds_when_the_other_side_signs_meanwhile(nato, china, begun):
    entry = signs(nato, ADOPTED, BODY)
    enters(china, ADOPTED, BODY)

    assert enter(nato, entry, kind=ADOPTED, body=BODY, now=timezone.now()) == entry


@pytest.mark.parametrize("head", [Head("china", 1, 64 * "a"), Head("iran", 1, 64 * "a")])
def test_end_that_is_not_here_is_not_to_be_seen(nato, begun, head):
    draft = dataclasses.replace(
        draft_next(nato, kind=ADOPTED, body=BODY, key=NATO.public, now=timezone.now()), seen=(head,)
    )

    assert _refused(nato, sealed(draft, NATO.sign(unsigned(draft)))) == (
        f"This entry names an end of the log of {head.log} that is not here."
    )


def test_second_tab_finds_the_place_taken(nato, begun):
    first, second = signs(nato, ADOPTED, BODY), signs(nato, ADOPTED, BODY | {"hash": 64 * "b"})
    enter(nato, first, kind=ADOPTED, body=BODY, now=timezone.now())

    assert _refused(nato, second, body=second.body) == (
        "entry 2 of nato is there twice with different content, both signed: its writer told two stories"
    )


@pytest.mark.django_db(transaction=True)
def test_of_two_tabs_at_once_exactly_one_signs():
    nato = world.a_dialogue(stage="text").sides.get(code="nato")
    enters(nato, KEY_BEGUN, {})
    entries = [signs(nato, ADOPTED, BODY | {"hash": 64 * str(n)}) for n in range(4)]
    entered, refused = [], []
    ready = threading.Barrier(len(entries))

    def tab(entry) -> None:
        try:
            ready.wait()
            entered.append(enter(nato, entry, kind=ADOPTED, body=entry.body, now=timezone.now()))
        except RecordError as wrong:
            refused.append(str(wrong))
        finally:
            connection.close()

    tabs = [threading.Thread(target=tab, args=[entry]) for entry in entries]
    for one in tabs:
        one.start()
    for one in tabs:
        one.join()

    assert (len(entered), len(refused)) == (1, 3)
    assert log_of(nato).entries[1:] == tuple(entered)


def test_first_entry_binds_the_sides_to_their_codes(nato):
    before = is_bound(nato.dialogue)

    enters(nato, KEY_BEGUN, {})

    assert (before, is_bound(nato.dialogue)) == (False, True)


def test_keys_of_the_sides_are_their_own(nato, china, begun):
    assert (key_of(nato), key_of(china)) == (NATO.public, CHINA.public)
