"""Invitation links."""

import os

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from tests.web import world
from tracktwo_web.dialogues.cookie import Sitting
from tracktwo_web.dialogues.domain.keys import (
    NotWhileOpen,
    ShownBefore,
    WrongPassphrase,
    find_key,
    issue_key,
    issue_keys,
    issue_next_key,
    live_key_id,
    protect_with_passphrase,
    revoke_keys,
    take_seat,
)
from tracktwo_web.dialogues.models import Seat
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.dialogues.secrets import Root, matches
from tracktwo_web.dialogues.standing import key_of

PASSPHRASE = "seven quiet harbours at dawn"


@pytest.fixture
def seat(dialogue) -> Seat:
    return world.seat_of(dialogue, Role.MEMBER, "nato")


def _issue(seat: Seat, **options):
    return issue_key(seat, now=timezone.now(), **options)


def test_link_opens_its_seat_again_and_again(seat) -> None:
    secret = _issue(seat).secret

    first, second = (take_seat(find_key(secret), secret) for _ in range(2))

    assert first == second == Sitting(Root.of(secret), key=live_key_id(seat))


def test_new_link_closes_the_one_before(seat) -> None:
    old = _issue(seat).secret

    new = _issue(seat).secret

    assert find_key(old) is None
    assert find_key(new).seat == seat


def test_revoked_link_opens_nothing(seat) -> None:
    secret = _issue(seat).secret

    revoke_keys(seat, now=timezone.now())

    assert find_key(secret) is None


def test_link_with_a_passphrase_wants_that_passphrase(seat) -> None:
    secret = _issue(seat, passphrase=PASSPHRASE).secret
    key = find_key(secret)

    for wrong in ("", "another passphrase", PASSPHRASE.upper()):
        with pytest.raises(WrongPassphrase):
            take_seat(key, secret, passphrase=wrong)
    assert take_seat(key, secret, passphrase=PASSPHRASE).root == Root.of(secret, PASSPHRASE)


def test_passphrase_typed_for_a_link_without_one_is_overlooked(seat) -> None:
    secret = _issue(seat).secret

    assert take_seat(find_key(secret), secret, passphrase="typed anyway").root == Root.of(secret)


def test_next_link_is_issued_in_place_of_the_known_one_only(seat) -> None:
    known = live_key_id(seat)

    invitation = issue_next_key(seat, after=known, now=timezone.now())

    with pytest.raises(ShownBefore):
        issue_next_key(seat, after=known, now=timezone.now())
    assert find_key(invitation.secret).seat == seat


def test_links_for_several_seats_are_all_different(dialogue) -> None:
    seats = list(dialogue.seats.all())

    secrets = {one.secret for one in issue_keys(seats, now=timezone.now())}

    assert len(secrets) == len(seats) == 14


def test_invitation_does_not_show_its_secret(seat) -> None:
    invitation = _issue(seat)

    assert invitation.secret not in repr(invitation)


def test_passphrase_chosen_by_a_delegate_shuts_the_bare_link(seat) -> None:
    secret = _issue(seat).secret
    before = take_seat(find_key(secret), secret)

    chosen = protect_with_passphrase(find_key(secret), secret, PASSPHRASE)

    assert chosen == Sitting(Root.of(secret, PASSPHRASE), key=before.key)
    with pytest.raises(WrongPassphrase):
        take_seat(find_key(secret), secret)
    assert take_seat(find_key(secret), secret, passphrase=PASSPHRASE) == chosen


def test_other_browsers_are_out_when_a_passphrase_is_chosen(dialogue, seat) -> None:
    secret = _issue(seat).secret
    elsewhere = take_seat(find_key(secret), secret)

    protect_with_passphrase(find_key(secret), secret, PASSPHRASE)

    assert key_of(elsewhere, dialogue.id) is None


def test_passphrase_cannot_be_chosen_while_a_round_is_open(dialogue, seat) -> None:
    secret = _issue(seat).secret
    world.an_open_round(dialogue)

    with pytest.raises(NotWhileOpen):
        protect_with_passphrase(find_key(secret), secret, PASSPHRASE)

    assert take_seat(find_key(secret), secret).root == Root.of(secret)


def test_passphrase_cannot_be_chosen_over_another(seat) -> None:
    secret = _issue(seat, passphrase=PASSPHRASE).secret

    with pytest.raises(NotWhileOpen):
        protect_with_passphrase(find_key(secret), secret, "somebody else's words")


def test_database_and_settings_do_not_reveal_a_chosen_passphrase(seat) -> None:
    """With everything the server keeps, and without the link, no guess can be tested."""
    secret = _issue(seat).secret
    protect_with_passphrase(find_key(secret), secret, PASSPHRASE)

    kept = _everything_kept()

    assert PASSPHRASE not in kept
    assert secret not in kept
    assert str(Root.of(secret, PASSPHRASE)) not in kept
    key = find_key(secret)
    for known in (key.locator, key.verifier, str(key.id), settings.SECRET_KEY):
        assert not matches(Root.of(known, PASSPHRASE), key.verifier)


def test_link_alone_derives_no_ballot_once_a_passphrase_is_chosen(dialogue, seat) -> None:
    secret = _issue(seat).secret
    chosen = protect_with_passphrase(find_key(secret), secret, PASSPHRASE)
    one = world.an_open_round(dialogue)

    assert Root.of(secret).ballot(one.id) != chosen.root.ballot(one.id)


def _everything_kept() -> str:
    """Every table, every setting, every variable of the environment, as one text."""
    parts = [repr(value) for value in vars(settings._wrapped).values()]
    parts += [repr(os.environ)]
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')
            parts += [repr(row) for row in cursor.fetchall()]
    return "\n".join(parts)
