"""A node's address: whatever comes, it says no in its own words, and never fails over it."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connections, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.web.channel import wild
from tests.web.channel.ends import Ends, two_ends
from tests.web.channel.served import asked, caller, identity_of, served
from tracktwo_web.channel.domain.parcels import make_parcel
from tracktwo_web.channel.models import Line
from tracktwo_web.channel.wire.certificates import make_identity
from tracktwo_web.channel.wire.listener import answer_to

pytestmark = pytest.mark.django_db(transaction=True)
NOW = dt.datetime.now(dt.UTC)
AS_OFTEN = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@contextmanager
def undone() -> Iterator[None]:
    """Each try meets the same node: one that a key change has closed to it would refuse all the rest."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def ends() -> Ends:
    made = two_ends()
    made.send(made.china)
    made.exchange()
    return made


def test_signed_parcels_with_anything_in_them_are_taken_or_refused(ends) -> None:
    @AS_OFTEN
    @given(wild.acts, wild.heads, wild.clocks)
    def anything(acts, holds, clock) -> None:
        data = wild.signed(ends, acts, holds=holds, clock=clock)
        with undone():
            status, told = answer_to(data)
        assert status in (200, 422)
        assert told

    anything()


def test_damaged_parcels_and_garbage_are_refused(ends) -> None:
    data = wild.signed(ends, [("message.sent", wild.MESSAGE)])

    @AS_OFTEN
    @given(wild.damaged(data) | st.binary(max_size=300))
    def anything(sent) -> None:
        assert sent == data or answer_to(sent)[0] == 422

    anything()


def test_whoever_comes_over_the_wire_gets_no_more_than_their_due(
    ends, tmp_path, monkeypatch
) -> None:
    monkeypatch.setitem(connections.settings["default"], "CONN_MAX_AGE", 0)
    stranger = make_identity("NATO", now=NOW)
    good = wild.posted(make_parcel(ends.nato, now=NOW))
    with served(ends.china) as port:
        for own in (None, stranger):
            context = caller(tmp_path, own)
            assert {asked(port, context, one) for one in (good, *wild.REQUESTS[:2])} == {0}
        known = caller(tmp_path, identity_of(ends.nato))
        statuses = [asked(port, known, one) for one in (good, *wild.REQUESTS)]
    assert statuses[0] == 200
    assert all(one == 0 or 400 <= one < 500 for one in statuses[1:])


@pytest.mark.parametrize(
    ("spoils", "reason"),
    [
        ({"sent": "0001-01-01T00:00:00+23:59"}, "this is no message of the form"),
        ({"sent": "9999-12-31T23:59:59Z"}, "this is no message of the form"),
        ({"note": {"en": "\0"}}, "a text holds the character NUL"),
    ],
)
def test_message_that_nobody_could_show_is_kept_in_the_log_and_refused(
    ends, spoils, reason
) -> None:
    status, _ = answer_to(wild.signed(ends, [("message.sent", wild.MESSAGE | spoils)]))

    assert status == 200
    assert reason in ends.china.logged.get(is_own=True, kind="message.refused").text
    assert ends.china.messages.filter(is_own=False).count() == 0


def test_words_that_only_look_like_the_character_nul_are_taken(ends) -> None:
    spelled = wild.MESSAGE | {"note": {"en": r"It is written \u0000."}}

    answer_to(wild.signed(ends, [("message.sent", spelled)]))

    assert ends.china.messages.filter(is_own=False).count() == 1


def test_node_whose_key_does_not_open_says_so_to_the_other_office_alone(ends) -> None:
    Line.objects.filter(pk=ends.china.pk).update(key=ends.nato.key)

    status, told = answer_to(make_parcel(ends.nato, now=NOW))

    assert (status, told.startswith(b"this node cannot sign for its office now")) == (409, True)
