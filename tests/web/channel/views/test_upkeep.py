"""Looking after a line on its page: tests by the clock, a new key, a key that is given up."""

from tracktwo_web.channel.domain.open import card_of
from tracktwo_web.dialogues.roles import Role


def test_tests_are_settled(desk) -> None:
    wrong = desk.send(desk.officer(), "line_tests", desk.nato.pk, every="1000")
    told = desk.send(desk.officer(), "line_tests", desk.nato.pk, every="6")

    desk.nato.refresh_from_db()
    assert 'class="errorlist"' in wrong
    assert "Settled. The other office must settle the same." in told
    assert "The line is tested every 6 hours." in told
    assert desk.nato.test_every == 6


def test_key_is_changed_once_somebody_means_it(desk) -> None:
    before = card_of(desk.nato).fingerprint

    asked = desk.send(desk.officer(), "line_rotate", desk.nato.pk)
    same = card_of(desk.nato).fingerprint
    told = desk.send(desk.officer(), "line_rotate", desk.nato.pk, sure="yes")
    desk.nato.refresh_from_db()
    desk.carry()

    assert "Nothing was changed: say first that you mean it." in asked
    assert same == before != card_of(desk.nato).fingerprint
    assert card_of(desk.nato).fingerprint in told
    assert desk.china.peer_key == card_of(desk.nato).key


def test_key_is_given_up_by_a_head_and_its_new_card_is_shown(desk) -> None:
    before = card_of(desk.nato).fingerprint

    told = desk.send(desk.at(Role.HEAD, "nato"), "line_replace", desk.nato.pk, sure="yes")
    desk.nato.refresh_from_db()

    assert "The old key is given up. Hand the new card over now" in told
    assert card_of(desk.nato).fingerprint != before
    assert card_of(desk.nato).fingerprint in told


def test_key_whose_secret_is_gone_is_not_changed_but_given_up(desk) -> None:
    type(desk.nato).objects.filter(pk=desk.nato.pk).update(key="00")

    told = desk.send(desk.officer(), "line_rotate", desk.nato.pk, sure="yes")

    assert "The old key does not open any more" in told
